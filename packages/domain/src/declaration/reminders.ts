const DAY = 86_400_000;
const MINUTE = 60_000;
/** Vietnam keeps one offset all year. */
const OFFSET = 7 * 3_600_000;

/** Days before the deadline at which somebody is reminded of the paper (R13). */
export const REMINDER_DAYS = [5, 2, 1] as const;

/** Giờ làm việc, in minutes of the day in Vietnam, Monday to Friday: 08:00 to 17:00. Public holidays are not known. */
const [OPENS, CLOSES] = [8 * 60, 17 * 60];
/** Nothing goes out later in the day: while the office can still be called. */
const LATEST = 16 * 60 + 30;

export interface Reminder {
  /** Whole days before the deadline it stands for; when it was moved there are more left. */
  readonly days: (typeof REMINDER_DAYS)[number];
  /** When it goes out, RFC 3339. */
  readonly at: string;
}

/** Whether people are written to at this moment (RFC 3339): nobody's phone rings at night or at a weekend for a paper. */
export function inWorkingHours(moment: string): boolean {
  const { weekday, minutes } = localOf(Date.parse(moment));
  return isWorkingDay(weekday) && minutes >= OPENS && minutes < CLOSES;
}

/**
 * The reminders of a declaration, soonest first: 5, 2 and 1 days before its deadline, to the minute. One that would fall outside working hours goes out earlier:
 * after 16:30 at 16:30 of the same day, before the office opens or at a weekend at 16:30 of the working day before. Of two that meet so, the later one is meant.
 * One that would not come after the receipt is left out.
 */
export function remindersOf(receivedAt: string, dueAt: string): readonly Reminder[] {
  const [received, due] = [Date.parse(receivedAt), Date.parse(dueAt)];
  const all = REMINDER_DAYS.map((days) => ({ days, at: inOfficeBy(due - days * DAY) })).filter(({ at }) => at > received);
  return all.filter(({ at }, place) => all[place + 1]?.at !== at).map(({ days, at }) => ({ days, at: new Date(at).toISOString() }));
}

/** The last moment in working hours, the half hour before closing left out, that is no later than `moment`. */
function inOfficeBy(moment: number): number {
  const { midnight, weekday, minutes } = localOf(moment);
  if (isWorkingDay(weekday) && minutes >= OPENS) return Math.min(moment, midnight + LATEST * MINUTE);
  let day = midnight - DAY;
  while (!isWorkingDay(localOf(day).weekday)) day -= DAY;
  return day + LATEST * MINUTE;
}

const isWorkingDay = (weekday: number): boolean => weekday >= 1 && weekday <= 5;

/** The day and minute in Vietnam; `midnight` is the moment the day began there. */
function localOf(moment: number): { midnight: number; weekday: number; minutes: number } {
  const local = moment + OFFSET;
  const midnight = Math.floor(local / DAY) * DAY;
  return { midnight: midnight - OFFSET, weekday: new Date(local).getUTCDay(), minutes: Math.floor((local - midnight) / MINUTE) };
}
