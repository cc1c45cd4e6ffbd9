import { normaliseText } from '../text/normalise.js';
import type { Sex } from '../cards/health-card.js';
import { type Parsed, fault, ok } from '../parsed/parsed.js';

/** Why a number, name or address of the form was not understood. */
export const READING_FAULT_CODES = [
  'bhxh-number.shape',
  'identity-number.shape',
  'phone.shape',
  'phone.eleven-digits',
  'phone.landline',
  'person-name.shape',
  'email.shape',
] as const;
export type ReadingFaultCode = (typeof READING_FAULT_CODES)[number];

/** An answer as it was understood: its text for the wire, and what a number tells of itself. */
export interface Reading {
  readonly wire: string;
  readonly kind?: 'legacy' | 'personal-id' | 'cmnd' | 'passport';
  readonly birthYear?: number;
  readonly sex?: Sex;
}
export type ReadingResult = Parsed<Reading, ReadingFaultCode>;

/** Mã số BHXH: 10 or 12 digits, or a whole BHYT card number, whose last 10 characters it is (R18). */
export function readBhxhNumber(text: string): ReadingResult {
  const compact = compactNumber(text);
  const digits = /^[A-Z]{2}[1-5]\d{12}$/.test(compact) ? compact.slice(-10) : compact;
  if (/^\d{10}$/.test(digits)) return ok({ wire: digits, kind: 'legacy' });
  return /^\d{12}$/.test(digits) ? ok(personalId(digits)) : fault('bhxh-number.shape');
}

/** Số CMND/HC/CC: a personal ID of 12 digits, a CMND of 9, or a passport (identifiers §4). */
export function readIdentityNumber(text: string): ReadingResult {
  const compact = compactNumber(text);
  if (/^\d{12}$/.test(compact)) return ok(personalId(compact));
  if (/^\d{9}$/.test(compact)) return ok({ wire: compact, kind: 'cmnd' });
  return /^[A-Z]\d{7,8}$/.test(compact) ? ok({ wire: compact, kind: 'passport' }) : fault('identity-number.shape');
}

/** Điện thoại di động: 10 digits from 03, 05, 07, 08, 09; `+84` and `84` stand for the first 0 (identifiers §5). */
export function readPhone(text: string): ReadingResult {
  const digits = compactNumber(text)
    .replace(/[()]/g, '')
    .replace(/^(\+84|84(?=\d{9}$))/, '0')
    .replace(/^00/, '0');
  if (/^0[35789]\d{8}$/.test(digits)) return ok({ wire: digits });
  if (/^01\d{9}$/.test(digits)) return fault('phone.eleven-digits');
  return /^02\d{8,9}$/.test(digits) ? fault('phone.landline') : fault('phone.shape');
}

/** Họ và tên: letters of any alphabet with apostrophes, hyphens and dots between them; no digits. */
export function readName(text: string): ReadingResult {
  const name = normaliseText(text);
  return /^\p{L}[\p{L}\p{M}'’.\- ]*$/u.test(name) ? ok({ wire: name }) : fault('person-name.shape');
}

/** Địa chỉ thư điện tử. */
export function readEmail(text: string): ReadingResult {
  const email = normaliseText(text);
  return /^[^\s@"<>(),;:]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(email) ? ok({ wire: email }) : fault('email.shape');
}

function personalId(digits: string): Reading {
  const century = Number(digits[3]);
  return {
    wire: digits,
    kind: 'personal-id',
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(digits.slice(4, 6)),
    sex: century % 2 === 0 ? 'male' : 'female',
  };
}

function compactNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s.\-–]/gu, '')
    .toUpperCase();
}
