import { isRealDate } from '../dates/calendar.js';
import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { withoutInvisible } from './normalise.js';

export { formatDate, formatMonth } from './format-date.js';
export { formatDuration } from './format-duration.js';
export { formatCoefficient, formatMoney, formatNumber } from './format-number.js';

export type DateFault = 'date.shape' | 'date.unreal';

/**
 * A date as people write it (`1/2/2010`, `01-02-2010`, `01.02.2010`, `01022010`, ISO) as an ISO date. `partial` also takes `02/2010` and `2010`.
 * Years have four digits and begin at 1000: `20100201` is refused as no day of the calendar, not read as the year 201.
 */
export function parseDate(text: string, { partial = false }: { readonly partial?: boolean } = {}): Parsed<string, DateFault> {
  const compact = withoutInvisible(text)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const [, year, month, day] = ISO.exec(compact) ?? swapped(WRITTEN.exec(compact) ?? PACKED.exec(compact)) ?? [];
  if (year === undefined || (day === undefined && !partial)) return fault('date.shape');
  const iso = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
  return year >= '1000' && isRealDate(`${iso}-01-01`.slice(0, 10)) ? ok(iso) : fault('date.unreal');
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const WRITTEN = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/;
const PACKED = /^(\d{2})(\d{2})(\d{4})$/;
const swapped = (match: RegExpExecArray | null) => match && [match[0], match[3], match[2], match[1]];

export type NumberFault = 'number.shape' | 'number.too-large';

/** Digits a number keeps exactly (IEEE 754 double). */
const NUMBER_DIGITS = 15;

/**
 * A number as Vietnamese writes it: dots group, a comma parts the decimals. `5.453.400,00` and `3,66`; `3.66` is refused, it would be 366.
 * Facts of `too-large`: `max` digits.
 */
export function parseNumber(text: string): Parsed<number, NumberFault> {
  const compact = withoutInvisible(text)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\u2212/g, '-');
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(compact)) return fault('number.shape');
  if (compact.replace(/\D/g, '').length > NUMBER_DIGITS) return fault('number.too-large', { max: NUMBER_DIGITS });
  return ok(Number(compact.replace(/\./g, '').replace(',', '.')));
}
