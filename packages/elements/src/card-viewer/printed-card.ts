import { printAlone } from '../printing/print-frame.js';

/** The sheet of "In thẻ": each face a page of card size. */
const PRINT_CSS = `
  @page { size: 85.6mm 53.98mm; margin: 0; }
  html, body { margin: 0; }
  svg { display: block; inline-size: 85.6mm; block-size: 53.98mm; break-after: page; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  svg:last-child { break-after: auto; }
`;

/** C5: prints the faces, given as SVG, one card-sized page each. */
export function printCard(faces: readonly SVGElement[], { title, lang }: { readonly title: string; readonly lang: string }): Promise<void> {
  return printAlone({ title, lang, css: PRINT_CSS, body: faces });
}
