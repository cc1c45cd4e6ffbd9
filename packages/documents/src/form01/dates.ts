import { GLUE } from '../layout/flow.js';

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** The day in Vietnam of an instant, ISO `2021-03-23`. */
export function vietnamDay(instant: string): string {
  return new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** `ngày 09 tháng 8 năm 2020`: state documents write a zero before days below 10 and months 1 and 2 (NĐ 30/2020/NĐ-CP, phụ lục I). */
export function dayInWords(isoDate: string): string {
  const [year, month, day] = isoDate.split('-');
  return glued(`ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`);
}

/** The same with nothing filled in. */
export const BLANK_DAY = glued('ngày ...... tháng ...... năm ..........');

/** Words that stay on one line: a day is read at one glance. */
export function glued(text: string): string {
  return text.replaceAll(' ', GLUE);
}
