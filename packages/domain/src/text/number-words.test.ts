import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberInWords } from './number-words.js';

const VALUES: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

/** Reads the words back as a listener does: a scale multiplies what was said before it. */
function heard(words: string): number {
  const billion = words.lastIndexOf(' tỷ');
  if (billion >= 0) return heard(words.slice(0, billion)) * 1e9 + heard(words.slice(billion + 3).trim());
  let [total, group, digit] = [0, 0, 0];
  for (const word of words.split(' ').filter(Boolean)) {
    if (word === 'triệu' || word === 'nghìn') {
      total += (group + digit) * (word === 'triệu' ? 1e6 : 1e3);
      [group, digit] = [0, 0];
    } else if (word === 'trăm' || word === 'mươi') {
      group += digit * (word === 'trăm' ? 100 : 10);
      digit = 0;
    } else if (word !== 'linh') {
      group += digit;
      digit = VALUES[word] ?? Number.NaN;
    }
  }
  return total + group + digit;
}

describe('H2 · sums in words', () => {
  it.each([
    [0, 'không'],
    [10, 'mười'],
    [15, 'mười lăm'],
    [14, 'mười bốn'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [1005, 'một nghìn không trăm linh năm'],
    [75_423_000, 'bảy mươi lăm triệu bốn trăm hai mươi ba nghìn'],
    [1_005_000, 'một triệu không trăm linh năm nghìn'],
    [2_000_000_031, 'hai tỷ không trăm ba mươi mốt'],
    [1_000_000_000_000, 'một nghìn tỷ'],
  ])('%d is read %s', (value, words) => expect(numberInWords(value)).toBe(words));

  it('a listener who knows the numerals hears the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), (value) => {
        expect(heard(numberInWords(value))).toBe(value);
      }),
    );
  });

  it('speaks English too, and nothing of what is no whole number of đồng', () => {
    expect(numberInWords(75_423_000, 'en')).toBe('seventy-five million four hundred twenty-three thousand');
    expect(numberInWords(1_000_000_017, 'en')).toBe('one billion seventeen');
    for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(numberInWords(value)).toBe('');
  });
});
