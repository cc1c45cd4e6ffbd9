import { findFolded } from '@bhxh-kit/domain';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { rowsInView, scrollToRow } from '../foundation/row-window.js';
import { COMBOBOX_KEYS, type ComboboxAct } from './combobox-keys.js';
import { type Option, OptionList } from './option-list.js';
import { placePopup } from './popup-place.js';

export interface ComboboxHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** What one drawing of a combobox needs to know. */
export interface ComboboxLook {
  readonly label: string;
  /** Code chosen now. */
  readonly code: string;
  readonly disabled: boolean;
  readonly readonly: boolean;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly describedBy: string | typeof nothing;
  readonly autocomplete?: string;
  /** In place of rows: loading, nothing found, failed. */
  readonly note?: TemplateResult | undefined;
}

/**
 * A text field with a list that narrows while a person types, with or without tones. Rows are windowed, the focus stays in the field (`aria-activedescendant`).
 *
 * The popup is in the top layer where the browser has popovers (Chrome 114, Safari 17, Firefox 125); in older ones it opens in the flow of the page.
 */
export class Combobox implements ReactiveController {
  list = new OptionList([]);
  isOpen = false;
  /** What a person wrote and has not chosen: kept and marked when they leave. */
  typed: string | undefined;

  #scrollTop = 0;
  #height = 308;
  #rowHeight = 44;

  constructor(
    private readonly host: ComboboxHost,
    readonly id: string,
    private readonly acts: { choose(option: Option): void; clear(): void; filtered?(count: number): void; opened?(): void },
  ) {
    host.addController(this);
  }

  get input(): HTMLInputElement | null {
    return (this.host.renderRoot as ParentNode | undefined)?.querySelector<HTMLInputElement>(`#${this.id}`) ?? null;
  }
  get #popup(): HTMLElement | null {
    return (this.host.renderRoot as ParentNode).querySelector<HTMLElement>(`#${this.id}-popup`);
  }

  /** Other options: what was typed is matched anew. */
  show(options: readonly Option[]): void {
    this.list = new OptionList(options);
    if (this.typed !== undefined && this.isOpen) this.list.filter(this.typed);
  }

  open(code = ''): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.#scrollTop = 0;
    this.list.filter(this.typed ?? '');
    if (this.typed === undefined) this.list.pointAt(code);
    this.#toActive();
    this.acts.opened?.();
    const { list } = this;
    (globalThis.requestIdleCallback ?? setTimeout)(() => list.prepare());
    window.addEventListener('scroll', this.#place, { capture: true, passive: true });
    window.addEventListener('resize', this.#place);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    window.removeEventListener('scroll', this.#place, { capture: true });
    window.removeEventListener('resize', this.#place);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
  }

  hostUpdated(): void {
    if (!this.isOpen) return;
    this.#place();
    const list = this.#popup?.querySelector<HTMLElement>('.options');
    const canvas = list?.firstElementChild as HTMLElement | undefined;
    if (!list || !canvas) return;
    const { start } = this.#range;
    canvas.style.setProperty('block-size', `${this.list.shown.length * this.#rowHeight}px`);
    canvas.style.setProperty('padding-block-start', `${start * this.#rowHeight}px`);
    const row = canvas.querySelector<HTMLElement>('.option')?.offsetHeight || this.#rowHeight;
    const height = list.clientHeight || this.#height;
    if (row !== this.#rowHeight || height !== this.#height) {
      this.#rowHeight = row;
      this.#height = height;
      this.#toActive();
    } else if (list.scrollTop !== this.#scrollTop) list.scrollTop = this.#scrollTop;
  }

  render(look: ComboboxLook): TemplateResult {
    const { id, list } = this;
    const chosen = list.find(look.code);
    const text = this.typed ?? chosen?.name ?? (look.code ? `[${look.code}]` : '');
    return html`<div class="combobox" part="combobox">
      <input id=${id} part="input" type="text" role="combobox" autocapitalize="words" spellcheck="false" enterkeyhint="done" autocomplete=${look.autocomplete ?? 'off'}
        aria-autocomplete="list" aria-expanded=${String(this.isOpen)} aria-controls="${id}-list" aria-label=${look.label}
        aria-activedescendant=${this.isOpen && list.active >= 0 ? `${id}-${list.active}` : nothing}
        aria-required=${String(look.required)} aria-invalid=${String(look.invalid)} aria-describedby=${look.describedBy}
        .value=${live(text)} ?disabled=${look.disabled} ?readonly=${look.readonly}
        @input=${this.#onInput} @keydown=${(event: KeyboardEvent) => this.#onKey(event, look)}
        @click=${() => this.#onClick(look)} @blur=${this.#onBlur}
      />${this.isOpen ? this.#list(look) : nothing}
    </div>`;
  }

  get #range() {
    return rowsInView(this.#scrollTop, this.#height, this.#rowHeight, this.list.shown.length, 2);
  }

  #list(look: ComboboxLook): TemplateResult {
    const { id, list } = this;
    const { start, end } = this.#range;
    const rows: TemplateResult[] = [];
    for (let at = start; at < end; at++) rows.push(this.#row(at, look.code));
    return html`<div class="popup" part="popup" id="${id}-popup" @mousedown=${keepFocus}>
      ${look.note ?? nothing}
      <div class="options" id="${id}-list" role="listbox" aria-label=${look.label} ?hidden=${list.shown.length === 0} @scroll=${this.#onScroll} @click=${this.#onPick}>
        <div class="canvas" role="presentation">${rows}</div>
      </div>
    </div>`;
  }

  #row(at: number, code: string): TemplateResult {
    const option = this.list.shown[at]!;
    return html`<div
      class=${at === this.list.active ? 'option active' : 'option'} part="option" role="option" id="${this.id}-${at}"
      aria-selected=${String(option.code === code)} aria-setsize=${this.list.shown.length} aria-posinset=${at + 1}
    ><span>${marked(option.name, this.list.query)}</span>${option.trail ? html`<span class="trail">${option.trail}</span>` : nothing}</div>`;
  }

  #toActive(): void {
    if (this.list.active >= 0) this.#scrollTop = scrollToRow(this.list.active, this.#scrollTop, this.#height, this.#rowHeight);
    this.host.requestUpdate();
  }

  readonly #place = (event?: Event): void => {
    const popup = this.#popup;
    if (!popup || !this.input || (event?.target instanceof Node && popup.contains(event.target))) return;
    if (!('showPopover' in popup)) return;
    if (!popup.popover) {
      popup.popover = 'manual';
      popup.showPopover();
    }
    const view = window.visualViewport;
    const wanted = Math.max(1, this.list.shown.length || 2) * this.#rowHeight + 2;
    const place = placePopup(this.input.getBoundingClientRect(), { top: 0, height: view?.height ?? innerHeight }, Math.min(wanted, 7.5 * this.#rowHeight));
    for (const side of ['left', 'top', 'width'] as const) popup.style.setProperty(side, `${place[side]}px`);
    popup.style.setProperty('max-height', `${place.height}px`);
  };

  readonly #onScroll = (event: Event) => {
    const top = (event.target as HTMLElement).scrollTop;
    if (top === this.#scrollTop) return;
    this.#scrollTop = top;
    this.host.requestUpdate();
  };

  readonly #onInput = (event: Event) => {
    this.typed = (event.target as HTMLInputElement).value;
    this.open();
    this.#scrollTop = 0;
    this.list.filter(this.typed);
    this.acts.filtered?.(this.list.shown.length);
    this.host.requestUpdate();
  };

  #onClick({ disabled, readonly, code }: ComboboxLook): void {
    if (disabled || readonly) return;
    if (this.isOpen) return;
    this.open(code);
    // What is typed next takes the place of what is chosen.
    if (this.typed === undefined) this.input?.select();
  }

  #onKey(event: KeyboardEvent, { readonly, code }: ComboboxLook): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || readonly) return;
    const act = COMBOBOX_KEYS[`${event.altKey ? 'Alt+' : ''}${event.key}`];
    if (act && this.#act(act, code)) event.preventDefault();
  }

  /** Whether the key was used: Enter in a closed list still submits the form, Escape still closes a dialog around. */
  #act(act: ComboboxAct, code: string): boolean {
    const wasOpen = this.isOpen;
    switch (act) {
      case 'choose':
        if (!wasOpen || this.list.active < 0) return wasOpen;
        this.#choose(this.list.shown[this.list.active]!);
        return true;
      case 'cancel':
        if (!wasOpen) return false;
        this.typed = undefined;
        this.close();
        return true;
      case 'close':
        this.close();
        return wasOpen;
      case 'open':
        this.open(code);
        return true;
      default:
        this.open(code);
        if (wasOpen || this.list.active < 0) this.list.act(act, Math.max(1, Math.floor(this.#height / this.#rowHeight) - 1));
        this.#toActive();
        return true;
    }
  }

  readonly #onPick = (event: MouseEvent) => {
    const row = (event.target as Element).closest('.option');
    const option = row && this.list.shown[Number(row.id.slice(this.id.length + 1))];
    if (option) this.#choose(option);
  };

  #choose(option: Option): void {
    this.typed = undefined;
    this.close();
    this.acts.choose(option);
  }

  /** On leaving: an emptied field is emptied, a name typed in full is chosen, anything else stays and is marked. */
  readonly #onBlur = () => {
    const { typed } = this;
    this.close();
    if (typed === undefined) return;
    const option = typed.trim() ? this.list.exactly(typed) : undefined;
    if (option) this.#choose(option);
    else if (!typed.trim()) {
      this.typed = undefined;
      this.acts.clear();
    } else this.host.requestUpdate();
  };
}

/** A press in the list must not take the focus out of the field. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

function marked(name: string, query: string): unknown {
  const [hit] = findFolded(name, query);
  return hit ? html`${name.slice(0, hit.from)}<mark>${name.slice(hit.from, hit.to)}</mark>${name.slice(hit.to)}` : name;
}
