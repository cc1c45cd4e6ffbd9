import { describe, expect, it } from 'vitest';
import type { English, Words } from './words.js';

type Vietnamese = Readonly<Record<string, string>>;
type Catalogue = Words & { readonly file: string };

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'name' in value && 'vi' in value && 'en' in value;

/** Every catalogue of every element, whichever file it stands in: a new one is in this test from its first day. */
const catalogues: readonly Catalogue[] = Object.entries(import.meta.glob<Record<string, unknown>>('../*/*words*.ts', { eager: true })).flatMap(
  ([file, exports]) =>
    Object.values(exports)
      .filter(isWords)
      .map((words) => ({ ...words, file })),
);

async function englishOf({ en }: Words): Promise<English<Vietnamese>> {
  return typeof en === 'function' ? (await en()).default : en;
}

const factsOf = (text: string): readonly string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact!))].sort();

describe('E5 · the catalogues of the elements', () => {
  it('are found, those whose English is loaded later among them', () => {
    expect([...new Set(catalogues.map(({ name }) => name))].sort()).toEqual(
      [
        'access-log',
        'activate',
        'address-field',
        'agency-picker',
        'benefit-history',
        'card-viewer',
        'change-password',
        'common',
        'consent',
        'deadline',
        'declaration-form',
        'declaration-status',
        'forgot-password',
        'history-table',
        'my-devices',
        'one-time-code',
        'photo-field',
        'profile',
        'provider',
        'review-case',
        'review-queue',
        'scanning',
        'sign-in',
        'visit-history',
      ].sort(),
    );
    expect(catalogues.filter(({ en }) => typeof en === 'function').map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'access-log',
        'address-field',
        'agency-picker',
        'card-viewer',
        'common',
        'declaration-form',
        'declaration-status',
        'history-table',
        'photo-field',
        'review-case',
        'review-queue',
      ]),
    );
  });

  it.each(catalogues)('$file: every sentence is said in English, with the facts of the Vietnamese one and no others', async (words) => {
    const english = await englishOf(words);
    expect(Object.keys(words.vi).length).toBeGreaterThan(0);
    for (const [key, vietnamese] of Object.entries(words.vi)) {
      expect(Object.hasOwn(english, key), key).toBe(true);
      const sentence = english[key]!;
      for (const text of typeof sentence === 'string' ? [sentence] : [sentence.one, sentence.other]) {
        expect(text.trim(), key).not.toBe('');
        // The sentence for one may leave the count to its grammar.
        const told = typeof sentence === 'object' && text === sentence.one ? (fact: string) => fact !== 'count' : () => true;
        expect([key, factsOf(text).filter(told)]).toEqual([key, factsOf(vietnamese).filter(told)]);
      }
    }
  });

  it('have no English sentence that nobody says', async () => {
    for (const name of new Set(catalogues.map((words) => words.name))) {
      const of = catalogues.filter((words) => words.name === name);
      const said = new Set(of.flatMap(({ vi }) => Object.keys(vi)));
      const english = (await Promise.all(of.map(englishOf))).flatMap((sentences) => Object.keys(sentences));
      expect(
        english.filter((key) => !said.has(key)),
        name,
      ).toEqual([]);
    }
  });

  it('write Vietnamese in composed letters, with its tones where the letters put them: xóa, hủy, khỏe', () => {
    for (const { vi, file } of catalogues)
      for (const [key, text] of Object.entries(vi)) {
        expect(text, `${file} ${key}`).toBe(text.normalize('NFC'));
        expect(text, `${file} ${key}`).not.toMatch(/(?<!q)(o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\p{L})/iu);
      }
  });
});
