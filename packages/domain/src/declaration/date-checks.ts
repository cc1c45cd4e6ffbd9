import { parseDate } from '../text/formats.js';
import { type DeclarationFault, error } from './fault.js';

/** A whole day that exists, as ISO date. */
export function checkDay(pointer: string, day: string): readonly DeclarationFault[] {
  if (day === '') return [error(pointer, 'required')];
  const read = parseDate(day);
  if (!read.ok) return [error(pointer, read.code)];
  return read.value === day ? [] : [error(pointer, 'date.shape')];
}

/** A birth date as old records have it: a day, a month or a year, not before 1900 and not after today. */
export function checkBirthDate(pointer: string, date: string, today: string): readonly DeclarationFault[] {
  if (date === '') return [error(pointer, 'required')];
  const read = parseDate(date, { partial: true });
  if (!read.ok) return [error(pointer, read.code === 'date.unreal' ? read.code : 'birth-date.shape')];
  if (read.value !== date) return [error(pointer, 'birth-date.shape')];
  if (date > today) return [error(pointer, 'date.future')];
  return date < '1900' ? [error(pointer, 'birth-date.before-1900')] : [];
}
