import type { Sex } from '../cards/health-card.js';
import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { compactNumber } from './compact.js';

/** Số định danh cá nhân / CCCD: what its twelve digits tell (identifiers §4). There is no published check digit. */
export interface PersonalId {
  readonly kind: 'personal-id';
  readonly digits: string;
  /** Where the birth was registered: a province, or a country, in three digits. */
  readonly originCode: string;
  readonly birthYear: number;
  readonly sex: Sex;
}

/** Số CMND/HC/CC: one field of the form, three kinds of paper. */
export type IdentityNumber = PersonalId | { readonly kind: 'cmnd'; readonly digits: string } | { readonly kind: 'passport'; readonly number: string };

export type IdentityNumberFault = 'identity-number.empty' | 'identity-number.shape' | 'identity-number.length';

/** Reads the number of an identity paper: personal ID (12 digits), CMND (9) or passport (a letter with 7 or 8 digits). Facts of `length`: `actual`, the digits found. */
export function parsePersonalId(text: string): Parsed<IdentityNumber, IdentityNumberFault> {
  const compact = compactNumber(text);
  if (compact === '') return fault('identity-number.empty');
  if (/^[A-Z]\d{7,8}$/.test(compact)) return ok({ kind: 'passport', number: compact });
  if (!/^\d+$/.test(compact)) return fault('identity-number.shape');
  if (compact.length === 12) return ok(parsePersonalIdDigits(compact));
  return compact.length === 9 ? ok({ kind: 'cmnd', digits: compact }) : fault('identity-number.length', { actual: compact.length });
}

/** The identity number as it travels and is stored. */
export function identityNumberText(number: IdentityNumber): string {
  return number.kind === 'passport' ? number.number : number.digits;
}

/** Twelve digits: origin (3), century and sex (1), year (2), serial (6). The fourth digit counts centuries from 1900, even male, odd female. */
export function parsePersonalIdDigits(digits: string): PersonalId {
  const century = Number(digits.charAt(3));
  return {
    kind: 'personal-id',
    digits,
    originCode: digits.slice(0, 3),
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(digits.slice(4, 6)),
    sex: century % 2 === 0 ? 'male' : 'female',
  };
}
