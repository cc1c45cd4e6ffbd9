import { isRealDate } from '../dates/calendar.js';
import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { withoutInvisible } from './normalise.js';

export { formatDate, formatMonth } from './format-date.js';

export type DateFault = 'date.shape' | 'date.unreal';

/**
 * A date as people write it (`1/2/2010`, `01-02-2010`, `01.02.2010`, `01022010`, ISO) as an ISO date. `partial` also takes `02/2010` and `2010`.
 * Years have four digits and begin at 1000: `20100201` is refused as no day of the calendar, not read as the year 201.
 */
export function parseDate(text: string, { partial = false }: { readonly partial?: boolean } = {}): Parsed<string, DateFault> {
  const compact = withoutInvisible(text.normalize('NFKC'))
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

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}

/**
 * `5453400` → `5.453.400,00` with two decimals, as histories show pay. A value that is no finite number gives an empty text.
 * @param decimals 0 to 6
 */
export function formatNumber(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return '';
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const negative = value < 0 && Number(value.toFixed(decimals)) !== 0;
  return `${negative ? '-' : ''}${grouped(whole)}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** `75423000` → `75.423.000 VND`: the currency is written, never ₫. */
export function formatMoney(value: number, currency = 'VND'): string {
  return `${formatNumber(value, currency === 'VND' ? 0 : 2)} ${currency}`;
}

/** Hệ số: `3.66` → `3,66`. */
export function formatCoefficient(value: number): string {
  return formatNumber(value, 2);
}

export type NumberFault = 'number.shape' | 'number.too-large';

/** Digits a number keeps exactly (IEEE 754 double). */
const NUMBER_DIGITS = 15;

/**
 * A number as Vietnamese writes it: dots group, a comma parts the decimals. `5.453.400,00` and `3,66`; `3.66` is refused, it would be 366.
 * Facts of `too-large`: `max` digits.
 */
export function parseNumber(text: string): Parsed<number, NumberFault> {
  const compact = withoutInvisible(text.normalize('NFKC'))
    .replace(/\s/g, '')
    .replace(/\u2212/g, '-');
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(compact)) return fault('number.shape');
  if (compact.replace(/\D/g, '').length > NUMBER_DIGITS) return fault('number.too-large', { max: NUMBER_DIGITS });
  return ok(Number(compact.replace(/\./g, '').replace(',', '.')));
}

/** A count of months, 0 or more, in words: `12 năm 2 tháng`, `2 tháng`, `12 years 2 months`. */
export function formatDuration(months: number, locale: 'vi' | 'en' = 'vi'): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const said = (count: number, vi: string, en: string) => (locale === 'vi' ? `${count} ${vi}` : `${count} ${en}${count === 1 ? '' : 's'}`);
  const parts = [...(years > 0 ? [said(years, 'năm', 'year')] : []), ...(rest > 0 || years === 0 ? [said(rest, 'tháng', 'month')] : [])];
  return parts.join(' ');
}
