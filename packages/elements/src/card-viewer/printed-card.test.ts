import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { findChromium } from '../../../../scripts/browsers.mjs';

const MILLIMETRE = 72 / 25.4;
const PAYLOAD = 'HN3799999999901|4e677579e1bb856e2056c4836e2041|01/02/2010|1|-|79 - 000|01/01/2026|31/12/2026|05/12/2025|SYNTHETIC|$';

const PAGE = `
  import '@bhxh-kit/elements/define/card-viewer.js';
  const card = {
    number: 'HN3799999999901', holderName: 'Nguyễn Văn A', birthDate: '2010-02-01', sex: 'male', address: '12 Đường Mẫu, Phường Thử, TP. Mẫu',
    facilityCode: '79 - 000', facilityName: 'Bệnh viện Mẫu', validFrom: '2026-01-01', validTo: '2026-12-31', objectCode: 'HN', benefitLevel: '3',
    qrText: '${PAYLOAD}',
  };
  document.body.append(Object.assign(document.createElement('bhxh-card-viewer'), { cards: [card], date: '2026-06-01' }));
`;

/** What a sheet holds when it is sent to the printer: kept by the frame it is printed from. */
const KEEP_SHEET = `
  window.print = () => {
    const css = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join('');
    top.sheet = '<!doctype html><html lang="vi"><style>' + css + '</style>' + document.body.innerHTML;
  };
`;

let browser: Browser;
beforeAll(async () => {
  const { executablePath, args, env } = await findChromium();
  browser = await chromium.launch({ executablePath, args, env });
  const wasm = readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
});
afterAll(() => browser.close());

/** Presses the buttons of a viewer, and answers the sheet that would have gone to the printer. */
async function printed(...buttons: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
    conditions: ['@bhxh-kit/source', 'browser'],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  const page = await browser.newPage();
  await page.addInitScript(KEEP_SHEET);
  await page.setContent('<!doctype html><html lang="vi"><title>Thẻ</title><body></body></html>');
  await page.addScriptTag({ content: outputFiles[0]!.text });
  for (const name of buttons) await page.getByRole('button', { name, exact: true }).first().click();
  const sheet = await page.waitForFunction<string>('top.sheet');
  return sheet.jsonValue();
}

it('C5 · a printed card measures 85.60 × 53.98 mm, a page for each face, and the code on it is read', async () => {
  const sheet = await browser.newPage();
  await sheet.setContent(await printed('Hiện số', 'In thẻ'));
  const pdf = await getDocument({ data: new Uint8Array(await sheet.pdf({ preferCSSPageSize: true, printBackground: true })), verbosity: 0 }).promise;
  expect(pdf.numPages).toBe(2);
  for (const number of [1, 2]) {
    const [left = 0, bottom = 0, right = 0, top = 0] = (await pdf.getPage(number)).view;
    const [width, height] = [(right - left) / MILLIMETRE, (top - bottom) / MILLIMETRE];
    // Chromium rounds a page to whole points, a third of a millimetre.
    expect([Math.abs(width - 85.6) < 0.36, Math.abs(height - 53.98) < 0.36], `${width} × ${height} mm`).toEqual([true, true]);
  }
  await sheet.setViewportSize({ width: 400, height: 500 });
  const faces = await sheet.locator('svg').evaluateAll((all) => all.map((face) => [face.getBoundingClientRect().width, face.getBoundingClientRect().height]));
  for (const [width = 0, height = 0] of faces) expect([(width / 96) * 25.4, (height / 96) * 25.4]).toEqual([expect.closeTo(85.6, 1), expect.closeTo(53.98, 1)]);
  // Drawn at 300 dpi, as an office printer prints it.
  const large = await browser.newPage({ deviceScaleFactor: 300 / 96, viewport: { width: 400, height: 500 } });
  await large.setContent(await sheet.content());
  const codes = await readBarcodes(new Uint8Array(await large.screenshot({ fullPage: true })), { formats: ['QRCode'] });
  expect(codes.map(({ text }) => text)).toEqual([PAYLOAD]);
});
