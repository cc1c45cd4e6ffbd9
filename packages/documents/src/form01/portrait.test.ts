import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { person } from '../../test-support/forms.js';
import { type Coding, jpegOf } from '../../test-support/pictures.js';
import { readForm } from '../../test-support/reading.js';
import { portraitFault } from './portrait.js';
import { renderForm01 } from './render.js';
import type { Form01Warning } from './warnings.js';

/** 4×6 cm in the upper left corner, in points. */
const BOX = { x: 70.9, y: 36.9, width: 113.386, height: 170.079 };

/** A JPEG with bytes of its segment `marker` changed, from `offset` on. */
function changed(jpeg: Uint8Array, marker: number, [offset, ...bytes]: readonly number[]): Uint8Array {
  const at = jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === marker);
  const copy = jpeg.slice();
  copy.set(bytes, at + (offset ?? 0));
  return copy;
}

function near(actual: object | undefined, expected: Readonly<Record<string, number>>): void {
  expect(actual).toEqual(Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, expect.closeTo(value, 1)])));
}

/** Where the page draws its picture and how it is cropped, in points, and the middle pixel as a reader decodes it; nothing where it draws none. */
async function drawnPicture(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const at = fnArray.indexOf(OPS.paintImageXObject);
  if (at < 0) return undefined;
  const [width, , , height, x, y] = argsArray[fnArray.lastIndexOf(OPS.transform, at)] as [number, number, number, number, number, number];
  const [left, top, right, bottom] = Object.values(argsArray[fnArray.lastIndexOf(OPS.clip, at) + 1][2] as Float32Array) as [number, number, number, number];
  const image = await new Promise<{ data: Uint8Array; width: number; height: number }>((decoded) => page.objs.get(argsArray[at][0], decoded));
  const bytesPerPixel = image.data.length / (image.width * image.height);
  const middle = (Math.floor(image.height / 2) * image.width + Math.floor(image.width / 2)) * bytesPerPixel;
  return { drawn: { x, y: y + height, width, height: -height }, crop: { x: left, y: top, width: right - left, height: bottom - top }, red: image.data[middle] };
}

async function printed(portrait: Uint8Array) {
  const warnings: Form01Warning[] = [];
  const bytes = await renderForm01({ ...person, portrait }, { onWarning: (warning) => warnings.push(warning) });
  return { bytes, warnings };
}

describe('the portrait', () => {
  it.each([
    ['2:3, as asked for', 400, 600, {}],
    ['2:3, grey', 400, 600, { grey: true }],
    ['2:3, progressive', 400, 600, { progressive: true }],
    ['square', 500, 500, {}],
    ['wide', 800, 450, {}],
    ['tall', 300, 900, { grey: true, progressive: true }],
  ])('R5 · %s: covers the 4×6 box, keeps its proportions, and is cropped to the box', async (_name, width, height, coding: Coding) => {
    const { bytes, warnings } = await printed(await jpegOf(width, height, coding));
    expect(warnings).toEqual([]);
    const { drawn, crop, red } = (await drawnPicture(bytes)) ?? {};
    const scale = Math.max(BOX.width / width, BOX.height / height);
    near(crop, BOX);
    near(drawn, {
      x: BOX.x + (BOX.width - width * scale) / 2,
      y: BOX.y + (BOX.height - height * scale) / 2,
      width: width * scale,
      height: height * scale,
    });
    expect(Math.abs((red ?? 0) - (coding.grey ? 160 : 196))).toBeLessThan(8);
    const { tagged, text, pages } = await readForm(bytes);
    expect(pages).toBe(1);
    expect(tagged).toContainEqual({ role: 'Figure', text: '', alt: 'Ảnh cá nhân' });
    expect(text).not.toContain('4×6');
  });

  it('R5 · a portrait in a part of a larger buffer is read from where it starts', async () => {
    const jpeg = await jpegOf(40, 60);
    const shared = Buffer.concat([Buffer.alloc(64), jpeg]).subarray(64);
    expect((await printed(shared)).bytes).toEqual((await printed(jpeg)).bytes);
  });

  it.each([
    ['nothing', 'not-jpeg', () => new Uint8Array()],
    ['a PNG', 'not-jpeg', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['a text', 'not-jpeg', () => new TextEncoder().encode('Nguyễn Văn A')],
    ['half a JPEG', 'damaged', (jpeg: Uint8Array) => jpeg.slice(0, jpeg.length / 2)],
    ['a JPEG of no height', 'damaged', (jpeg: Uint8Array) => changed(jpeg, 0xc0, [5, 0, 0])],
    ['a JPEG of two channels', 'damaged', (jpeg: Uint8Array) => changed(jpeg, 0xc0, [9, 2])],
    ['a JPEG of a coding PDF does not know', 'damaged', (jpeg: Uint8Array) => changed(jpeg, 0xc0, [1, 0xc9])],
  ] as const)('R11 · %s as portrait: the form is printed without it and says so', async (_name, reason, spoilt) => {
    const { bytes, warnings } = await printed(spoilt(await jpegOf(40, 60)));
    expect(warnings).toEqual([{ code: 'form01.picture-unusable', facts: { reason } }]);
    expect(bytes).toEqual(await renderForm01(person));
    expect((await readForm(bytes)).text).toContain('Ảnh cá nhân (4×6)');
  });

  it('R5 · whatever bytes a picture has, they are judged and never thrown at', async () => {
    const jpeg = await jpegOf(40, 60, { progressive: true });
    expect(portraitFault(jpeg)).toBeUndefined();
    fc.assert(fc.property(fc.nat(jpeg.length - 1), (length) => portraitFault(jpeg.subarray(0, length)) !== undefined));
    fc.assert(fc.property(fc.uint8Array(), (tail) => portraitFault(Uint8Array.of(0xff, 0xd8, 0xff, ...tail)) !== 'not-jpeg'));
  });

  it('R11 · a picture with any one byte wrong never breaks the form', async () => {
    const jpeg = await jpegOf(40, 60);
    await fc.assert(
      fc.asyncProperty(fc.nat(jpeg.length - 1), fc.nat(255), async (at, byte) => {
        const { bytes } = await printed(jpeg.with(at, byte));
        expect((await readForm(bytes)).text).toContain(person.fullName);
      }),
      { numRuns: 6 },
    );
  });
});
