/** A payload after cleaning, and what was seen in it. */
export interface CleanPayload {
  readonly text: string;
  /** Characters a Vietnamese typing program (Unikey, EVKey) leaves when a wedge scanner types through it. */
  readonly typedThrough: boolean;
}

/** Letters such a program makes of plain ones: `Đ` of `DD`, `Ư` of `W`. In a hex payload or a card number they cannot be real. */
const MADE_LETTERS = /[ĐđƯưƠơĂăÂâÊêÔô]/;

/**
 * Cleans a scanned text before it is split (identifiers §3.5): NUL and line ends removed, dashes made plain, NFC. `\` between fields is a `|` that was typed on a
 * Vietnamese layout.
 */
export function cleanPayload(raw: string): CleanPayload {
  const text = raw
    // eslint-disable-next-line no-control-regex -- scanners send them
    .replace(/[\u0000\r\n\u200b\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .normalize('NFC')
    .trim();
  const backslashes = !text.includes('|') && text.split('\\').length >= 7;
  const fields = backslashes ? text.replace(/\\/g, '|') : text;
  // An ID card's payload has real Vietnamese text; in a BHYT card's everything is ASCII.
  const ascii = fields.endsWith('$') || fields.split('|').length >= 14;
  return { text: fields, typedThrough: backslashes || (ascii && MADE_LETTERS.test(fields)) };
}

/** What can be mended for certain: in hex and card numbers `Đ` was a `D`. */
export function mendTyped(token: string): string {
  return token.replace(/Đ/g, 'D').replace(/đ/g, 'd');
}
