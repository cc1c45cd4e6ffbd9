import PDFDocument from '#pdfkit';
import { describe, expect, it } from 'vitest';
import { loadFaces } from '../fonts/fonts.js';
import type { Block } from './flow.js';
import { MARGIN, Sheet } from './sheet.js';

const faces = await loadFaces();
const sheetOf = (size: number) => new Sheet(new PDFDocument({ size: 'A4', margin: 0, font: null, tagged: true, bufferPages: true }), faces, size);
const heading: Block = { kind: 'H2', runs: [{ text: '2. Điều chỉnh thông tin:', face: 'bold' }] };
const paragraph: Block = { kind: 'P', runs: [{ text: 'Số điện thoại di động: 0900000001', face: 'regular' }] };

describe('a sheet', () => {
  it('R11 · a heading is never the last line of a page: it takes two lines of what follows along', () => {
    for (let y = MARGIN.top; y < 842; y += 1) {
      const sheet = sheetOf(12);
      sheet.y = y;
      sheet.write(heading);
      const { pages } = sheet;
      sheet.write(paragraph);
      sheet.write(paragraph);
      expect([y, sheet.pages]).toEqual([y, pages]);
    }
  });

  it('R11 · a paragraph alone does part at the foot, and goes on at the head of the next page', () => {
    const sheet = sheetOf(12);
    sheet.y = 770;
    for (let line = 0; line < 4; line += 1) sheet.write(paragraph);
    expect(sheet.pages).toBe(2);
    expect(sheet.y).toBeLessThan(MARGIN.top + 60);
  });

  it('tells which answer holds the characters the font lacks, each once', () => {
    const sheet = sheetOf(12);
    sheet.write({ ...paragraph, runs: [{ text: 'Ж Ж 😀', face: 'bold' }], of: 'fullName' });
    sheet.write({ ...paragraph, runs: [{ text: '漢', face: 'regular' }], of: 'street' });
    expect([...sheet.unprintable].map(([of, characters]) => [of, [...characters]])).toEqual([
      ['fullName', ['Ж', '😀']],
      ['street', ['漢']],
    ]);
  });
});
