import { asText } from './as-text.js';

/** Characters nobody sees and some sources leave behind: controls (NUL), format characters (zero-width marks, soft hyphen, byte order mark), halves of surrogate pairs. */
const INVISIBLE = /(?![\t-\r\u0085])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** A text without the characters nobody sees. Tabs and line ends stay: they part words. */
export function withoutInvisible(text: string): string {
  return asText(text).replace(INVISIBLE, '');
}

/** A text as the kit keeps it: NFC (TCVN 6909), invisible characters removed, spaces and line ends collapsed to one space and trimmed. Takes any string. */
export function normaliseText(text: string): string {
  return withoutInvisible(text)
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}
