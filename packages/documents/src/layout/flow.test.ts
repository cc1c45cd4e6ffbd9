import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLUE, linesOf } from './flow.js';

/** Lines of a text whose every character is one point wide. */
const wrapped = (text: string, width: number) =>
  linesOf([{ text, face: 'regular' }], width, (part) => [...part].length).map(({ runs }) =>
    runs
      .map((run) => run.text)
      .join('')
      .trim(),
  );

describe('lines of the form', () => {
  it('the dots of a year stay beside their word', () => {
    expect(wrapped('từ ngày năm .....', 13)).toEqual(['từ ngày năm', '.....']);
    expect(wrapped(`từ ngày năm${GLUE}.....`, 13)).toEqual(['từ ngày', 'năm .....']);
  });

  it('a word longer than a line fills the line it begins in', () => {
    expect(wrapped(`Địa chỉ: ${'W'.repeat(14)} cũ`, 12)).toEqual(['Địa chỉ: WWW', 'WWWWWWWWWWW', 'cũ']);
  });

  it('nothing is lost and nothing is wider than the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 6, max: 30 }), (text, width) => {
        const lines = linesOf([{ text, face: 'regular' }], width, (part) => (part.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).length);
        const bare = (whole: string) => whole.normalize('NFC').replace(/\s/g, '');
        expect(bare(lines.flatMap(({ runs }) => runs.map((run) => run.text)).join(''))).toBe(bare(text));
        for (const { runs } of lines)
          expect(
            (
              runs
                .map((run) => run.text)
                .join('')
                .trimEnd()
                .match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
            ).length,
          ).toBeLessThanOrEqual(width);
      }),
    );
  });
});
