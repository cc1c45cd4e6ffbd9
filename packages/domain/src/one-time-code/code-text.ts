import type { Parsed } from '../parsed/parsed.js';
import { ONE_TIME_CODE_DIGITS } from './one-time-code.js';

export type OneTimeCodeFault = 'one-time-code.empty' | 'one-time-code.shape';

/** What a gateway says of a code that was tried: wrong (`triesLeft`), locked after the last try, or too old, used or never sent. */
export type OneTimeCodeRefusal = 'one-time-code.wrong' | 'one-time-code.locked' | 'one-time-code.expired';

/** Mã xác thực (OTP): six digits as people type or paste them, with spaces, dots or dashes, full-width too. */
export function parseOneTimeCode(text: string): Parsed<string, OneTimeCodeFault> {
  // By itself, for the sake of forms that load it later: letters of control and format (\p{C}) are what one cannot see.
  const value = (typeof text === 'string' ? text : '').normalize('NFKC').replace(/[\s\p{Pd}\p{C}.]/gu, '');
  if (value === '') return { ok: false, code: 'one-time-code.empty', facts: {} };
  return /^\d+$/.test(value) && value.length === ONE_TIME_CODE_DIGITS ? { ok: true, value } : { ok: false, code: 'one-time-code.shape', facts: {} };
}

/** The code of eight random bytes. The remainder favours no code by more than one in ten million millions. */
export function oneTimeCodeOfBytes(bytes: Uint8Array): string {
  const number = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0);
  return String(number % 10n ** BigInt(ONE_TIME_CODE_DIGITS)).padStart(ONE_TIME_CODE_DIGITS, '0');
}
