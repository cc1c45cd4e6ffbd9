/** A card number in its printed groups: `DN 4 79 9999999901`. Other text comes back as it is. */
export function formatCardNumber(text: string): string {
  return text.replace(/^([A-Z]{2})([1-5])(\d{2})([0-9A-Z]{10})$/, '$1 $2 $3 $4');
}
