import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { compactNumber } from './compact.js';

/** Điện thoại di động of Vietnam. */
export interface MobilePhone {
  /** As people write it: `0900000001`. */
  readonly national: string;
  /** ITU-T E.164: `+84900000001`. */
  readonly e164: string;
}

export type PhoneFault =
  | 'phone.empty'
  | 'phone.shape'
  | 'phone.length'
  | 'phone.prefix'
  | 'phone.eleven-digits'
  | 'phone.landline'
  | 'phone.service'
  | 'phone.foreign';

/** Mobile numbers without the leading 0 (metadata of libphonenumber for VN). */
const MOBILE = /^(?:(?:3\d|7[06-9])\d|5(?:[1689]\d|2[238]|59)|8(?:[1-8]\d|9[6-9])|9(?:[0-8]\d|9[013-9]))\d{6}$/;

/** Prefixes of eleven-digit mobiles and what they became in 2018 (QĐ 798/QĐ-BTTTT 2018). */
const BECAME: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}; // prettier-ignore

/**
 * Reads a mobile number, with `0`, `+84`, `0084` or `84` in front. Facts: of `length` the `actual` digits; of `eleven-digits` `became`, the prefix that took the place of the
 * first four digits.
 */
export function parsePhone(text: string): Parsed<MobilePhone, PhoneFault> {
  const compact = compactNumber(text).replace(/[()/]/g, '');
  if (compact === '') return fault('phone.empty');
  if (!/^\+?\d+$/.test(compact)) return fault('phone.shape');
  if (/^(\+|00[1-9])/.test(compact) && !/^(\+|00)84/.test(compact)) return fault('phone.foreign');
  const digits = compact.replace(/^(?:\+84|0084|84(?=\d{9,11}$))0?/, '0');
  if (/^1[89]00\d*$/.test(digits)) return fault('phone.service');
  const became = digits.length === 11 ? BECAME[digits.slice(0, 4)] : undefined;
  if (became !== undefined) return fault('phone.eleven-digits', { became });
  if (/^02\d{8,9}$/.test(digits)) return fault('phone.landline');
  if (digits.length !== 10) return fault('phone.length', { actual: digits.length });
  return digits.startsWith('0') && MOBILE.test(digits.slice(1)) ? ok({ national: digits, e164: `+84${digits.slice(1)}` }) : fault('phone.prefix');
}
