import type { BhxhClient } from '@bhxh-kit/client';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { type Complaint, FormControl } from '../foundation/form-control.js';
import { foundation } from '../foundation/foundation.styles.js';
import { AgencyChangeEvent, type AgencyPickerEventMap } from './agency-change-event.js';
import { AgencyLoader } from './agency-loader.js';
import { styles } from './agency-picker.styles.js';
import { type AgencyRow, pathText } from './agency-row.js';
import { AgencyTree } from './tree-model.js';
import { TreeView, type TreeViewHost } from './tree-view.js';
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
export class BhxhAgencyPicker extends FormControl<string> implements TreeViewHost {
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
  readonly #loader = new AgencyLoader(this);
  readonly #view = new TreeView(this);
  readonly #announcer = new Announcer(this);
  #clientInUse: BhxhClient | undefined;
  #shownRows: readonly AgencyRow[] | undefined;

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.renderRoot?.querySelector('dialog');
  }
  get #filter(): HTMLInputElement | null | undefined {
    return this.renderRoot?.querySelector('input');
  }

  /** Opens the dialog, as the button does. */
  open(): void {
    if (this.inline || this.isOpen || this.isDisabled || this.readonly) return;
    this.isOpen = true;
    this.#reveal();
    void this.#loader.load();
  }

  /** Closes the dialog without choosing. */
  close(): void {
    this.#dialog?.close();
  }

  treeLabel(): string {
    return this.label || this.#t('tree');
  }
  codeLabel(digits: string): string {
    return this.#t('code', { digits });
  }
  isSelected(node: number): boolean {
    const { tree } = this.#view;
    return this.inline ? tree.row(node).code === this.value : node === tree.active;
  }
  point(node: number): void {
    if (this.inline) this.choose(node);
  }
  choose(node: number): void {
    if (node < 0 || this.isDisabled || this.readonly) return;
    this.#take(this.#view.tree.row(node));
    this.close();
  }

  protected fromText(text: string): string {
    return text;
  }
  protected toText(value: string): string {
    return value;
  }
  protected get anchor(): HTMLElement | null | undefined {
    return this.inline ? this.#view.element : this.renderRoot?.querySelector<HTMLElement>('#control');
  }
  protected override complaint(): Complaint | undefined {
    const unknown = this.value !== '' && this.#rows !== undefined && this.#rows.length > 0 && this.#path.length === 0;
    return unknown ? { flag: 'badInput', sentence: this.#t('unknown', { code: this.value }) } : super.complaint();
  }

  get #rows(): readonly AgencyRow[] | undefined {
    return this.agencies ?? this.#loader.rows;
  }
  /** The chosen agency with what is above it. */
  get #path(): readonly AgencyRow[] {
    if (!this.value) return [];
    const path = this.#rows ? this.#view.tree.path(this.value) : this.#loader.path;
    return path.at(-1)?.code === this.value ? path : [];
  }
  get #suggestion(): readonly AgencyRow[] {
    if (!this.communeCode) return [];
    if (!this.agencies) return this.#loader.suggestion;
    const serving = this.#view.tree.serving(this.communeCode);
    return serving ? this.#view.tree.path(serving.code) : [];
  }

  protected override willUpdate(changed: PropertyValues): void {
    const client = this.agencies ? undefined : this.activeClient;
    if (client !== this.#clientInUse) this.#loader.use((this.#clientInUse = client)?.agencies);
    if (this.inline && this.#loader.state === 'idle') void this.#loader.load();
    if (!this.#rows) void this.#loader.readPath(this.value);
    if (!this.agencies) void this.#loader.readSuggestion(this.communeCode);
    if (this.#rows !== this.#shownRows) this.#showRows();
    super.willUpdate(changed);
    if (this.inline && changed.has('value')) this.#reveal();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.#dialog?.showModal();
    // With a finger the filter would call up the keyboard over the tree.
    const start = matchMedia('(pointer: coarse)').matches ? this.#view.element : this.#filter;
    start?.focus();
  }

  override disconnectedCallback(): void {
    // A dialog keeps its `open` attribute when it leaves the document.
    this.close();
    this.isOpen = false;
    super.disconnectedCallback();
  }

  #showRows(): void {
    this.#shownRows = this.#rows;
    const { query } = this.#view.tree;
    const tree = new AgencyTree(this.#rows ?? []);
    this.#view.show(tree);
    this.#reveal();
    if (query) tree.filter(query);
  }

  /** Puts the cursor on the chosen agency, else on the suggested one. */
  #reveal(): void {
    const node = this.#view.tree.find(this.value || (this.#suggestion.at(-1)?.code ?? ''));
    if (node >= 0) this.#view.tree.reveal(node);
    this.#view.toActive();
  }

  #take(agency: AgencyRow): void {
    if (agency.code === this.value) return;
    this.value = agency.code;
    this.dispatchEvent(new AgencyChangeEvent(agency));
  }

  #onFilter = () => {
    const { tree } = this.#view;
    tree.filter(this.#filter?.value ?? '');
    this.#view.toActive();
    if (tree.query) this.#announcer.say(tree.matchCount ? this.#t('found', { count: tree.matchCount }) : this.#t('noneFound'));
  };

  /** Names are folded while the person is about to type, not on the first letter. */
  #onFilterFocus = () => setTimeout(() => this.#view.tree.prepareSearch());

  #onFilterKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') this.#view.element?.focus();
    else if (event.key === 'Enter') this.choose(this.#view.tree.active);
    else return;
    event.preventDefault();
  };

  #onClose = () => {
    this.isOpen = false;
    this.#view.tree.filter('');
  };

  /** A press on the backdrop closes; the dialog's own box is filled by its content. */
  #onDialogClick = (event: MouseEvent) => {
    if (event.target === this.#dialog) this.close();
  };

  protected override render(): TemplateResult {
    return html`${this.fieldTop()}${this.inline ? this.#browse() : nothing}${this.#chosen()}${this.#suggest()}${this.inline ? nothing : this.#control()}${this.fieldBottom()}`;
  }

  #control(): TemplateResult {
    const path = pathText(this.#path);
    const invalid = this.shownError !== '';
    return html`<button
        id="control" part="button" type="button" aria-haspopup="dialog" ?disabled=${this.isDisabled || this.readonly}
        class=${path ? '' : 'opener'} aria-label=${path ? this.#t('changeNamed', { path }) : this.labelText ? `${this.labelText}: ${this.#t('open')}` : nothing}
        aria-describedby=${this.describedBy} data-invalid=${String(invalid)} @click=${() => this.open()}
      >${path || this.value ? this.#t('change') : this.#t('open')}</button>
      <dialog part="dialog" aria-labelledby="heading" @close=${this.#onClose} @click=${this.#onDialogClick}>
        ${this.#announcer.region}${this.isOpen ? this.#dialogContent() : nothing}
      </dialog>`;
  }

  #dialogContent(): TemplateResult {
    const { tree } = this.#view;
    const marked = tree.active >= 0 && tree.count > 0 ? tree.row(tree.active) : undefined;
    return html`<div class="sheet">
      <h2 id="heading">${this.#t('heading')}</h2>
      ${this.#browse()}
      <footer>
        <p class="marked">${marked ? pathText(tree.path(marked.code)) : this.#t('nothingMarked')}</p>
        <button type="button" @click=${() => this.close()}>${this.common('close')}</button>
        <button type="button" class="primary" ?disabled=${!marked} @click=${() => this.choose(tree.active)}>${this.#t('choose')}</button>
      </footer>
    </div>`;
  }

  #browse(): TemplateResult {
    const { tree } = this.#view;
    return html`<div class="browse">
      <label class="label" for="filter">${this.#t('filter')}</label>
      <input id="filter" part="filter" type="text" inputmode="search" enterkeyhint="search" autocomplete="off" autocapitalize="none" spellcheck="false"
        aria-describedby="filter-hint" @focus=${this.#onFilterFocus} @input=${this.#onFilter} @keydown=${this.#onFilterKey} ?disabled=${this.isDisabled} />
      <p class="hint" id="filter-hint">${tree.query ? (tree.matchCount ? this.#t('found', { count: tree.matchCount }) : this.#t('noneFound')) : this.#t('filterHint')}</p>
      ${this.inline ? this.#announcer.region : nothing}${this.#network()}${tree.count > 0 ? this.#view.render() : nothing}
    </div>`;
  }

  #network(): TemplateResult | typeof nothing {
    const { state: loading, stale } = this.#loader;
    const rows = this.#rows;
    if (loading === 'failed' && !this.agencies) {
      return html`<div class=${stale ? 'note' : 'note problem'} role="alert">
        <p>${this.#t(stale ? 'stale' : 'failed')}</p><button type="button" @click=${() => this.#loader.load()}>${this.common('retry')}</button>
      </div>`;
    }
    if (!rows && loading === 'loading') return html`<p class="note" role="status">${this.common('loading')}</p>`;
    return !rows || rows.length === 0 ? html`<p class="note">${this.#t('empty')}</p>` : nothing;
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
    return html`<div class="note suggestion">
      <p>${this.#t('suggested', { path: pathText(this.#suggestion) })}</p>
      <button type="button" @click=${() => this.#take(agency)}>${this.#t('takeSuggested')}</button>
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
