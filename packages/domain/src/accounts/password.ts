import { fault, ok, type Parsed } from '../parsed/parsed.js';
import { asText } from '../text/as-text.js';
import { isCommon } from './common-passwords.js';

/** Length counts, kinds of characters do not (NIST SP 800-63B-4 §3.1.1.2); the top only keeps hashing bounded. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 256;

/** What keeps a text from being a password of this person; `same` is found where the old one is known. */
export type PasswordFault = 'password.too-short' | 'password.too-long' | 'password.own-number' | 'password.too-simple' | 'password.common' | 'password.same';

/**
 * Mật khẩu a person chooses (A2, A4): long enough, not their BHXH number, no single character or word repeated, no run of neighbours (`0123456789`, `abcdefghij`),
 * none of those everybody thinks of first (`password123`).
 * Lengths are in characters as people count them. Nothing is trimmed: a space is a character. Facts: `min` or `max`.
 */
export function parsePassword(text: string, { bhxhNumber }: { readonly bhxhNumber: string }): Parsed<string, PasswordFault> {
  const password = asText(text).normalize('NFC');
  const characters = [...password];
  if (characters.length < PASSWORD_MIN) return fault('password.too-short', { min: PASSWORD_MIN });
  if (characters.length > PASSWORD_MAX) return fault('password.too-long', { max: PASSWORD_MAX });
  const number = asText(bhxhNumber).replace(/\D/g, '');
  if (number.length >= 8 && password.replace(/\D/g, '').includes(number)) return fault('password.own-number');
  if (isRun(characters) || isRepeated(characters)) return fault('password.too-simple');
  return isCommon(password) ? fault('password.common') : ok(password);
}

/** Whether each character is the same step from the one before: `aaaa`, `1234`, `9876`. */
function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step);
}

/** Whether it is a few characters over and over: `12121212`, `hanoihanoi`. */
function isRepeated(characters: readonly string[]): boolean {
  const most = Math.floor(characters.length / 2);
  for (let period = 2; period <= Math.min(most, REPEATED_MOST); period++)
    if (characters.every((character, at) => character === characters[at % period])) return true;
  return false;
}

const REPEATED_MOST = 6;
