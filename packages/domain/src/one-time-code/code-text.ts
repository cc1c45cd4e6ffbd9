import { fault, ok, type Parsed } from '../parsed/parsed.js';
import { withoutInvisible } from '../text/normalise.js';
import { ONE_TIME_CODE_DIGITS } from './one-time-code.js';

export type OneTimeCodeFault = 'one-time-code.empty' | 'one-time-code.shape';

/** What a gateway says of a code that was tried: wrong (`triesLeft`), locked after the last try, or too old, used or never sent. */
export type OneTimeCodeRefusal = 'one-time-code.wrong' | 'one-time-code.locked' | 'one-time-code.expired';

/** Mã xác thực (OTP): six digits as people type or paste them, with spaces, dots or dashes, full-width too. */
export function parseOneTimeCode(text: string): Parsed<string, OneTimeCodeFault> {
  const compact = withoutInvisible(text)
    .normalize('NFKC')
    .replace(/[\s\p{Pd}.]/gu, '');
  if (compact === '') return fault('one-time-code.empty');
  return /^\d+$/.test(compact) && compact.length === ONE_TIME_CODE_DIGITS ? ok(compact) : fault('one-time-code.shape');
}

/** The code of eight random bytes. The remainder favours no code by more than one in ten million millions. */
export function oneTimeCodeOfBytes(bytes: Uint8Array): string {
  const number = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0);
  return String(number % 10n ** BigInt(ONE_TIME_CODE_DIGITS)).padStart(ONE_TIME_CODE_DIGITS, '0');
}
