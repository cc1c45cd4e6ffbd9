const WORDS = {
  vi: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
} as const;

/** What somebody is asked who cannot see the picture: digits in words, for a screen reader to say. Five digits are not guessed, as a sum would be. */
export function questionOf(digits: string, locale: 'vi' | 'en'): string {
  const said = Array.from(digits, (digit) => WORDS[locale][Number(digit)]).join(', ');
  return locale === 'vi' ? `Hãy gõ liền nhau bằng chữ số: ${said}.` : `Type these as digits, one after the other: ${said}.`;
}
