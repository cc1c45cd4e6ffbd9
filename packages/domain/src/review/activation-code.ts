import { fault, ok, type Parsed } from '../parsed/parsed.js';
import { withoutInvisible } from '../text/normalise.js';

/** Letters and digits that nobody mistakes for each other (Crockford's base 32: without I, L, O and U). Eight of them are 40 bits. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;

export type ActivationCodeFault = 'activation-code.empty' | 'activation-code.shape';

const MISREAD: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** Mã kích hoạt, mã sửa tờ khai: reads a code as people type it, any case, with spaces or dashes, I and L for 1, O for 0. */
export function parseActivationCode(text: string): Parsed<string, ActivationCodeFault> {
  const compact = withoutInvisible(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '');
  if (compact === '') return fault('activation-code.empty');
  const code = compact.replace(/[ILO]/g, (letter) => MISREAD[letter] ?? letter);
  const right = code.length === CODE_LENGTH && [...code].every((letter) => CODE_ALPHABET.includes(letter));
  return right ? ok(code) : fault('activation-code.shape');
}

/** The code of random bytes, `CODE_LENGTH` of them: five bits of each count. */
export function codeOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => CODE_ALPHABET.charAt(byte & 31)).join('');
}

/** As it is shown and sent: `K7QM-2XHD`. */
export function formatActivationCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
