import { html, nothing, render, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { COMBOBOX_KEYS, type ComboboxAct } from './combobox-keys.js';
import { markHits } from './hit-marks.js';
import { ListPopup, type PopupOwner } from './list-popup.js';
import { type Option, OptionList } from './option-list.js';

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
  /** In place of rows: loading, nothing found, failed. */
  readonly note?: TemplateResult | undefined;
}

/** A text field with a list that narrows while a person types, with or without tones. Rows are windowed, the focus stays in the field (`aria-activedescendant`). */
export class Combobox implements ReactiveController, PopupOwner {
  list = new OptionList([]);
  isOpen = false;
  /** A person is in the field. */
  #attended = false;
  /** What a person wrote and has not chosen: kept and marked when they leave. */
  typed: string | undefined;

  readonly #window = new ListPopup(this);
  /** The option under the cursor when it was drawn last, by the row it was drawn in. */
  #told: Record<number, Option | undefined> = {};
  /**
   * Rows drawn in a list of their own, by turns: else Lit would write the next option into the same element, and a screen reader reads another element only.
   * No other row is made anew: Orca leaves the field when the row it was at goes while one that was there before is pointed at.
   */
  readonly #nested: number[] = [];

  constructor(
    private readonly host: ComboboxHost,
    readonly id: string,
    private readonly acts: { choose(option: Option, typed: string): void; clear(): void; filtered(count: number): void; closed(): void },
  ) {
    host.addController(this);
  }

  get field(): HTMLInputElement | null | undefined {
    return (this.host.renderRoot as ParentNode | undefined)?.querySelector<HTMLInputElement>(`#${this.id}`);
  }
  get popup(): HTMLElement | null {
    return (this.host.renderRoot as ParentNode).querySelector<HTMLElement>(`#${this.id}-popup`);
  }
  redraw(): void {
    this.host.requestUpdate();
  }

  /** Other options: what was typed is matched anew. */
  show(options: readonly Option[]): void {
    this.list = new OptionList(options);
    if (this.typed !== undefined && this.isOpen) this.list.filter(this.typed);
    // Written before its list was here, and left: taken now, once the drawing that brought the list is done.
    else if (this.typed !== undefined && options.length > 0) queueMicrotask(() => this.#settle());
    if (this.#attended) this.#prepareSoon();
  }

  open(code = ''): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.list.filter(this.typed ?? '');
    if (this.typed === undefined) this.list.pointAt(code);
    this.#window.opened();
    this.#window.toActive();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.acts.closed();
    this.#window.closed();
    markHits([], '');
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
  }

  hostUpdated(): void {
    if (!this.isOpen) return;
    markHits(this.popup?.querySelectorAll('.option') ?? [], this.list.query);
    this.#window.drawn();
  }

  render(look: ComboboxLook): TemplateResult {
    const { id, list } = this;
    const chosen = list.find(look.code);
    const text = this.typed ?? chosen?.name ?? (look.code ? `[${look.code}]` : '');
    return html`<div class="combobox" part="combobox">
      <input id=${id} part="input" type="text" role="combobox" autocapitalize="words" spellcheck="false" enterkeyhint="done" autocomplete="off"
        aria-autocomplete="list" aria-expanded=${this.isOpen} aria-controls="${id}-list" aria-label=${look.label}
        aria-activedescendant=${this.isOpen && list.pointed ? `${id}-${list.pointed.code}` : nothing}
        aria-required=${look.required} aria-invalid=${look.invalid} aria-describedby=${look.describedBy}
        .value=${live(text)} ?disabled=${look.disabled} ?readonly=${look.readonly}
        @input=${this.#onInput} @keydown=${(event: KeyboardEvent) => this.#onKey(event, look)}
        @click=${() => this.#onClick(look)} @focus=${this.#onFocus} @blur=${this.#onBlur}
      />${this.isOpen ? this.#list(look) : nothing}
    </div>`;
  }

  #list(look: ComboboxLook): TemplateResult {
    const { id, list } = this;
    const { start, end } = this.#window.range;
    const row = list.active - start;
    if (this.#told[row] && this.#told[row] !== list.pointed) this.#nested[row]! ^= 1;
    this.#told = { [row]: list.pointed };
    const rows = list.shown.slice(start, end).map(({ code, name }, at) => {
      const drawn = html`<div
        class=${code === look.code ? 'option chosen' : 'option'} part="option" role="option" id="${id}-${code}"
        aria-selected=${at === row} aria-setsize=${list.shown.length} aria-posinset=${start + at + 1}
      >${name}</div>`;
      return this.#nested[at] ? [drawn] : drawn;
    });
    return html`<div class="popup" part="popup" id="${id}-popup" @mousedown=${keepFocus}>
      ${look.note ?? nothing}
      <div class="options" id="${id}-list" role="listbox" aria-label=${look.label} ?hidden=${list.shown.length === 0} @scroll=${this.#onScroll} @click=${this.#onPick}>
        <div class="canvas" role="presentation">${rows}</div>
      </div>
    </div>`;
  }

  readonly #onFocus = () => {
    this.#attended = true;
    this.#prepareSoon();
  };

  /**
   * The keys of the search are made, and the list is drawn once for nobody, when the focus is seen and nothing more pressing waits: not on the first letter or the first
   * press, which the browser's first sight of this code and these templates made wait by half. Asked for when the page is idle, they came too late on a busy one.
   * Chrome 94, Firefox 142; elsewhere a tenth of a second must do.
   */
  #prepareSoon(): void {
    const { list } = this;
    const prepare = () => {
      list.prepare();
      render(this.#list({ label: '', code: '' } as ComboboxLook), new DocumentFragment());
    };
    requestAnimationFrame(() => void (window.scheduler?.postTask(prepare, { priority: 'background' }) ?? setTimeout(prepare, 100)));
  }

  readonly #onScroll = (event: Event) => this.#window.scrolled((event.target as HTMLElement).scrollTop);

  readonly #onInput = (event: Event) => {
    this.typed = (event.target as HTMLInputElement).value;
    this.open();
    this.#window.toTop();
    this.list.filter(this.typed);
    this.acts.filtered(this.list.shown.length);
    this.host.requestUpdate();
  };

  #onClick({ disabled, readonly, code }: ComboboxLook): void {
    if (disabled || readonly) return;
    if (this.isOpen) return;
    this.open(code);
    // What is typed next takes the place of what is chosen.
    if (this.typed === undefined) this.field?.select();
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
        if (wasOpen && this.list.pointed) this.#choose(this.list.pointed);
        return wasOpen;
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
        if (wasOpen || this.list.active < 0) this.list.act(act, this.#window.page);
        this.#window.toActive();
        return true;
    }
  }

  readonly #onPick = (event: MouseEvent) => {
    const row = (event.target as Element).closest('.option');
    const option = row && this.list.find(row.id.slice(this.id.length + 1));
    if (option) this.#choose(option);
  };

  #choose(option: Option): void {
    const { typed = '' } = this;
    this.typed = undefined;
    this.close();
    this.acts.choose(option, typed);
  }

  readonly #onBlur = () => {
    this.#attended = false;
    this.close();
    this.#settle();
  };

  /** An emptied field is emptied, a name written in full is chosen, anything else stays and is marked. */
  #settle(): void {
    const { typed } = this;
    if (typed === undefined || this.isOpen) return;
    const option = typed.trim() ? this.list.exactly(typed) : undefined;
    if (option) this.#choose(option);
    else if (!typed.trim()) {
      this.typed = undefined;
      this.acts.clear();
    } else this.host.requestUpdate();
  }
}

/** A press in the list must not take the focus out of the field. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
