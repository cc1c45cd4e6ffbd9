import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RowRange } from '../foundation/row-window.js';
import { RowHeights } from './row-heights.js';

/** Up to so many rows, all are in the document: find-in-page and natural heights cost nothing then. */
const WHOLE = 60;
const SPARE = 6;
/** The window moves by steps, so that most scroll events render nothing. */
const STEP = 4;

/** Keeps the rendered rows around what is seen of a scrolling box; while printing, and in short lists, all rows are rendered. */
export class RowViewport implements ReactiveController {
  range: RowRange = { start: 0, end: 0 };
  #heights = new RowHeights(45);
  #rows: Uint32Array = new Uint32Array();
  #box: HTMLElement | undefined;
  #width = 0;
  #printing = false;
  readonly #resized = new ResizeObserver(() => this.#measureBox());

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly renderNow: () => void,
  ) {
    host.addController(this);
  }

  get windowed(): boolean {
    return !this.#printing && this.#rows.length > WHOLE;
  }
  /** Pixels of the rows before and after the rendered ones. */
  get before(): number {
    return this.windowed ? this.#heights.top(this.range.start) : 0;
  }
  get after(): number {
    return this.windowed ? this.#heights.top(this.#rows.length) - this.#heights.top(this.range.end) : 0;
  }

  /** The rows as shown now; another order or filter begins at the top. */
  show(rows: Uint32Array): void {
    if (rows !== this.#rows) {
      this.#rows = rows;
      this.#heights.rows = rows;
      if (this.#box) this.#box.scrollTop = 0;
    }
    this.range = this.#wanted();
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
  }

  /** Takes the scrolling box and the heights of the rows just rendered; `elements` are the row elements with the detail row of each, if open. */
  rendered(box: HTMLElement | undefined, elements: readonly (readonly HTMLElement[])[]): void {
    if (box !== this.#box) {
      this.#resized.disconnect();
      this.#box = box;
      if (box) this.#resized.observe(box);
    }
    if (!box || !this.windowed) return;
    const anchor = this.#heights.at(box.scrollTop);
    const offset = box.scrollTop - this.#heights.top(anchor);
    let news = false;
    elements.forEach((parts, index) => {
      const height = parts.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0);
      if (height > 0 && this.#heights.measure(this.range.start + index, height)) news = true;
    });
    if (!news) return;
    // What is seen must stay where it is although rows above it turned out higher or lower than guessed.
    const top = this.#heights.top(anchor) + offset;
    if (box.scrollTop > 0 && Math.abs(top - box.scrollTop) > 1) box.scrollTop = top;
    this.host.requestUpdate();
  }

  readonly scrolled = (): void => {
    const wanted = this.#wanted();
    if (wanted.start !== this.range.start || wanted.end !== this.range.end) this.host.requestUpdate();
  };

  #wanted(): RowRange {
    if (!this.windowed) return { start: 0, end: this.#rows.length };
    const top = this.#box?.scrollTop ?? 0;
    const view = this.#box?.clientHeight || 520;
    const first = Math.floor(this.#heights.at(top) / STEP) * STEP;
    const last = Math.ceil((this.#heights.at(top + view) + 1) / STEP) * STEP;
    return { start: Math.max(0, first - SPARE), end: Math.min(this.#rows.length, last + SPARE) };
  }

  #measureBox(): void {
    const width = this.#box?.clientWidth ?? 0;
    if (width !== this.#width) this.#heights.forget();
    this.#width = width;
    this.scrolled();
  }

  /** Printing takes the document as it is when the event returns: the rows must be there by then. */
  readonly #print = ({ type }: Event): void => {
    this.#printing = type === 'beforeprint';
    this.renderNow();
  };
}
