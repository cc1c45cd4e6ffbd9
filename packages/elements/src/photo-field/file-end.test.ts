import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole } from './file-end.js';

const segment = (marker: number, ...body: number[]) => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body];
/** Entropy-coded: after 0xff comes a zero or a restart marker, never another one. */
const coded = fc
  .array(
    fc.oneof(
      fc.nat(254).map((byte) => [byte]),
      fc.constantFrom([0xff, 0], [0xff, 0xd3]),
    ),
    { maxLength: 400 },
  )
  .map((parts) => parts.flat());
const jpeg = fc
  .record({ preview: fc.boolean(), pixels: coded })
  .map(({ preview, pixels }) => [
    ...[0xff, 0xd8],
    ...(preview ? segment(0xe1, 0xff, 0xd8, 1, 2, 3, 0xff, 0xd9) : []),
    ...segment(0xc0, 8, 0, 16, 0, 16, 1, 1, 0x11, 0),
    ...segment(0xda, 1, 1, 0, 0, 63, 0),
    ...pixels,
    ...[0xff, 0xd9],
  ]);
const file = (bytes: readonly number[]) => new Blob([new Uint8Array(bytes)]);

describe('the end of a picture’s file', () => {
  it('R5 · is there in a whole JPEG, whatever was put after it, and in none that was cut off, whatever stands before its pixels', async () => {
    await fc.assert(
      fc.asyncProperty(jpeg, fc.nat(), fc.nat(200_000), async (bytes, cut, more) => {
        expect(await isWhole(file(bytes), 'jpeg')).toBe(true);
        expect(await isWhole(file([...bytes, ...new Array<number>(more).fill(0)]), 'jpeg')).toBe(true);
        expect(await isWhole(file(bytes.slice(0, cut % bytes.length)), 'jpeg')).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('R5 · is there in a whole PNG, also where two readings meet, and in none that was cut off', async () => {
    const head = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];
    for (const pixels of [10, 65_530, 65_532, 65_534, 65_540]) {
      for (const after of [0, 65_529, 65_530, 65_531, 65_532]) {
        const bytes = [
          ...head,
          ...new Array<number>(pixels).fill(7),
          0,
          0,
          0,
          0,
          ...[0x49, 0x45, 0x4e, 0x44],
          0xae,
          0x42,
          0x60,
          0x82,
          ...new Array<number>(after).fill(0),
        ];
        expect(await isWhole(file(bytes), 'png')).toBe(true);
        expect(await isWhole(file(bytes.slice(0, head.length + pixels + 7)), 'png')).toBe(false);
      }
    }
  });

  it('R5 · is not looked for in kinds every browser refuses when they were cut off', async () => {
    expect(await isWhole(file([1, 2, 3]), 'webp')).toBe(true);
  });
});
