import { type DeclarationFault, error } from './fault.js';
import { isRealDate } from './readings.js';

/** A whole day that exists, `2010-02-01`. */
export function checkDay(pointer: string, day: string): readonly DeclarationFault[] {
  if (day === '') return [error(pointer, 'required')];
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && isRealDate(day) ? [] : [error(pointer, 'date.shape')];
}

/** A birth date as old records have it: a day, a month or a year, not before 1900 and not after today. */
export function checkBirthDate(pointer: string, date: string, today: string): readonly DeclarationFault[] {
  if (date === '') return [error(pointer, 'required')];
  if (!isPartialDate(date)) return [error(pointer, 'birth-date.shape')];
  if (date > today) return [error(pointer, 'date.future')];
  return date < '1900' ? [error(pointer, 'birth-date.before-1900')] : [];
}

/** The first and the last day a partial date can mean. Only for dates `checkBirthDate` passed. */
export function daysOf(date: string): { readonly first: string; readonly last: string } {
  const first = (date + '-01-01').slice(0, 10);
  if (date.length === 10) return { first, last: date };
  const month = date.length === 7 ? date : `${date}-12`;
  const last = [31, 30, 29, 28].map((day) => `${month}-${day}`).find(isRealDate);
  return { first: date.length === 7 ? `${date}-01` : first, last: last ?? first };
}

function isPartialDate(date: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(date) && isRealDate((date + '-01-01').slice(0, 10));
}
