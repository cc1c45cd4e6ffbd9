import { type RowRange, rowsInView, scrollToRow } from '../foundation/row-window.js';
import type { OptionList } from './option-list.js';
import { placePopup } from './popup-place.js';

/** What a popup needs of its combobox. */
export interface PopupOwner {
  readonly field: HTMLElement | null | undefined;
  /** The element of the popup: `.options` in it scrolls a `.canvas` of `.option`s. */
  readonly popup: HTMLElement | null;
  /** Its rows, in the document or not, and the cursor. */
  readonly list: OptionList;
  /** Draws anew. */
  redraw(): void;
}

/** A field, and what is seen of the page. */
interface Stand {
  readonly field: DOMRect;
  readonly view: { readonly top: number; readonly height: number };
}

/** Rows in view before anything is measured, and the most that are shown at once: half a row tells that there are more. */
const ROWS = 7.5;
/** Pixels of the popup's borders. */
const BORDERS = 2;

/**
 * The popup of a combobox: where it stands beside its field, and which rows of its list are in the document.
 *
 * It is in the top layer where the browser has popovers (Chrome 114, Safari 17, Firefox 125); in older ones it opens in the flow of the page.
 */
export class ListPopup {
  #scrollTop = 0;
  /** 3em of 16 px text, and what the borders leave: right guesses save the first drawing a second one. */
  #rowHeight = 48;
  #height = ROWS * this.#rowHeight - BORDERS;
  /** Where the field stood in what is seen when the list was opened, asked while nothing was to be laid out anew yet. */
  #stood: Stand | undefined;
  /** What was written to the popup's style: written again only when it differs, because every write is another layout. */
  #written = '';

  constructor(private readonly owner: PopupOwner) {}

  get range(): RowRange {
    return rowsInView(this.#scrollTop, this.#height, this.#rowHeight, this.owner.list.shown.length, 2);
  }
  /** How many rows a page holds. */
  get page(): number {
    return Math.max(1, Math.floor(this.#height / this.#rowHeight) - 1);
  }

  opened(): void {
    this.#scrollTop = 0;
    this.#written = '';
    this.#stood = this.#stand();
    window.addEventListener('scroll', this.#onMove, { capture: true, passive: true });
    window.addEventListener('resize', this.#onMove);
    window.visualViewport?.addEventListener('resize', this.#onMove);
  }
  closed(): void {
    window.removeEventListener('scroll', this.#onMove, { capture: true });
    window.removeEventListener('resize', this.#onMove);
    window.visualViewport?.removeEventListener('resize', this.#onMove);
  }

  toTop(): void {
    this.#scrollTop = 0;
  }
  /** Brings the row under the cursor wholly into view. */
  toActive(): void {
    const { active } = this.owner.list;
    if (active >= 0) this.#scrollTop = scrollToRow(active, this.#scrollTop, this.#height, this.#rowHeight);
    this.owner.redraw();
  }
  scrolled(top: number): void {
    if (top === this.#scrollTop) return;
    this.#scrollTop = top;
    this.owner.redraw();
  }

  /** Once rows are drawn: first all that is written, then what is measured, so that one layout does. */
  drawn(): void {
    const { popup } = this.owner;
    const list = popup?.querySelector<HTMLElement>('.options');
    const canvas = list?.firstElementChild as HTMLElement | undefined;
    if (!popup || !list || !canvas) return;
    canvas.style.setProperty('block-size', `${this.owner.list.shown.length * this.#rowHeight}px`);
    canvas.style.setProperty('padding-block-start', `${this.range.start * this.#rowHeight}px`);
    this.#place(popup);
    const row = (canvas.firstElementChild as HTMLElement | null)?.offsetHeight || this.#rowHeight;
    const height = list.clientHeight || this.#height;
    if (row !== this.#rowHeight || height !== this.#height) {
      this.#rowHeight = row;
      this.#height = height;
      this.toActive();
    } else if (list.scrollTop !== this.#scrollTop) list.scrollTop = this.#scrollTop;
  }

  #stand(): Stand | undefined {
    const field = this.owner.field?.getBoundingClientRect();
    // What a phone's keyboard leaves to see: the window itself keeps its size under it.
    const { offsetTop: top, height } = window.visualViewport ?? { offsetTop: 0, height: innerHeight };
    return field && { field, view: { top, height } };
  }

  readonly #onMove = (event: Event): void => {
    const { popup } = this.owner;
    if (popup && !(event.target instanceof Node && popup.contains(event.target))) this.#place(popup);
  };

  #place(popup: HTMLElement): void {
    if (!('showPopover' in popup)) return;
    const stand = this.#stood ?? this.#stand();
    this.#stood = undefined;
    if (!stand) return;
    if (!popup.popover) {
      popup.popover = 'manual';
      popup.showPopover();
    }
    const wanted = Math.min((this.owner.list.shown.length || 2) * this.#rowHeight + BORDERS, ROWS * this.#rowHeight);
    const place = placePopup(stand.field, stand.view, wanted);
    const written = Object.values(place).join();
    if (written === this.#written) return;
    this.#written = written;
    for (const side of ['left', 'top', 'width'] as const) popup.style.setProperty(side, `${place[side]}px`);
    popup.style.setProperty('max-height', `${place.height}px`);
  }
}
