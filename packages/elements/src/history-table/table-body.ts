import type { Translate } from '../foundation/words.js';
import { type Column, cellText, type HistoryRow } from './columns.js';
import type { HistoryKind, RowDetail } from './history-kind.js';
import type { ShownRows } from './shown-rows.js';
import type { HistoryWords } from './words.js';

/** A row in the document. `place` is its place in the model's rows, `position` its place as shown. */
export interface BodyRow {
  readonly element: HTMLTableRowElement;
  readonly cells: readonly HTMLTableCellElement[];
  place: number;
  position: number;
  data: HistoryRow | undefined;
  detail: HTMLTableRowElement | undefined;
  /** Filled since its height was last measured. */
  fresh: boolean;
}

/** Up to so many rows, all are in the document: find-in-page and natural heights cost nothing then. */
export const WHOLE = 60;
/** Pixels of a row of which nothing is known yet: one line of 16 px text. A right guess saves the first rows a second layout. */
export const ROW_HEIGHT = 41;

/**
 * The body of a table. It is written straight to the document, because scrolling rewrites some rows in every frame: a row is cloned from one pattern
 * and filled by its text nodes. Roles are written out, because `display` of the card layout takes a table's own roles away.
 */
export class TableBody {
  readonly element = make('tbody', 'rowgroup');
  /** Places of the opened rows. */
  readonly #opened = new Set<number>();
  readonly #rows = new Map<number, BodyRow>();
  readonly #spacers: HTMLTableRowElement[] = [];
  #rowDetail: RowDetail | undefined;
  #columns: readonly Column[] | undefined;
  #shown: readonly Column[] = [];
  #pattern = make('tr', 'row');

  constructor(
    private readonly t: Translate<HistoryWords>,
    /** Runs an act whose code may have to be fetched. */
    private readonly act: (act: () => Promise<void>) => Promise<void>,
    private readonly toggled: () => void,
    /** The code of an opened row. */
    private readonly detailing: HistoryKind['detailing'],
  ) {
    this.element.addEventListener('click', this.#onClick);
  }

  get rows(): Iterable<BodyRow> {
    return this.#rows.values();
  }

  /** Closes every row and lets go of what is shown, e.g. when another tab opens. */
  clear(): void {
    this.#opened.clear();
    this.#rows.clear();
    this.element.replaceChildren();
  }

  /** Shows the rows at some positions, ascending, and a gap for those left out. `height` is that from the top of one position to the top of another. */
  draw(model: ShownRows, positions: ArrayLike<number> & Iterable<number>, height: (from: number, to: number) => number): void {
    if (model.columns !== this.#columns) this.#prepare(model.columns);
    const wanted = new Set(Array.from(positions, (position) => model.placeAt(position)));
    for (const [place, row] of this.#rows) if (!wanted.has(place)) this.#retire(row);
    // Else a row would be moved around a gap, and a moved row loses the focus.
    for (const spacer of this.#spacers) spacer.remove();
    let at = this.element.firstChild;
    const put = (node: HTMLElement): void => {
      if (node === at) at = at.nextSibling;
      else this.element.insertBefore(node, at);
    };
    let next = 0;
    let gaps = 0;
    const gapUpTo = (position: number): void => {
      if (position > next) put(this.#spacer(gaps++, height(next, position)));
      next = position + 1;
    };
    for (const position of positions) {
      gapUpTo(position);
      const row = this.#row(model, position);
      put(row.element);
      if (row.detail) put(row.detail);
    }
    gapUpTo(model.count);
    while (at) {
      const rest = at;
      at = at.nextSibling;
      rest.remove();
    }
  }

  /** The row a node is in. */
  rowOf(node: Node): BodyRow | undefined {
    for (const row of this.#rows.values()) if (row.element.contains(node)) return row;
    return undefined;
  }

  #row(model: ShownRows, position: number): BodyRow {
    const place = model.placeAt(position);
    const data = model.rows[place] ?? {};
    const row = this.#rows.get(place) ?? this.#make();
    this.#rows.set(place, row);
    if (row.position !== position) {
      row.position = position;
      row.element.setAttribute('aria-rowindex', String(position + 2));
    }
    if (row.data !== data || row.place !== place) this.#fill(row, place, data);
    return row;
  }

  #fill(row: BodyRow, place: number, data: HistoryRow): void {
    row.place = place;
    row.data = data;
    row.fresh = true;
    const texts = this.#shown.map((column) => cellText(data, column));
    texts.forEach((text, index) => {
      ((row.cells[index] as HTMLTableCellElement).firstChild as Text).data = text;
    });
    row.detail?.remove();
    row.detail = this.#opened.has(place)
      ? this.#rowDetail?.(
          this.#columns ?? [],
          (column) => cellText(data, column),
          data,
          this.element,
          () => this.#grown(row),
        )
      : undefined;
    const button = this.#button(row);
    // By what the row is, as its number is another one in the table, which counts the header.
    button?.setAttribute('aria-label', `${this.t('details')}: ${texts.slice(0, 2).join(', ')}`);
    button?.setAttribute('aria-expanded', String(row.detail !== undefined));
  }

  #grown(row: BodyRow): void {
    row.fresh = true;
    this.toggled();
  }

  #make(): BodyRow {
    const element = this.#pattern.cloneNode(true) as HTMLTableRowElement;
    return { element, cells: [...element.cells], place: -1, position: -1, data: undefined, detail: undefined, fresh: true };
  }

  #retire(row: BodyRow): void {
    this.#rows.delete(row.place);
    row.element.remove();
    row.detail?.remove();
  }

  /** Other columns or other words: a new pattern. */
  #prepare(columns: readonly Column[]): void {
    this.#columns = columns;
    this.#shown = columns.filter(({ detail }) => !detail);
    this.#rows.clear();
    this.element.replaceChildren();
    this.#pattern = make('tr', 'row');
    this.#pattern.className = 'row';
    this.#pattern.part.add('row');
    for (const { kind, label } of this.#shown) {
      const cell = make('td', 'cell');
      cell.className = kind;
      cell.dataset['label'] = label;
      cell.append('');
      this.#pattern.append(cell);
    }
    if (this.#shown.length === columns.length) return;
    const more = make('td', 'cell');
    more.className = 'more';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    for (const name of ['label', 'chevron']) {
      const span = document.createElement('span');
      span.className = name;
      span.setAttribute('aria-hidden', 'true');
      button.append(span);
    }
    (button.firstChild as HTMLElement).textContent = this.t('details');
    more.append(button);
    this.#pattern.append(more);
  }

  #button(row: BodyRow): Element | null | undefined {
    return row.cells[this.#shown.length]?.firstElementChild;
  }

  readonly #onClick = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    const row = button && this.rowOf(button);
    if (row) void this.act(() => this.#toggle(row));
  };

  /** Opens or closes a row. */
  async #toggle(row: BodyRow): Promise<void> {
    this.#rowDetail ??= (await this.detailing()).rowDetail;
    if (!row.data || this.#rows.get(row.place) !== row) return;
    if (!this.#opened.delete(row.place)) this.#opened.add(row.place);
    this.#fill(row, row.place, row.data);
    this.toggled();
  }

  /** Stands for rows that are left out. Its height is an attribute: a strict page allows no style attribute. */
  #spacer(index: number, height: number): HTMLTableRowElement {
    let spacer = this.#spacers[index];
    if (!spacer) {
      spacer = document.createElement('tr');
      spacer.className = 'spacer';
      spacer.setAttribute('aria-hidden', 'true');
      spacer.append(document.createElement('td'));
      this.#spacers.push(spacer);
    }
    (spacer.firstChild as HTMLElement).setAttribute('height', String(Math.round(height)));
    return spacer;
  }
}

function make<Tag extends 'tbody' | 'tr' | 'td'>(tag: Tag, role: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.setAttribute('role', role);
  return element;
}
