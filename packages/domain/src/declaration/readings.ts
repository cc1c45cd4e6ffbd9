import type { Sex } from '../cards/health-card.js';
import { parseBhxhNumber } from '../numbers/bhxh-number.js';
import { type IdentityNumber, identityNumberText, parsePersonalId } from '../numbers/personal-id.js';
import { parsePhone } from '../numbers/phone.js';
import { type Parsed, ok } from '../parsed/parsed.js';
import { parseEmail } from '../text/email.js';
import { parsePersonName } from '../text/person-name.js';

/** An answer as its parser understood it: the text for the wire, and what a number tells of itself. */
export interface Reading {
  readonly wire: string;
  readonly kind?: 'legacy' | IdentityNumber['kind'];
  readonly birthYear?: number;
  readonly sex?: Sex;
}
export type ReadingResult = Parsed<Reading>;

/** Mã số BHXH; a whole card number is understood (R18). */
export function readBhxhNumber(text: string): ReadingResult {
  return read(parseBhxhNumber(text), (number) => ({ ...number, wire: number.digits }));
}

/** Số CMND/HC/CC. */
export function readIdentityNumber(text: string): ReadingResult {
  return read(parsePersonalId(text), (number) => ({ ...number, wire: identityNumberText(number) }));
}

/** Điện thoại di động. */
export function readPhone(text: string): ReadingResult {
  return read(parsePhone(text), (phone) => ({ wire: phone.national }));
}

/** Họ và tên. */
export function readName(text: string): ReadingResult {
  return read(parsePersonName(text), (wire) => ({ wire }));
}

/** Địa chỉ thư điện tử. */
export function readEmail(text: string): ReadingResult {
  return read(parseEmail(text), (wire) => ({ wire }));
}

/** What a parser answered, as a reading. */
export function read<Value>(parsed: Parsed<Value>, reading: (value: Value) => Reading): ReadingResult {
  return parsed.ok ? ok(reading(parsed.value)) : parsed;
}
