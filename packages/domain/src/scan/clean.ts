/** A payload after cleaning, and what was seen in it. */
export interface CleanPayload {
  readonly tokens: readonly string[];
  /** Characters a Vietnamese typing program (Unikey, EVKey) leaves when a wedge scanner types through it. */
  readonly typedThrough: boolean;
}

/**
 * Cleans a scanned text and splits it (identifiers §3.5): NUL, line ends and the scanner's own prefix (`]Q1`, ISO/IEC 15424) removed, dashes made plain, NFC.
 * `\` in place of every `|` was typed on a Vietnamese layout. A BHYT payload is plain ASCII, so any other letter in it was made by a typing program.
 */
export function cleanPayload(raw: string): CleanPayload {
  const text = raw
    // eslint-disable-next-line no-control-regex -- scanners send them
    .replace(/[\u0000\r\n\u200b\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .normalize('NFC')
    .trim()
    .replace(/^\]Q[0-6]/, '');
  const backslashes = !text.includes('|') && text.split('\\').length >= 7;
  const tokens = text.split(backslashes ? '\\' : '|');
  const ascii = tokens.length >= 14 || (tokens.length >= 8 && tokens.at(-1)?.trim() === '$');
  if (!ascii || !/(?!\s)\P{ASCII}/u.test(text)) return { tokens, typedThrough: backslashes };
  return { tokens: tokens.map(mendTyped), typedThrough: true };
}

/**
 * What can be mended for certain: `Đ` was a `D`. No `DD` or `D9`, the other things such a program makes it of, stands in hex of Vietnamese letters, and a swallowed
 * letter leaves an odd number of digits, which is no hex text. Of `Â` and the like nobody can tell what stood there.
 */
export function mendTyped(token: string): string {
  return token.replace(/Đ/g, 'D').replace(/đ/g, 'd');
}
