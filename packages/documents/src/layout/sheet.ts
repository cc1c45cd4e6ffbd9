import PDFDocument from '#pdfkit';
import { type Block, type Face, type Line, linesOf, type Run } from './flow.js';

const A4 = { width: 595.28, height: 841.89 };
/** 25 mm left for the file's holes, 15 mm right, 13 mm top and bottom. */
export const MARGIN = { left: 70.9, right: 42.5, top: 36.9, bottom: 36.9 };
export const RIGHT = A4.width - MARGIN.right;
const FLOOR = A4.height - MARGIN.bottom - 12;
const TICK_WORDS = { ticked: 'Đã chọn: ', empty: 'Không chọn: ' };
/** Text rendering mode 3: neither filled nor stroked (ISO 32000-1, 9.3.6). */
const UNSEEN = '3 Tr';

function startOf({ width }: Line, align: Block['align'], left: number, right: number): number {
  if (align === 'right') return right - width;
  return align === 'center' ? (left + right - width) / 2 : left;
}

/** An A4 sheet that is written from the top down and goes on on a next page. Every text is tagged; rules, dots and boxes are artifacts. */
export class Sheet {
  y = MARGIN.top;
  pages = 1;
  /** Characters the font cannot draw, by the answer they are in; a question mark stands in their place. */
  readonly unprintable = new Map<string, Set<string>>();
  readonly #doc: PDFDocument;
  readonly #root: ReturnType<PDFDocument['struct']>;
  readonly #size: number;

  constructor(doc: PDFDocument, faces: Record<Face, Uint8Array>, size: number) {
    this.#doc = doc;
    this.#size = size;
    for (const [name, bytes] of Object.entries(faces)) doc.registerFont(name, bytes);
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
  }

  #measure(size: number) {
    return (text: string, face: Face) => this.#doc.font(face).fontSize(size).widthOfString(text);
  }

  /** Writes a paragraph between `left` and `right`; at the foot of the page it goes on on the next one. */
  write(block: Block, { left = MARGIN.left, right = RIGHT, size = this.#size, gap = 1 } = {}): void {
    const indent = block.box ? size * 1.9 : 0;
    const lines = linesOf(
      block.runs.map((run) => this.#printable(run, block.of)),
      right - left - indent,
      this.#measure(size),
    );
    const element = this.#doc.struct(block.kind);
    this.#root.add(element);
    // A heading takes two lines of what follows along.
    if (block.kind === 'H2') this.reserve(size * 1.16 * (lines.length + 2) + 2 * gap);
    lines.forEach((line, index) => {
      this.reserve(size * 1.16);
      const x = startOf(line, block.align, left + indent, right);
      if (block.box && index === 0) element.add(this.#tickBox(block.kind, block.box, left, size));
      element.add(this.#line(block.kind, line, x, size));
      if (block.leader && index === lines.length - 1) this.rule(x + line.width + 1, right, this.y + size * 0.94, true);
      this.y += size * 1.16;
    });
    element.end();
    this.y += gap;
  }

  #printable({ text, face }: Run, of = ''): Run {
    this.#doc.font(face);
    const printed = [...text.normalize('NFC')].map((character) => {
      if (/\s/.test(character) || this.#doc._font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character;
      const found = this.unprintable.get(of) ?? new Set();
      this.unprintable.set(of, found.add(character));
      return '?';
    });
    return { text: printed.join(''), face };
  }

  /** Makes sure of so many points above the foot. */
  reserve(height: number): void {
    if (this.y + height <= FLOOR) return;
    this.#doc.addPage();
    this.pages += 1;
    this.y = MARGIN.top;
  }

  #line(kind: string, line: Line, left: number, size: number): object {
    const content = this.#doc.markStructureContent(kind);
    let x = left;
    for (const { text, face } of line.runs) {
      const width = this.#measure(size)(text, face);
      this.#doc.text(text, x, this.y, { lineBreak: false });
      x += width;
    }
    this.#doc.endMarkedContent();
    return content;
  }

  #artifact(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' }).save();
    draw();
    this.#doc.restore().endMarkedContent();
  }

  /** A thin line, or the dots of a place to fill in. */
  rule(from: number, to: number, y: number, dotted = false): void {
    if (to - from < 6) return;
    this.#artifact(() => {
      this.#doc.lineWidth(0.7);
      if (dotted) this.#doc.dash(0.7, { space: 2 });
      this.#doc.moveTo(from, y).lineTo(to, y).stroke().undash();
    });
  }

  /** A line as long as the bold text above it, centred like it (NĐ 30/2020/NĐ-CP, phụ lục I). */
  ruleUnder(text: string, { left, right }: { left: number; right: number }, size: number): void {
    const half = this.#measure(size)(text, 'bold') / 2;
    const middle = (left + right) / 2;
    this.rule(middle - half, middle + half, this.y + 2);
  }

  /** A square, ticked or empty, and the same in words that are not seen but are read aloud, found and copied. */
  #tickBox(kind: string, box: 'empty' | 'ticked', left: number, size: number): object {
    const side = size * 0.78;
    const [x, y] = [left + size * 0.5, this.y + size * 0.2];
    this.#artifact(() => {
      this.#doc.lineWidth(0.8).rect(x, y, side, side).stroke();
      if (box === 'empty') return;
      this.#doc.lineWidth(1.4).moveTo(x + side * 0.18, y + side * 0.5);
      this.#doc
        .lineTo(x + side * 0.42, y + side * 0.78)
        .lineTo(x + side * 0.85, y + side * 0.2)
        .stroke();
    });
    const words = TICK_WORDS[box];
    // As wide as the square, so that what is selected on the screen is the square.
    const small = (size * side) / this.#measure(size)(words, 'regular');
    const baseline = this.y + (this.#doc._font.ascender / 1000) * size;
    this.#doc.fontSize(small);
    const content = this.#doc.markStructureContent(kind);
    this.#doc.save().addContent(UNSEEN).text(words, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
    this.#doc.restore().endMarkedContent();
    return content;
  }

  frame(x: number, y: number, width: number, height: number): void {
    this.#artifact(() => this.#doc.lineWidth(0.7).rect(x, y, width, height).stroke());
  }

  /** A code of square modules, drawn as one area: neighbours have no seam between them, and a printer draws each as sharp as it can. */
  code(
    { size, isDark }: { readonly size: number; readonly isDark: (column: number, row: number) => boolean },
    alt: string,
    x: number,
    y: number,
    side: number,
  ): void {
    const element = this.#doc.struct('Figure', { alt });
    this.#root.add(element);
    const content = this.#doc.markStructureContent('Figure');
    const bars: string[] = [];
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        const from = column;
        while (column < size && isDark(column, row)) column += 1;
        if (column > from) bars.push(`${from} ${row} ${column - from} 1 re`);
      }
    }
    const scale = (side / size).toFixed(4);
    this.#doc.save().addContent(`0 g ${scale} 0 0 ${scale} ${x.toFixed(3)} ${y.toFixed(3)} cm ${bars.join(' ')} f`);
    this.#doc.restore().endMarkedContent();
    element.add(content).end();
  }

  /** A picture that covers its frame; what sticks out is cropped. */
  picture(bytes: unknown, alt: string, x: number, y: number, width: number, height: number): void {
    const element = this.#doc.struct('Figure', { alt });
    this.#root.add(element);
    const content = this.#doc.markStructureContent('Figure');
    this.#doc
      .save()
      .rect(x, y, width, height)
      .clip()
      .image(bytes, x, y, { cover: [width, height], align: 'center', valign: 'center' })
      .restore()
      .endMarkedContent();
    element.add(content).end();
  }

  /** The reference and page number at the foot of every page. */
  foot(name: string): void {
    for (let page = 0; page < this.pages; page += 1) {
      this.#doc.switchToPage(page);
      this.#doc.markContent('Artifact', { type: 'Pagination' });
      const size = 8.5;
      const y = A4.height - MARGIN.bottom + 2;
      const number = `${page + 1}/${this.pages}`;
      const width = this.#measure(size)(number, 'regular');
      this.#doc
        .text(name, MARGIN.left, y, { lineBreak: false })
        .text(number, RIGHT - width, y, { lineBreak: false })
        .endMarkedContent();
    }
    this.#root.end();
  }
}
