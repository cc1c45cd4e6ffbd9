import { describe, expect, it } from 'vitest';
import { FILE_BYTES_MAX, fileFault, fileKind } from './file-check.js';
import { cutOf, dragged, moved, newCrop, resultSize, turned, zoomed } from './crop-model.js';
import { judgeQuality, sharpness, lumaOf } from './quality.js';

/** Pixels of a picture given by its luma at each place. */
const picture = (luma: (x: number, y: number) => number, size = 64) =>
  new Uint8ClampedArray(Array.from({ length: size * size }, (_, at) => [...Array(3).fill(luma(at % size, Math.floor(at / size))), 255]).flat() as number[]);
const stripes = (low: number, high: number) => picture((x) => (Math.floor(x / 4) % 2 ? high : low));
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the quality of a photograph', () => {
  it('R5 · a sharp picture of middling light is not remarked on', () => {
    expect(judgeQuality(stripes(60, 190), 64)).toEqual([]);
  });
  it('R5 · a night picture is too dark, a flash in the face too bright', () => {
    expect(judgeQuality(stripes(5, 50), 64)).toContain('too-dark');
    expect(judgeQuality(stripes(232, 255), 64)).toContain('too-bright');
  });
  it('R5 · a white sheet with print is not too bright', () => {
    expect(
      judgeQuality(
        picture((x, y) => (x % 8 < 2 && y % 6 < 3 ? 20 : 250)),
        64,
        { onPaper: true },
      ),
    ).toEqual([]);
  });
  it('R5 · a soft gradient is too blurred, and sharper edges measure larger', () => {
    expect(
      judgeQuality(
        picture((x) => 60 + x * 2),
        64,
      ),
    ).toEqual(['too-blurred']);
    expect(sharpness(lumaOf(stripes(60, 190)), 64)).toBeGreaterThan(sharpness(lumaOf(stripes(110, 140)), 64));
  });
});

describe('what a file is', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'jpeg', undefined],
    ['\x89PNG\r\n\x1a\n', 'png', undefined],
    ['%PDF-1.7', 'pdf', 'pdf'],
    ['<?xml version="1.0"?><svg>', 'svg', 'svg'],
    ['\xef\xbb\xbf <svg xmlns="">', 'svg', 'svg'],
    ['\0\0\0\x18ftypheic', 'heic', undefined],
    ['xin chao', 'unknown', 'not-an-image'],
  ])('R5 · is told by its first bytes, whatever its name: %j is %s', (head, kind, fault) => {
    expect(fileKind(bytes(head))).toBe(kind);
    expect(fileFault(fileKind(bytes(head)), 1000)).toBe(fault);
  });
  it('R5 · an empty file and one above the limit are refused before they are opened', () => {
    expect([fileFault('jpeg', 0), fileFault('jpeg', FILE_BYTES_MAX + 1), fileFault('jpeg', FILE_BYTES_MAX)]).toEqual(['empty', 'too-large', undefined]);
  });
});

describe('the crop', () => {
  const crop = newCrop({ width: 4000, height: 3000 }, 2 / 3);
  it('R5 · begins as the largest frame of the kind’s shape in the middle', () => {
    expect(cutOf(crop)).toEqual({ x: 1000, y: 0, width: 2000, height: 3000 });
  });
  it('R5 · never leaves the picture, however far it is pushed, zoomed or turned', () => {
    for (const start of [crop, turned(crop), zoomed(crop, 9), turned(zoomed(crop, 2.5))]) {
      for (const [dx, dy] of [
        [9, 9],
        [-9, 9],
        [0.3, -9],
      ] as const) {
        const { x, y, width, height } = cutOf(moved(start, dx, dy));
        const [w, h] = start.quarters % 2 ? [3000, 4000] : [4000, 3000];
        expect([x >= 0, y >= 0, x + width <= w + 1e-6, y + height <= h + 1e-6]).toEqual([true, true, true, true]);
      }
    }
  });
  it('R5 · what was under two fingers stays under them while they zoom', () => {
    const start = moved(zoomed(crop, 2), 0.2, -0.1);
    const under = (at: typeof crop, { x, y }: { x: number; y: number }) => {
      const cut = cutOf(at);
      return [cut.x + (x + 0.5) * cut.width, cut.y + (y + 0.5) * cut.height].map(Math.round);
    };
    const [from, to] = [
      { x: 0.1, y: -0.2, spread: 40 },
      { x: 0.05, y: -0.1, spread: 60 },
    ];
    const end = dragged(start, from, to);
    expect([end.zoom, under(end, to)]).toEqual([3, under(start, from)]);
    expect(dragged(start, from, { ...from, spread: 0 }).zoom).toBe(2);
  });
  it('R5 · four turns bring back the picture', () => {
    expect(cutOf(turned(turned(turned(turned(crop)))))).toEqual(cutOf(crop));
  });
  it('R5 · lays a card down that was photographed upright', () => {
    expect(newCrop({ width: 3000, height: 4000 }, 85.6 / 54).quarters).toBe(3);
  });
  it('R5 · bounds the result and enlarges nothing', () => {
    expect(resultSize(crop, 709)).toEqual({ width: 473, height: 709 });
    expect(resultSize(newCrop({ width: 200, height: 300 }, 2 / 3), 709)).toEqual({ width: 200, height: 300 });
  });
});
