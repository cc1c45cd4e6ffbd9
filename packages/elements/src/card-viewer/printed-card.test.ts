import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { HealthCard } from '@bhxh-kit/domain';
import { build } from 'esbuild';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { findChromium } from '../../../../scripts/browsers.mjs';
import { CARD as SAMPLE } from './testing/sample-cards.js';

const MILLIMETRE = 72 / 25.4;
const CARD: HealthCard = {
  ...SAMPLE,
  fiveYearsFrom: '2027-05-01',
  qrText: 'HN3799999999901|4e677579e1bb856e2056c4836e2041|01/02/2010|1|-|79 - 000|01/01/2026|31/12/2026|05/12/2025|SYNTHETIC|$',
};
const TEN_DIGITS: HealthCard = {
  ...CARD,
  issuedOn: '2025-12-05',
  issuedAt: 'TP. Mẫu',
  livingArea: 'K1',
  qrText:
    '9999999901|4e677579e1bb856e2056c4836e2041|01/02/2010|1|-|79 - 000|01/01/2026|-|05/12/2025|79009999999901|-|5|01/05/2027|0123456789abcdef-7102|4|5175e1baad6e205468e1bbad2c205468c3a06e68207068e1bb91204de1baab75|$',
};

const PAGE = `
  import '@bhxh-kit/elements/define/card-viewer.js';
  globalThis.show = (card) =>
    document.body.replaceChildren(Object.assign(document.createElement('bhxh-card-viewer'), { cards: [card], date: '2026-06-01' }));
`;

/** What a sheet holds when it is sent to the printer: kept by the frame it is printed from. */
const KEEP_SHEET = `
  window.print = () => {
    const css = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('');
    top.sheet = '<!doctype html><html lang="vi"><style>' + css + '</style>' + document.body.innerHTML;
  };
`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const { executablePath, args, env } = await findChromium();
  browser = await chromium.launch({ executablePath, args, env });
  const wasm = readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
    conditions: ['@bhxh-kit/source', 'browser'],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  page = await browser.newPage();
  await page.addInitScript(KEEP_SHEET);
  await page.setContent('<!doctype html><html lang="vi"><title>Thẻ</title><body></body></html>');
  await page.addScriptTag({ content: outputFiles[0]!.text });
});
afterAll(() => browser.close());

const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();

/** Shows a card with its numbers, and answers the sheet that would have gone to the printer. */
async function printed(card: HealthCard): Promise<string> {
  await page.evaluate((shown) => Object.assign(globalThis, { sheet: undefined }) && (globalThis as unknown as { show(card: unknown): void }).show(shown), card);
  await press('Hiện số');
  await press('In thẻ');
  return (await page.waitForFunction<string>('top.sheet')).jsonValue();
}

/** The picture the person is given. */
async function saved(): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press('Lưu ảnh')]);
  return readFileSync(await file.path());
}

/** The pages of a PDF as pdf.js sees them: millimetres, the text, and whether any of it is mirrored. */
async function pagesOf(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const sheet = await pdf.getPage(at + 1);
      const [left = 0, bottom = 0, right = 0, top = 0] = sheet.view;
      const { items } = await sheet.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
      const mirrored = items.some((item) => 'str' in item && item.str.trim() !== '' && (item.transform as number[])[0]! < 0);
      return { mirrored, width: (right - left) / MILLIMETRE, height: (top - bottom) / MILLIMETRE, text: text.replace(/\s+/g, ' ').normalize('NFC') };
    }),
  );
}

/** The chunks of a PNG by type, each with its checksum right (PNG §5.3). */
function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    if (crc32(png.subarray(at + 4, at + 8 + length)) !== png.readUInt32BE(at + 8 + length)) throw new Error(`the checksum of ${type} is wrong`);
    chunks.set(type, png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

const codesIn = async (picture: Buffer) => (await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] })).map(({ text }) => text);

it.each([
  ['of 2014', CARD, ['HN 3 79 9999999901', 'Nguyễn Văn A', '79 - 000 · Bệnh viện Mẫu', '01/01/2026 – 31/12/2026', '01/05/2027']],
  ['with ten digits', TEN_DIGITS, ['9999999901', 'Nguyễn Văn A', 'Mức hưởng', '3 · K1', '01/05/2027']],
] as const)(
  'C5 · a printed card %s measures 85.60 × 53.98 mm, a page for each face; its text and its code are read, as those of the saved picture',
  async (_, card, onFront) => {
    const sheet = await browser.newPage();
    await sheet.setContent(await printed(card));
    const [front, back, ...more] = await pagesOf(await sheet.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(more).toEqual([]);
    // Chromium rounds a page to whole points, a third of a millimetre.
    for (const { width, height } of [front!, back!])
      expect([Math.abs(width - 85.6) < 0.36, Math.abs(height - 53.98) < 0.36], `${width} × ${height} mm`).toEqual([true, true]);
    for (const words of ['THẺ BẢO HIỂM Y TẾ', ...onFront]) expect(front!.text).toContain(words);
    expect(front!.text.includes('HN 3 79')).toBe(card === CARD);
    for (const words of ['MẶT SAU', '12 Đường Mẫu, Phường Thử, TP. Mẫu', 'quỹ BHYT trả 95%']) expect(back!.text).toContain(words);
    await sheet.setViewportSize({ width: 400, height: 500 });
    const faces = await sheet.locator('svg').evaluateAll((all) => all.map((face) => [face.getBoundingClientRect().width, face.getBoundingClientRect().height]));
    for (const [width = 0, height = 0] of faces)
      expect([(width / 96) * 25.4, (height / 96) * 25.4]).toEqual([expect.closeTo(85.6, 1), expect.closeTo(53.98, 1)]);
    // Drawn at 300 dpi, as an office printer prints it.
    const large = await browser.newPage({ deviceScaleFactor: 300 / 96, viewport: { width: 400, height: 500 } });
    await large.setContent(await sheet.content());
    expect(await codesIn(await large.screenshot({ fullPage: true }))).toEqual([card.qrText]);
    await Promise.all([sheet.close(), large.close()]);

    const picture = await saved();
    const chunks = chunksOf(picture);
    const [header, density] = [chunks.get('IHDR')!, chunks.get('pHYs')!];
    // Two faces of 85.60 × 53.98 mm, 4 mm apart, at 600 dpi: 23,622 pixels a metre (unit 1).
    expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([2022, 2645]);
    expect([density.readUInt32BE(0), density.readUInt32BE(4), density[8]]).toEqual([23_622, 23_622, 1]);
    expect(await codesIn(picture)).toEqual([card.qrText]);
  },
);

it('C5 · the page itself prints the side that is seen, flat: not both over one another, one of them mirrored', async () => {
  await page.evaluate((shown) => (globalThis as unknown as { show(card: unknown): void }).show(shown), CARD);
  await press('Hiện số');
  await page.locator('.faces svg').nth(1).waitFor({ state: 'attached' });
  const printedPage = async () => {
    const [sheet] = await pagesOf(await page.pdf());
    return { front: sheet!.text.includes('THẺ BẢO HIỂM Y TẾ'), back: sheet!.text.includes('MẶT SAU'), mirrored: sheet!.mirrored };
  };
  expect(await printedPage()).toEqual({ front: true, back: false, mirrored: false });
  await press('Lật thẻ');
  expect(await printedPage()).toEqual({ front: false, back: true, mirrored: false });
});
