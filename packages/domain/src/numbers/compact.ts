/** A number as it is compared: NFKC (full-width digits become plain), without spaces, dots, dashes and invisible characters, in upper case. */
export function compactNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s.\-\u2010-\u2015\u00ad\u200b-\u200f\ufeff\u0000]/g, '')
    .toUpperCase();
}
