import { withoutInvisible } from '../text/normalise.js';

/** A number as it is compared: NFKC (full-width digits become plain), without spaces, dots, dashes and invisible characters, in upper case. Takes any string. */
export function compactNumber(text: string): string {
  return withoutInvisible(text)
    .normalize('NFKC')
    .replace(/[\s\u0085.\-\u2010-\u2015\u2212]/g, '')
    .toUpperCase();
}
