import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

const POINTS_PER_INCH = 72;
const MILLIMETRES_PER_INCH = 25.4;

/** The part of pdf.js that draws outside a browser. */
interface Canvases {
  create(width: number, height: number): { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D };
}

/** The last page as a printer or a screen of this resolution shows it. */
export async function lastPage(bytes: Uint8Array, dotsPerInch: number): Promise<ImageData> {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
  const page = await pdf.getPage(pdf.numPages);
  const viewport = page.getViewport({ scale: dotsPerInch / POINTS_PER_INCH });
  const { canvas, context } = (pdf.canvasFactory as Canvases).create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { data, width, height } as ImageData;
}

/** A QR code as a reader finds it on the page. */
export interface SeenCode {
  readonly text: string;
  readonly version: number;
  readonly level: string;
  /** Width of a module, as printed. */
  readonly moduleMillimetres: number;
}

/** The QR codes a reader finds in a picture of this resolution. */
export async function codesIn(picture: ImageData, dotsPerInch: number): Promise<readonly SeenCode[]> {
  const found = await readBarcodes(picture, { formats: ['QRCode'] });
  return found.map(({ text, position: { topLeft, topRight }, extra }) => {
    const { ECLevel, Version } = JSON.parse(extra) as { ECLevel: string; Version: string };
    const pixels = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
    const modules = 17 + 4 * Number(Version);
    return { text, version: Number(Version), level: ECLevel, moduleMillimetres: ((pixels / modules) * MILLIMETRES_PER_INCH) / dotsPerInch };
  });
}
