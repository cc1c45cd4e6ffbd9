import type { BhxhClient } from '@bhxh-kit/client';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { type Complaint, FormControl } from '../foundation/form-control.js';
import { foundation } from '../foundation/foundation.styles.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { property, state } from '../foundation/property.js';
import { translator } from '../foundation/words.js';
import type { AgencyBrowser, AgencyBrowserHost } from './agency-browser.js';
import { AgencyChangeEvent, type AgencyPickerEventMap } from './agency-change-event.js';
import { AgencyLoader } from './agency-loader.js';
import { styles } from './agency-picker.styles.js';
import { type AgencyRow, pathOf, pathText, serving } from './agency-row.js';
import { agencyPickerWords } from './words.js';

export { AgencyChangeEvent, type AgencyPickerEventMap } from './agency-change-event.js';
export type { AgencyRow } from './agency-row.js';

/**
 * Chọn cơ quan BHXH tiếp nhận: a form control whose value is the code of an agency.
 *
 * A button opens a dialog with a filter and the tree; the choice then reads "BHXH Tp. Hà Nội » BHXH Quận Đống Đa", with the office's address and telephone.
 * Any agency can be chosen, a provincial one too. Agencies come from `agencies`, else from the client.
 *
 * @summary Picks the receiving agency from the tree of agencies.
 * @fires {AgencyChangeEvent} change - A person chose another agency; does not bubble. `value` is its code already.
 * @attr {string} value - Code chosen at first, and again after a reset.
 * @attr {boolean} inline - Shows the tree in the page instead of in a dialog.
 * @attr {string} commune-code - Commune (2025 map) whose agency is suggested.
 * @attr {'light'|'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 * @csspart root - Everything the element shows.
 * @csspart label - The label.
 * @csspart hint - The advice under the label.
 * @csspart error - The sentence that says what is wrong.
 * @csspart chosen - The chosen path with address and telephone.
 * @csspart button - The button that opens the dialog.
 * @csspart dialog - The dialog.
 * @csspart filter - The filter box.
 * @csspart tree - The tree.
 * @csspart row - One agency in the tree.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, links, focus ring, the marked row.
 * @cssproperty [--bhxh-tree-height=26em] - Height of the inline tree.
 */
export class BhxhAgencyPicker extends FormControl<string> implements AgencyBrowserHost {
  /** @internal */
  static override styles = [foundation, controls, styles];

  /** The agencies themselves, when no client is to be asked. Set another array to change them. */
  @property({ attribute: false }) agencies?: readonly AgencyRow[];
  /** Shows the tree in the page instead of in a dialog. */
  @property({ type: Boolean, reflect: true }) inline = false;
  /** Commune (2025 map) the person lives in: its agency is suggested, never chosen unasked. */
  @property({ attribute: 'commune-code' }) communeCode = '';

  @state() private isOpen = false;

  protected readonly emptyValue = '';
  readonly #t = this.speak(agencyPickerWords);
  /** Asks the client. Public for the tree, which shows how loading goes. @internal */
  readonly loader = new AgencyLoader(this);
  /** The tree weighs as much as all the rest and most visitors never open it, so it is loaded when they are about to. */
  readonly #browser = new LazyPart<AgencyBrowser>(this, async () => {
    const { AgencyBrowser } = await import('./agency-browser.js');
    return new AgencyBrowser(this, BhxhAgencyPicker.styles, { Announcer, common: this.common, t: this.#t, pathText, speak: translator });
  });
  #clientInUse: BhxhClient | undefined;

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.renderRoot?.querySelector('dialog');
  }

  /** @internal */
  get handedIn(): boolean {
    return this.agencies !== undefined;
  }

  /** Opens the dialog, as the button does. */
  open(): void {
    if (this.inline || this.isOpen || this.isDisabled || this.readonly) return;
    this.isOpen = true;
    this.#prepare();
    this.#reveal();
    void this.loader.load();
  }

  /** Closes the dialog without choosing. */
  close(): void {
    if (!this.isOpen) return;
    this.isOpen = this.#focused = false;
    this.#dialog?.close();
    this.#browser.value?.clearFilter();
  }

  /** Takes what the person chose and tells it. @internal */
  take(agency: AgencyRow): void {
    if (this.isDisabled || this.readonly) return;
    this.close();
    if (agency.code === this.value) return;
    this.value = agency.code;
    this.dispatchEvent(new AgencyChangeEvent(agency));
  }

  /** Waits for the tree too, where it is being loaded. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#browser.settled;
    return done && !this.isUpdatePending;
  }

  protected fromText(text: string): string {
    return text;
  }
  protected toText(value: string): string {
    return value;
  }
  protected get anchor(): HTMLElement | null | undefined {
    return this.inline ? this.#browser.value?.tree : this.renderRoot?.querySelector<HTMLElement>('#control');
  }
  protected override complaint(): Complaint | undefined {
    const unknown = this.value !== '' && this.#rows !== undefined && this.#rows.length > 0 && this.#path.length === 0;
    return unknown ? { flag: 'badInput', sentence: this.#t('unknown', { code: this.value }) } : super.complaint();
  }

  get #rows(): readonly AgencyRow[] | undefined {
    return this.agencies ?? this.loader.rows;
  }
  /** The chosen agency with what is above it. */
  get #path(): readonly AgencyRow[] {
    if (!this.value) return [];
    const path = this.#rows ? pathOf(this.#rows, this.value) : this.loader.path;
    return path.at(-1)?.code === this.value ? path : [];
  }
  get #suggestion(): readonly AgencyRow[] {
    if (!this.communeCode) return [];
    if (!this.agencies) return this.loader.suggestion;
    const agency = serving(this.agencies, this.communeCode);
    return agency ? pathOf(this.agencies, agency.code) : [];
  }

  /** A tree in the page is drawn once, where its code comes within a tenth of a second: else the browser would paint for an instant that it is loading. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (!this.inline || this.hasUpdated) return super.scheduleUpdate();
    this.#ask();
    return Promise.race([this.#browser.settled, new Promise((late) => setTimeout(late, 100))]).then(() => super.scheduleUpdate());
  }

  /** Asks for what is to be shown and neither here nor under way. */
  #ask(): void {
    const client = this.agencies ? undefined : this.activeClient;
    if (client !== this.#clientInUse) this.loader.use((this.#clientInUse = client)?.agencies);
    if (this.inline) {
      this.#prepare();
      if (this.loader.state === 'idle') void this.loader.load();
    }
    if (!this.#rows) void this.loader.readPath(this.value);
    if (!this.agencies) void this.loader.readSuggestion(this.communeCode);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#ask();
    super.willUpdate(changed);
    const browser = this.#browser.value;
    if (!browser) return;
    const before = this.#shown;
    this.#shown = this.#rows;
    browser.show(this.#rows);
    if (before !== this.#rows || (this.inline && changed.has('value'))) this.#reveal();
  }
  #shown: readonly AgencyRow[] | undefined | null = null;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.isOpen) return;
    if (changed.has('isOpen')) this.#dialog?.showModal();
    if (this.#browser.value && !this.#focused) {
      this.#focused = true;
      this.#browser.value.focusStart();
    }
  }
  /** Whether the focus was put into the dialog that is open now. */
  #focused = false;

  override disconnectedCallback(): void {
    // A dialog keeps its `open` attribute when it leaves the document.
    this.close();
    super.disconnectedCallback();
  }

  readonly #prepare = () => void this.#browser.load();

  /** Fetched once the page is idle, so that opening does not wait and a line that is cut later does no harm; not where the person saves data. */
  protected override firstUpdated(): void {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!connection?.saveData) (globalThis.requestIdleCallback ?? setTimeout)(this.#prepare);
  }

  /** Puts the cursor on the chosen agency, else on the suggested one. */
  #reveal(): void {
    this.#browser.value?.reveal(this.value || (this.#suggestion.at(-1)?.code ?? ''));
  }

  /** Told a while after the closing: by then it may be open again. */
  readonly #onClose = () => {
    if (!this.#dialog?.open) this.close();
  };

  /** A press on the backdrop closes; the dialog's own box is filled by its content. */
  readonly #onDialogClick = (event: MouseEvent) => {
    if (event.target === this.#dialog) this.close();
  };

  protected override render(): TemplateResult {
    return html`${this.fieldTop()}${this.inline ? this.#tree((browser) => browser.browse(this.describedBy)) : nothing}${this.#chosen()}${this.#suggest()}${this.inline ? nothing : this.#control()}${this.fieldBottom()}`;
  }

  #control(): TemplateResult {
    const path = pathText(this.#path);
    const act = this.#t(this.value ? 'change' : 'open');
    // As of any field: its label, its value, that it must be given. A button has no state for the last.
    const name = [this.labelText, path, act, this.required && this.#t('required')].filter(Boolean).join(', ');
    return html`<button
        id="control" part="button" type="button" aria-haspopup="dialog" ?disabled=${this.isDisabled || this.readonly}
        class=${path ? '' : 'opener'} aria-label=${name}
        aria-describedby=${this.describedBy} data-invalid=${this.shownError !== ''} @click=${() => this.open()} @focus=${this.#prepare} @pointerenter=${this.#prepare}
      >${act}</button>
      <dialog part="dialog" autofocus tabindex="-1" aria-label=${this.#t('open')} @close=${this.#onClose} @click=${this.#onDialogClick}>
        ${this.isOpen ? this.#tree((browser) => browser.sheet()) : nothing}
      </dialog>`;
  }

  /** The tree, or why it is not here yet. */
  #tree(shown: (browser: AgencyBrowser) => TemplateResult): TemplateResult {
    const { value, state } = this.#browser;
    if (value) return shown(value);
    if (state !== 'failed') return html`<p class="note" role="status">${this.common('loading')}</p>`;
    return html`<div class="note problem" role="alert">
      <p>${this.#t('failed')}</p>
      <button type="button" @click=${this.#prepare}>${this.common('retry')}</button>
      ${this.inline ? nothing : html`<button type="button" @click=${() => this.close()}>${this.common('close')}</button>`}
    </div>`;
  }

  #chosen(): TemplateResult | typeof nothing {
    const path = this.#path;
    const agency = path.at(-1);
    if (!agency) return this.value ? html`<p class="chosen" part="chosen">[${this.value}]</p>` : nothing;
    return html`<div class="chosen" part="chosen">
      <p class="path">${pathText(path)}</p>
      ${agency.address ? html`<p><span class="term">${this.#t('address')}:</span> ${agency.address}</p>` : nothing}
      ${agency.phone ? html`<p><span class="term">${this.#t('phone')}:</span> <a href="tel:${agency.phone.replace(/[^\d+]/g, '')}">${agency.phone}</a></p>` : nothing}
    </div>`;
  }

  #suggest(): TemplateResult | typeof nothing {
    const agency = this.#suggestion.at(-1);
    if (!agency || agency.code === this.value || this.isDisabled || this.readonly) return nothing;
    // What is pressed goes with the press; the focus goes where the choice can be changed.
    const take = () => {
      this.take(agency);
      this.focus();
    };
    return html`<div class="note suggestion">
      <p>${this.#t('suggested', { path: pathText(this.#suggestion) })}</p>
      <button type="button" @click=${take}>${this.#t('takeSuggested')}</button>
    </div>`;
  }
}

export interface BhxhAgencyPicker {
  addEventListener<K extends keyof AgencyPickerEventMap>(
    type: K,
    listener: (this: BhxhAgencyPicker, event: AgencyPickerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-agency-picker': BhxhAgencyPicker;
  }
}
