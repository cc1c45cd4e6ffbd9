import { paperTable } from './paper-table.js';
import type { ShownRows } from './shown-rows.js';

/**
 * A plain copy of all rows that stands in for the box while the page is printed. It is laid out on paper only: were 10,000 rows shown on the screen first,
 * the browser would lay them out twice.
 */
export class PaperCopy {
  #table: HTMLTableElement | undefined;
  #box: HTMLElement | undefined;
  #sheet: CSSStyleSheet | undefined;

  /** Puts the copy after the box, which is left out on paper from then on. */
  lay(model: ShownRows, box: HTMLElement): void {
    this.clear();
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(CSS);
      (box.getRootNode() as ShadowRoot).adoptedStyleSheets.push(this.#sheet);
    }
    this.#table = paperTable(model);
    this.#table.classList.add('paper');
    this.#box = box;
    box.classList.add('copied');
    box.after(this.#table);
  }

  clear(): void {
    this.#table?.remove();
    this.#box?.classList.remove('copied');
    this.#table = this.#box = undefined;
  }
}

/** Written out to the cell, because in a narrow place the element's own tables are cards. */
const CSS = `
  .paper { display: none; }
  @media print {
    .copied { display: none; }
    .paper { display: table; }
    .paper thead { display: table-header-group; }
    .paper tbody { display: table-row-group; }
    .paper tr { display: table-row; }
    .paper .money, .paper .number { text-align: end; }
    .paper th, .paper td { display: table-cell; padding: 1.2mm 1.6mm; border-block-end: 1px solid #999; font-size: 9pt; }
  }
`;
