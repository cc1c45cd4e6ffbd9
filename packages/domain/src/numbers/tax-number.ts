import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { compactNumber } from './compact.js';

/** Mã số thuế as read. */
export interface TaxNumber {
  /** `9999999027`, of a branch `9999999027-001`. */
  readonly text: string;
  /** Whether the tenth digit agrees with the nine before it; nothing for a personal ID, which has no check digit. */
  readonly checked?: boolean;
}

export type TaxNumberFault = 'tax-number.empty' | 'tax-number.shape' | 'tax-number.length';

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * Mã số thuế: 10 digits, of a branch 13 (the 10 of its head and 3 of its own, Thông tư 105/2020/TT-BTC, điều 5); of a household business 12, its owner's personal ID
 * (Thông tư 86/2024/TT-BTC, since 01/07/2025). The rule of the check digit is known from practice only, so it never refuses a number. Facts of `length`: `actual`.
 */
export function parseTaxNumber(text: string): Parsed<TaxNumber, TaxNumberFault> {
  const digits = compactNumber(text);
  if (digits === '') return fault('tax-number.empty');
  if (!/^\d+$/.test(digits)) return fault('tax-number.shape');
  if (digits.length === 12) return ok({ text: digits });
  if (digits.length !== 10 && digits.length !== 13) return fault('tax-number.length', { actual: digits.length });
  const head = digits.slice(0, 10);
  return ok({ text: digits.length === 10 ? head : `${head}-${digits.slice(10)}`, checked: 10 - (weighted(head) % 11) === Number(head.charAt(9)) });
}

function weighted(digits: string): number {
  return WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits.charAt(at)), 0);
}
