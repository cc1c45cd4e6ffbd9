import type { BenefitLevel } from '../cards/health-card.js';
import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { compactNumber } from './compact.js';

/** Mã thẻ BHYT, fifteen characters: object code, benefit level, province, BHXH number (QĐ 1351/QĐ-BHXH 2015). */
export interface CardNumber {
  readonly text: string;
  /** Mã đối tượng: two letters. Sensitive, it can reveal poverty or disability. */
  readonly objectCode: string;
  readonly benefitLevel: BenefitLevel;
  readonly provinceCode: string;
  /** The last ten characters; digits on a current card, letters may stand in those of before 2017. */
  readonly tail: string;
  /** The holder's BHXH number, where the tail is one. */
  readonly bhxhNumber: string | undefined;
}

export type CardNumberFault =
  | 'card-number.empty'
  | 'card-number.length'
  | 'card-number.object-code'
  | 'card-number.benefit-level'
  | 'card-number.province'
  | 'card-number.tail';

/**
 * Reads a card number of fifteen characters. Cards since 01/04/2021 print only the BHXH number (QĐ 1666/QĐ-BHXH 2020): `parseBhxhNumber` reads those. No check digit is
 * published, and any two letters are taken as object code: the list of codes grows. Facts of `length`: `expected` and `actual` characters.
 */
export function parseCardNumber(text: string): Parsed<CardNumber, CardNumberFault> {
  const compact = compactNumber(text);
  if (compact === '') return fault('card-number.empty');
  if (compact.length !== 15) return fault('card-number.length', { expected: 15, actual: compact.length });
  const [objectCode, benefitLevel, provinceCode, tail] = [compact.slice(0, 2), compact.charAt(2), compact.slice(3, 5), compact.slice(5)];
  if (!/^[A-Z]{2}$/.test(objectCode)) return fault('card-number.object-code');
  if (!/^[1-5]$/.test(benefitLevel)) return fault('card-number.benefit-level');
  if (!/^\d{2}$/.test(provinceCode)) return fault('card-number.province');
  if (!/^[0-9A-Z]{10}$/.test(tail)) return fault('card-number.tail');
  return ok({
    text: compact,
    objectCode,
    benefitLevel: benefitLevel as BenefitLevel,
    provinceCode,
    tail,
    bhxhNumber: /^\d{10}$/.test(tail) ? tail : undefined,
  });
}

export { formatCardNumber } from './format-card-number.js';
