/** Characters nobody sees and some sources leave behind: NUL and other controls, zero-width marks, soft hyphen, byte order mark. */
// eslint-disable-next-line no-control-regex -- these are what is removed
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

/** A text as the kit keeps it: NFC (TCVN 6909), invisible characters removed, spaces collapsed and trimmed. */
export function normaliseText(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}
