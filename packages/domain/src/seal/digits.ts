/** Digits a group of so many bytes takes: 7 bytes fit into 17 digits with hardly a bit lost, what is left at the end into as few as hold it. */
const DIGITS_OF = [0, 3, 5, 8, 10, 13, 15, 17];
const GROUP = 7;
const GROUP_DIGITS = 17;
const BYTE = 256n;

/** So many bytes at most fit into so many digits. */
export const bytesIn = (digits: number): number =>
  Math.floor(digits / GROUP_DIGITS) * GROUP + DIGITS_OF.findLastIndex((needed) => needed <= digits % GROUP_DIGITS);

/** Bytes as decimal digits: each group of seven as a big-endian number of 17 digits. */
export function digitsOfBytes(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += GROUP) {
    const group = bytes.slice(at, at + GROUP);
    const value = group.reduce((sum, byte) => sum * BYTE + BigInt(byte), 0n);
    text += value.toString().padStart(DIGITS_OF[group.length] ?? 0, '0');
  }
  return text;
}

/** The bytes of such digits; nothing where no bytes have these digits. */
export function bytesOfDigits(text: string): readonly number[] | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += GROUP_DIGITS) {
    const group = text.slice(at, at + GROUP_DIGITS);
    const length = DIGITS_OF.indexOf(group.length);
    if (length < 1) return undefined;
    let value = BigInt(group);
    const part: number[] = [];
    for (let byte = 0; byte < length; byte += 1) {
      part.unshift(Number(value % BYTE));
      value /= BYTE;
    }
    if (value > 0n) return undefined;
    bytes.push(...part);
  }
  return bytes;
}
