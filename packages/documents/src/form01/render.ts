import { loadFaces, type LoadFont } from '../fonts/fonts.js';
import type { Face } from '../layout/flow.js';
import { contentOf, TITLE } from './content.js';
import { dayInWords, vietnamDay } from './dates.js';
import { type Form01, form01FileName } from './form01.js';
import { portraitFault } from './portrait.js';
import type { Form01Warning } from './warnings.js';

/** Where the fonts come from: a loader, or the address of the package's folder `fonts` ending in `/`. Neither: beside this package. */
export interface RenderOptions {
  readonly loadFont?: LoadFont;
  readonly fontBase?: URL | string;
  /** Told what the form was printed without. */
  readonly onWarning?: (warning: Form01Warning) => void;
}

const CENTIMETRE = 72 / 2.54;
/** Tried in turn: the largest print that keeps the form on one page. */
const SIZES = [13, 12.5, 12, 11.5, 11, 10.5];
/** The print of a form that needs more pages anyway. */
const SIZE_OF_MANY = 12;

type Kit = [typeof import('#pdfkit'), typeof import('../layout/sheet.js')];

function draw(form: Form01, faces: Record<Face, Uint8Array>, size: number, [{ default: PDFDocument }, { Sheet, MARGIN, RIGHT }]: Kit) {
  const info = {
    Title: `Tờ khai Mẫu 01 · ${form.reference}`,
    Author: form.fullName.normalize('NFC'),
    Subject: TITLE.subject,
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

  const photo = { x: MARGIN.left, y: sheet.y, width: 4 * CENTIMETRE, height: 6 * CENTIMETRE };
  const beside = { left: photo.x + photo.width + 14, right: RIGHT };
  const bold = (kind: 'P' | 'H1', text: string) => ({ kind, runs: [{ text, face: 'bold' as const }], align: 'center' as const });
  sheet.write(bold('P', TITLE.nation), { ...beside, size: 12, gap: 0 });
  sheet.write(bold('P', TITLE.motto), { ...beside, size: 13, gap: 0 });
  sheet.ruleUnder(TITLE.motto, beside, 13);
  sheet.y += 8;
  const day = dayInWords(vietnamDay(form.receivedAt));
  sheet.write({ kind: 'P', runs: [{ text: `.................., ${day}`, face: 'italic' }], align: 'center' }, { ...beside, size: 13 });
  sheet.write({ ...bold('P', TITLE.formNumber), align: 'right' }, { ...beside, size: 12, gap: 2 });
  sheet.write(bold('H1', TITLE.name), { ...beside, size: 14 });
  sheet.write(bold('P', TITLE.subject), { ...beside, size: 12, gap: 3 });
  sheet.write({ kind: 'P', runs: [{ text: 'Kính gửi: Bảo hiểm xã hội Việt Nam', face: 'italic' }], align: 'center' }, { ...beside, size: 12, gap: 0 });
  sheet.write(
    { kind: 'P', runs: [{ text: `(${form.agencyName}) · Số tờ khai: ${form.reference}`, face: 'regular' }], align: 'center' },
    { ...beside, size: 10.5 },
  );

  const below = Math.max(sheet.y, photo.y + photo.height) + 6;
  if (form.portrait) sheet.picture(pictureBytes(form.portrait), 'Ảnh cá nhân', photo.x, photo.y, photo.width, photo.height);
  else {
    sheet.y = photo.y + photo.height / 2 - 8;
    sheet.write({ kind: 'P', runs: [{ text: TITLE.portrait, face: 'italic' }], align: 'center' }, { left: photo.x, right: photo.x + photo.width, size: 11 });
  }
  sheet.frame(photo.x, photo.y, photo.width, photo.height);

  sheet.y = below;
  for (const block of contentOf(form)) sheet.write(block);
  sheet.reserve(64);
  sheet.y += 4;
  sheet.write(bold('P', TITLE.signature), { left: RIGHT - 275, size: 11 });
  sheet.foot(form01FileName(form.reference));

  const finish = () => {
    const bytes = new Promise<Uint8Array>((done) => doc.on('end', () => done(joined(chunks))));
    doc.end();
    return bytes;
  };
  return { pages: sheet.pages, unprintable: [...sheet.unprintable], finish };
}

/** pdfkit takes a picture as an ArrayBuffer in browser and Node alike. */
function pictureBytes(portrait: Uint8Array): ArrayBuffer {
  return new Uint8Array(portrait).buffer;
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
  const [pdfkit, sheet, faces] = await Promise.all([import('#pdfkit'), import('../layout/sheet.js'), loadFaces(loadFont, fontBase)]);
  const form = withUsablePortrait(asked, onWarning);
  const { unprintable, finish } = fitted((size) => draw(form, faces, size, [pdfkit, sheet]));
  if (unprintable.length > 0) onWarning?.({ code: 'form01.unprintable', facts: { characters: unprintable } });
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
