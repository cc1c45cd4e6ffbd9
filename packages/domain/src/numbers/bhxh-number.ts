import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { parseCardNumber } from './card-number.js';
import { compactNumber } from './compact.js';
import { type PersonalId, parsePersonalIdDigits } from './personal-id.js';

/**
 * Mã số BHXH: ten digits for life, or the personal ID of twelve that takes their place (identifiers §1). Neither alone is a key of a record: both change.
 */
export type BhxhNumber = { readonly kind: 'legacy'; readonly digits: string } | PersonalId;

export type BhxhNumberFault = 'bhxh-number.empty' | 'bhxh-number.shape' | 'bhxh-number.length';

/**
 * Reads a BHXH number; of a whole card number typed or pasted it takes the last ten characters (R18), unless they hold letters, as before 2017.
 * No check digit is published: digits and length only. Facts of `length`: `actual`, the digits found.
 */
export function parseBhxhNumber(text: string): Parsed<BhxhNumber, BhxhNumberFault> {
  const compact = compactNumber(text);
  if (compact === '') return fault('bhxh-number.empty');
  const card = parseCardNumber(compact);
  const digits = (card.ok && card.value.bhxhNumber) || compact;
  if (!/^\d+$/.test(digits)) return fault('bhxh-number.shape');
  if (digits.length === 10) return ok({ kind: 'legacy', digits });
  return digits.length === 12 ? ok(parsePersonalIdDigits(digits)) : fault('bhxh-number.length', { actual: digits.length });
}
