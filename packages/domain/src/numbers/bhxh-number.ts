import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { compactNumber } from './compact.js';
import { type PersonalId, parsePersonalIdDigits } from './personal-id.js';

/**
 * Mã số BHXH: ten digits for life, or the personal ID of twelve that takes their place (identifiers §1). Neither alone is a key of a record: both change.
 */
export type BhxhNumber = { readonly kind: 'legacy'; readonly digits: string } | PersonalId;

export type BhxhNumberFault = 'bhxh-number.empty' | 'bhxh-number.shape' | 'bhxh-number.length';

/** The fifteen characters of a BHYT card, whose last ten are the BHXH number (R18). */
const CARD = /^[A-Z]{2}[1-5]\d{2}(\d{10})$/;

/** Reads a BHXH number; a whole card number typed or pasted is understood. Facts: `actual`, the count of characters found. */
export function parseBhxhNumber(text: string): Parsed<BhxhNumber, BhxhNumberFault> {
  const compact = compactNumber(text);
  if (compact === '') return fault('bhxh-number.empty');
  const digits = CARD.exec(compact)?.[1] ?? compact;
  if (!/^\d+$/.test(digits)) return fault('bhxh-number.shape', { actual: compact.length });
  if (digits.length === 10) return ok({ kind: 'legacy', digits });
  return digits.length === 12 ? ok(parsePersonalIdDigits(digits)) : fault('bhxh-number.length', { actual: digits.length });
}
