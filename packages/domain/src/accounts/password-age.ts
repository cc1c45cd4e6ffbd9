import { addDays, addMonths, dayInVietnam } from '../dates/calendar.js';
import type { RulePack } from '../rule-packs/rule-pack.js';

/** Days before the months are over on which a person is written to (A3). */
export const PASSWORD_REMINDER_DAYS = [14, 3] as const;

type Age = Pick<RulePack, 'passwordAgeMonths'>;

/** The day in Vietnam until which a password that was set at a moment (RFC 3339) is to be changed (A3): so many calendar months later. ISO date. */
export function passwordDueOn(setAt: string, { passwordAgeMonths }: Age): string {
  return addMonths(dayInVietnam(new Date(setAt)), passwordAgeMonths);
}

/** The same as the moment that day is over in Vietnam, RFC 3339: from then on the password is overdue. */
export function passwordDueAt(setAt: string, age: Age): string {
  return new Date(`${addDays(passwordDueOn(setAt, age), 1)}T00:00:00+07:00`).toISOString();
}

/** Whether the months are over. What follows from it (a word, or nothing but the change) is the pack's. */
export function passwordOverdue(setAt: string, now: string, age: Age): boolean {
  return Date.parse(now) >= Date.parse(passwordDueAt(setAt, age));
}

/** The days on which the person is reminded, soonest first: at the opening of the office, which the job waits for. ISO dates. */
export function passwordRemindersOf(setAt: string, age: Age): readonly string[] {
  const due = passwordDueOn(setAt, age);
  return PASSWORD_REMINDER_DAYS.map((days) => addDays(due, -days));
}
