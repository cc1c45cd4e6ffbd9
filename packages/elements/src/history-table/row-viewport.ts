import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RowRange } from '../foundation/row-window.js';
import { PaperCopy } from './paper-copy.js';
import { RowHeights } from './row-heights.js';
import type { ShownRows } from './shown-rows.js';
import type { TableBody } from './table-body.js';

/** Rows beyond what is seen, once somebody scrolls. At the top of an untouched list they would be laid out for nobody, a third of what is drawn. */
const SPARE = 6;
/** The window moves by steps, so that most scroll events draw nothing. */
const STEP = 4;
/** Pixels of the box before it is laid out. */
const BOX = 520;

/** Keeps the drawn rows of a long list around what is seen of its scrolling box, and puts all of them on paper. Loaded with the first long list. */
export class RowViewport implements ReactiveController {
  readonly #heights: RowHeights;
  #model: ShownRows | undefined;
  #shown: Uint32Array = new Uint32Array();
  #range: RowRange = { start: 0, end: 0 };
  #box: HTMLElement | null = null;
  #width = 0;
  readonly #paper = new PaperCopy();
  readonly #resized = new ResizeObserver(() => this.#measureBox());

  constructor(
    host: ReactiveControllerHost,
    private readonly body: TableBody,
    rowHeight: number,
    private readonly whole: number,
  ) {
    this.#heights = new RowHeights(rowHeight);
    host.addController(this);
  }

  get windowed(): boolean {
    return this.#shown.length > this.whole;
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
    if (this.#box) this.#resized.observe(this.#box);
  }
  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    this.#resized.disconnect();
    this.#paper.clear();
  }

  /** Shows a model in a box; another order or filter begins at the top. */
  show(model: ShownRows, box: HTMLElement | null): void {
    if (box !== this.#box) {
      this.#resized.disconnect();
      this.#box = box;
      if (box) this.#resized.observe(box);
    }
    if (model.rows !== this.#model?.rows) this.#heights.forget();
    this.#model = model;
    if (model.shown !== this.#shown) {
      // Whoever scrolled before this code came stays where they are.
      if (box && this.#shown.length > 0 && box.scrollTop > 0) box.scrollTop = 0;
      this.#shown = model.shown;
      this.#heights.rows = model.shown;
    }
    this.draw();
  }

  /** Draws what is to be seen, and once more where rows turned out higher or lower than guessed. */
  readonly draw = (): void => {
    if (!this.#box) return;
    this.#drawRange(this.#wanted());
    if (this.#measure()) this.#drawRange(this.#wanted());
  };

  readonly scrolled = (): void => {
    const { start, end } = this.#wanted();
    if (start !== this.#range.start || end !== this.#range.end) this.draw();
  };

  #drawRange(range: RowRange): void {
    if (!this.#model) return;
    this.#range = range;
    this.body.draw(this.#model, this.#positions(this.#model, range), (from, to) => this.#heights.top(to) - this.#heights.top(from));
  }

  /** The rows of the range, and the one that holds the focus wherever it is: a person who scrolls away must not lose it. */
  #positions({ rows, shown }: ShownRows, { start, end }: RowRange): readonly number[] {
    const positions = Array.from({ length: end - start }, (_, index) => start + index);
    const focused = (this.body.element.getRootNode() as Document | ShadowRoot).activeElement;
    const row = focused && this.body.rowOf(focused);
    if (!row || rows[row.place] !== row.data) return positions;
    const position = shown[row.position] === row.place ? row.position : shown.indexOf(row.place);
    if (position < 0 || (position >= start && position < end)) return positions;
    return position < start ? [position, ...positions] : [...positions, position];
  }

  /** Takes the heights of rows drawn since the last time. Answers whether one was news; what is seen then stays where it is. */
  #measure(): boolean {
    const box = this.#box;
    if (!box || !this.windowed) return false;
    const anchor = this.#heights.at(box.scrollTop);
    const offset = box.scrollTop - this.#heights.top(anchor);
    let news = false;
    for (const row of this.body.rows) {
      if (!row.fresh) continue;
      const height = row.element.getBoundingClientRect().height + (row.detail?.getBoundingClientRect().height ?? 0);
      if (height === 0) continue;
      row.fresh = false;
      if (this.#heights.measure(row.position, height)) news = true;
    }
    const top = this.#heights.top(anchor) + offset;
    if (news && box.scrollTop > 0 && Math.abs(top - box.scrollTop) > 1) box.scrollTop = top;
    return news;
  }

  #wanted(): RowRange {
    const count = this.#shown.length;
    if (!this.windowed) return { start: 0, end: count };
    const top = this.#box?.scrollTop ?? 0;
    const view = this.#box?.clientHeight || BOX;
    const end = this.#heights.at(top + view) + 1;
    if (top === 0) return { start: 0, end: Math.min(count, end) };
    const first = Math.floor(this.#heights.at(top) / STEP) * STEP;
    const last = Math.ceil(end / STEP) * STEP;
    return { start: Math.max(0, first - SPARE), end: Math.min(count, last + SPARE) };
  }

  /** Another width breaks lines elsewhere: every height is asked again. */
  #measureBox(): void {
    const width = this.#box?.clientWidth ?? 0;
    if (width === this.#width) return this.scrolled();
    const first = this.#width === 0;
    this.#width = width;
    if (first) return;
    this.#heights.forget();
    for (const row of this.body.rows) row.fresh = true;
    this.draw();
  }

  /** Printing takes the document as it is when the event returns: the rows must be there by then. */
  readonly #print = ({ type }: Event): void => {
    if (type === 'beforeprint' && this.windowed && this.#model && this.#box) this.#paper.lay(this.#model, this.#box);
    else this.#paper.clear();
  };
}
