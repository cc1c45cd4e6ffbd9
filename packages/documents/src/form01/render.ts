import { loadFaces, type LoadFont } from '../fonts/fonts.js';
import type { Face } from '../layout/flow.js';
import { contentOf } from './content.js';
import { type Form01, type Form01Field, form01FileName } from './form01.js';
import { portraitFault } from './portrait.js';
import type { Form01Warning } from './warnings.js';

/** Where the fonts come from: a loader, or the address of the package's folder `fonts` ending in `/`. Neither: beside this package. */
export interface RenderOptions {
  readonly loadFont?: LoadFont;
  readonly fontBase?: URL | string;
  /** Told what the form was printed without. */
  readonly onWarning?: (warning: Form01Warning) => void;
}

/** Tried in turn: the largest print that keeps the form on one page. */
const SIZES = [13, 12.5, 12, 11.5, 11, 10.5];
/** The print of a form that needs more pages anyway. */
const SIZE_OF_MANY = 12;

type Kit = [typeof import('#pdfkit'), typeof import('../layout/sheet.js'), typeof import('./head.js')];

function draw(
  form: Form01,
  faces: Record<Face, Uint8Array>,
  size: number,
  [{ default: PDFDocument }, { Sheet }, { sealCode, SUBJECT, writeHead, writeSignature }]: Kit,
) {
  const info = {
    Title: `Tờ khai Mẫu 01 · ${form.reference}`,
    Author: form.fullName.normalize('NFC'),
    Subject: SUBJECT,
    Creator: 'bhxh-kit',
    Producer: 'bhxh-kit',
    CreationDate: new Date(form.receivedAt),
  };
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: 'vi-VN',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    font: null,
    info,
  });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk) => chunks.push(chunk));
  const sheet = new Sheet(doc, faces, size);

  writeHead(sheet, form);
  for (const block of contentOf(form)) sheet.write(block);
  writeSignature(sheet, form, form.seal === undefined ? undefined : sealCode(form.seal));
  sheet.foot(form01FileName(form.reference));

  const finish = () => {
    const bytes = new Promise<Uint8Array>((done) => doc.on('end', () => done(joined(chunks))));
    doc.end();
    return bytes;
  };
  return { pages: sheet.pages, unprintable: sheet.unprintable, finish };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** The form as it can be printed: without a portrait no reader could show. */
function withUsablePortrait({ portrait, ...form }: Form01, onWarning: RenderOptions['onWarning']): Form01 {
  const reason = portrait && portraitFault(portrait);
  if (reason) onWarning?.({ code: 'form01.picture-unusable', facts: { reason } });
  return portrait && !reason ? { ...form, portrait } : form;
}

/**
 * Mẫu 01 as a tagged A4 PDF (R10, R11). One page for ordinary answers, more for very long ones; the same input gives the same bytes.
 * The PDF writer and the fonts are loaded on the first call. Throws when a font cannot be loaded; what cannot be printed is told to `onWarning`.
 */
export async function renderForm01(asked: Form01, { loadFont, fontBase, onWarning }: RenderOptions = {}): Promise<Uint8Array> {
  const [faces, ...kit] = await Promise.all([loadFaces(loadFont, fontBase), import('#pdfkit'), import('../layout/sheet.js'), import('./head.js')]);
  const form = withUsablePortrait(asked, onWarning);
  if (form.seal !== undefined && !kit[2].sealCode(form.seal)) onWarning?.({ code: 'form01.seal-unusable', facts: {} });
  const { unprintable, finish } = fitted((size) => draw(form, faces, size, kit));
  for (const [field, characters] of unprintable)
    onWarning?.({ code: 'form01.unprintable', facts: { field: field as Form01Field, characters: [...characters] } });
  return finish();
}

/** Only the form that fits is finished: compressing the fonts takes longer than the drawing. */
function fitted(drawn: (size: number) => ReturnType<typeof draw>): ReturnType<typeof draw> {
  for (const size of SIZES) {
    const onOnePage = drawn(size);
    if (onOnePage.pages === 1) return onOnePage;
  }
  return drawn(SIZE_OF_MANY);
}
