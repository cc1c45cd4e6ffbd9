import { type Parsed, fault, ok } from '../parsed/parsed.js';

/** A personal field as the parsers understood it: the text for the wire, and what the number itself tells. */
export interface Reading {
  readonly wire: string;
  readonly kind?: 'legacy' | 'personal-id' | 'cmnd' | 'passport';
  readonly birthYear?: number;
  readonly sex?: 'male' | 'female';
}

export type ReadingResult = Parsed<Reading>;

export function readBhxhNumber(text: string): ReadingResult {
  const compact = text
    .normalize('NFC')
    .replace(/[\s.-]/g, '')
    .toUpperCase();
  const digits = /^[A-Z]{2}[1-5]\d{12}$/.test(compact) ? compact.slice(-10) : compact;
  if (/^\d{10}$/.test(digits)) return ok({ wire: digits, kind: 'legacy' });
  if (/^\d{12}$/.test(digits)) return ok({ wire: digits, kind: 'personal-id', ...personal(digits) });
  return fault('bhxh-number.length', { actual: digits.length });
}
export function readIdentityNumber(text: string): ReadingResult {
  const digits = text
    .normalize('NFC')
    .replace(/[\s.-]/g, '')
    .toUpperCase();
  if (/^\d{12}$/.test(digits)) return ok({ wire: digits, kind: 'personal-id', ...personal(digits) });
  if (/^\d{9}$/.test(digits)) return ok({ wire: digits, kind: 'cmnd' });
  if (/^[A-Z]\d{7,8}$/.test(digits)) return ok({ wire: digits, kind: 'passport' });
  return fault('identity-number.shape');
}
function personal(digits: string) {
  const c = Number(digits[3]);
  return { birthYear: 1900 + Math.floor(c / 2) * 100 + Number(digits.slice(4, 6)), sex: c % 2 ? ('female' as const) : ('male' as const) };
}
export function readPhone(text: string): ReadingResult {
  const d = text.replace(/[\s.-]/g, '').replace(/^\+?84/, '0');
  return /^0[35789]\d{8}$/.test(d) ? ok({ wire: d }) : fault('phone.length', { actual: d.length });
}
export function readName(text: string): ReadingResult {
  const t = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  return t ? ok({ wire: t }) : fault('name.empty');
}
export function readEmail(text: string): ReadingResult {
  const t = text.trim();
  return /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(t) ? ok({ wire: t }) : fault('email.shape');
}

export function isRealDate(d: string) {
  const t = new Date(`${d}T00:00:00Z`);
  return !Number.isNaN(t.getTime()) && t.toISOString().slice(0, 10) === d;
}
export function ageOn(birthDate: string, today: string): number {
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0);
}
