const DAY = 86_400_000;
/** Vietnam keeps UTC+7 all year (QĐ 121-CP 1967, in the whole country since 13/06/1975): no time zone table is needed, and the host's own is never asked. */
const VIETNAM_OFFSET = 7 * 3_600_000;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Milliseconds of a day's midnight in UTC, where every day has 24 hours. */
const utcOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function dayOf(utc: number): string {
  const day = new Date(utc).toISOString().slice(0, -14);
  if (day.length > 10) throw new RangeError('a day outside the years 0 to 9999');
  return day;
}

/** Whether an ISO date exists: 2100-02-29 and 2026-04-31 do not. */
export function isRealDate(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const utc = utcOf(day);
  return !Number.isNaN(utc) && dayOf(utc) === day;
}

/** The day so many days later; negative goes back. @throws RangeError when the day is not real, or the answer leaves the years 0–9999. */
export function addDays(day: string, days: number): string {
  return dayOf(utcOf(day) + days * DAY);
}

/** Days from one day to another; negative when the second is earlier, `NaN` when one is not real. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY);
}

/** Months since year 0 of an ISO month or date, to count with. */
export function monthIndex(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The ISO month of an index of `monthIndex`, from 0 on. */
export function monthOfIndex(index: number): string {
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`;
}

/** The ISO date so many calendar months later, on the same day or the month's last. @throws RangeError when the day is not real, or the answer leaves the years 0–9999. */
export function addMonths(day: string, months: number): string {
  const first = `${monthOfIndex(monthIndex(day) + months)}-01`;
  if (!isRealDate(day) || !isRealDate(first)) throw new RangeError('addMonths: no such day');
  const wanted = `${first.slice(0, 8)}${day.slice(8)}`;
  return isRealDate(wanted) ? wanted : addDays(`${monthOfIndex(monthIndex(first) + 1)}-01`, -1);
}

/** The day it is in Vietnam at an instant, as ISO date. @throws RangeError for an invalid Date. */
export function dayInVietnam(instant: Date): string {
  return dayOf(instant.getTime() + VIETNAM_OFFSET);
}

/**
 * Full years on a day of somebody born on a date that may be only a month or a year. `least` and `most` differ where the record is too vague to tell.
 * Nobody is younger than zero. Who was born on 29/02 is a year older on 01/03 of a common year.
 */
export function ageOn(birthDate: string, day: string): { readonly least: number; readonly most: number } {
  const years = (born: string): number => Math.max(0, Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0));
  const latest = birthDate.length === 4 ? `${birthDate}-12-31` : birthDate.length === 7 ? `${birthDate}-31` : birthDate;
  const earliest = birthDate.length === 4 ? `${birthDate}-01-01` : birthDate.length === 7 ? `${birthDate}-01` : birthDate;
  return { least: years(latest), most: years(earliest) };
}
