import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineWords, registerCatalogue, speaks, translator } from './words.js';

const words = defineWords('sample', {
  vi: { found: 'Có {count} dòng.', bye: 'Chào.' },
  en: { found: { one: '{count} row.', other: '{count} rows.' }, bye: 'Bye.' },
});

describe('words', () => {
  it('says a sentence with its facts, numbers as the language writes them', () => {
    expect(translator(words, { language: 'vi', overrides: [] })('found', { count: 11400 })).toBe('Có 11.400 dòng.');
    const t = translator(words, { language: 'en', overrides: [] });
    expect([t('found', { count: 1 }), t('found', { count: 2000 })]).toEqual(['1 row.', '2,000 rows.']);
  });

  it('writes every whole number as the language does', () => {
    for (const language of ['vi', 'en']) {
      const t = translator(words, { language, overrides: [{ found: '{count}' }] });
      fc.assert(
        fc.property(fc.maxSafeInteger(), (count) => {
          expect(t('found', { count })).toBe(new Intl.NumberFormat(language).format(count));
        }),
      );
    }
  });

  it('takes the element’s words before the provider’s, the registered and its own', () => {
    registerCatalogue('vi', { 'sample.bye': 'Đăng ký.' });
    expect(translator(words, { language: 'vi', overrides: [undefined, undefined] })('bye')).toBe('Đăng ký.');
    expect(translator(words, { language: 'vi', overrides: [undefined, { 'sample.bye': 'Nhà cung cấp.' }] })('bye')).toBe('Nhà cung cấp.');
    expect(translator(words, { language: 'vi', overrides: [{ 'sample.bye': 'Riêng.' }, { 'sample.bye': 'Nhà cung cấp.' }] })('bye')).toBe('Riêng.');
  });

  it('says in Vietnamese what a registered language leaves out', () => {
    registerCatalogue('km', { 'sample.bye': 'លា' });
    const t = translator(words, { language: 'km', overrides: [] });
    expect([speaks('km'), speaks('fr'), t('bye'), t('found', { count: 2 })]).toEqual([true, false, 'លា', 'Có 2 dòng.']);
  });
});
