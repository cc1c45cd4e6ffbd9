import { adoptStyles, type CSSResultOrNative, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Announcer } from '../foundation/announcer.js';
import type { commonWords } from '../foundation/words.common.js';
import type { Listener, Translate, translator } from '../foundation/words.js';
import { browserStyles } from './agency-browser.styles.js';
import { agencyBrowserWords } from './agency-browser-words.js';
import type { AgencyLoader } from './agency-loader.js';
import type { AgencyRow, pathText } from './agency-row.js';
import { AgencyTree } from './tree-model.js';
import { TreeView, type TreeViewHost } from './tree-view.js';
import type { agencyPickerWords } from './words.js';

/** What the browser needs of the picker it belongs to. */
export interface AgencyBrowserHost extends ReactiveControllerHost, Listener {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly shadowRoot: ShadowRoot | null;
  readonly label: string;
  readonly inline: boolean;
  readonly required: boolean;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly loader: AgencyLoader;
  /** Whether the page handed the agencies in, so that nothing is loaded. */
  readonly handedIn: boolean;
  /** The person chose an agency. */
  take(agency: AgencyRow): void;
  close(): void;
}

/** What the picker lends: imported here, it would be cut off into chunks that a page has to fetch before the picker is there. */
export interface LentByPicker {
  readonly Announcer: typeof Announcer;
  readonly common: Translate<(typeof commonWords)['vi']>;
  readonly t: Translate<(typeof agencyPickerWords)['vi']>;
  readonly pathText: typeof pathText;
  readonly speak: typeof translator;
}

/** The tree with its filter: the part of the picker that is loaded when it is about to be opened. */
export class AgencyBrowser implements TreeViewHost {
  readonly #words;
  readonly #view: TreeView;
  readonly #announcer: Announcer;
  #rows: readonly AgencyRow[] | undefined;

  /** @param ownStyles the picker's own styles, which stay before those of the tree */
  constructor(
    private readonly host: AgencyBrowserHost,
    ownStyles: readonly CSSResultOrNative[],
    private readonly lent: LentByPicker,
  ) {
    this.#words = lent.speak(agencyBrowserWords, host);
    this.#view = new TreeView(this);
    this.#announcer = new lent.Announcer(host);
    if (host.shadowRoot) adoptStyles(host.shadowRoot, [...ownStyles, browserStyles]);
  }

  get updateComplete(): Promise<boolean> {
    return this.host.updateComplete;
  }
  get renderRoot(): HTMLElement | DocumentFragment {
    return this.host.renderRoot;
  }
  addController(controller: ReactiveController): void {
    this.host.addController(controller);
  }
  removeController(controller: ReactiveController): void {
    this.host.removeController(controller);
  }
  requestUpdate(): void {
    this.host.requestUpdate();
  }

  /** The tree itself, to focus. */
  get tree(): HTMLElement | null {
    return this.#view.element;
  }

  /** Shows these agencies; a filter that was typed is kept. */
  show(rows: readonly AgencyRow[] | undefined): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    const { query } = this.#view.tree;
    const tree = new AgencyTree(rows ?? []);
    this.#view.show(tree);
    if (query) tree.filter(query);
  }

  /** Puts the cursor on an agency. */
  reveal(code: string): void {
    const node = code ? this.#view.tree.find(code) : -1;
    if (node >= 0) this.#view.tree.reveal(node);
    this.#view.toActive();
  }

  /**
   * Where the focus starts: with a finger the filter would call up the keyboard over the tree. The dialog has it first, from its opening on (`autofocus`): Orca (43, Firefox 153 ESR) is silent about a focus
   * that comes while the page behind is taken out of its reach, and of one that comes back to where the caret was. Whoever types at once types there all the same, and whoever has gone on stays where they are.
   */
  focusStart(): void {
    const dialog = this.host.renderRoot.querySelector('dialog');
    if (!dialog) return;
    const go = () => {
      if (dialog.matches(':focus')) (matchMedia('(pointer: coarse)').matches ? this.tree : this.#filter)?.focus();
    };
    dialog.focus();
    const early = (event: KeyboardEvent) => {
      if (event.key === 'Tab' || !dialog.matches(':focus')) return;
      go();
      this.#onFilterKey(event);
    };
    dialog.addEventListener('keydown', early, { once: true });
    setTimeout(() => {
      dialog.removeEventListener('keydown', early);
      go();
    }, 150);
  }

  clearFilter(): void {
    // Opened again at once, the dialog still has the box that was written in.
    if (this.#filter) this.#filter.value = '';
    this.#view.tree.filter('');
    this.#announcer.hush();
  }

  treeLabel(): string {
    return this.host.label || this.#words('tree');
  }
  codeLabel(digits: string): string {
    return this.#words('code', { digits });
  }
  isSelected(node: number): boolean {
    const { tree } = this.#view;
    return this.host.inline ? tree.row(node).code === this.host.value : node === tree.active;
  }
  point(node: number): void {
    if (this.host.inline) this.choose(node);
  }
  choose(node: number): void {
    if (node >= 0) this.host.take(this.#view.tree.row(node));
  }

  get #filter(): HTMLInputElement | null {
    return this.host.renderRoot.querySelector('input');
  }

  readonly #onFilter = () => {
    const { tree } = this.#view;
    tree.filter(this.#filter?.value ?? '');
    this.#view.toActive();
    if (tree.query) this.#announcer.say(this.#count());
    else this.#announcer.hush();
  };

  /** Names are folded while the person is about to type, not on the first letter. */
  readonly #onFilterFocus = () => setTimeout(() => this.#view.tree.prepareSearch());

  readonly #onFilterKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') this.tree?.focus();
    // Held down, it may still be the one that opened the dialog.
    else if (event.key === 'Enter' && !event.repeat) this.choose(this.#view.tree.active);
    else return;
    event.preventDefault();
  };

  #count(): string {
    const { matchCount } = this.#view.tree;
    return matchCount ? this.#words('found', { count: matchCount }) : this.#words('noneFound');
  }

  /** What the dialog holds. */
  sheet(): TemplateResult {
    const { tree } = this.#view;
    const marked = tree.active >= 0 && tree.count > 0 ? tree.row(tree.active) : undefined;
    return html`<div class="sheet">
      <h2 id="heading">${this.#words('heading')}</h2>
      ${this.browse()}
      <div class="acts">
        <p class="marked" id="marked">${marked ? this.lent.pathText(tree.path(marked.code)) : this.#words('nothingMarked')}</p>
        <button type="button" @click=${() => this.host.close()}>${this.lent.common('close')}</button>
        <button type="button" class="primary" aria-describedby="marked" ?disabled=${!marked} @click=${() => this.choose(tree.active)}>${this.#words('choose')}</button>
      </div>
    </div>`;
  }

  /**
   * Filter and tree. The count takes the hint's place for the eye only: as the field's description it would be heard with the field again after every search.
   * @param describedBy ids of the hint and the error of a tree that stands in the page, and is the field itself
   */
  browse(describedBy: string | typeof nothing = nothing): TemplateResult {
    const { tree } = this.#view;
    return html`<div class="browse">
      <label class="label" for="filter">${this.#words('filter')}</label>
      <input id="filter" part="filter" type="text" inputmode="search" enterkeyhint="search" autocomplete="off" autocapitalize="none" spellcheck="false"
        aria-describedby="filter-hint" @focus=${this.#onFilterFocus} @input=${this.#onFilter} @keydown=${this.#onFilterKey} ?disabled=${this.host.isDisabled} />
      <p class="hint" id="filter-hint" ?hidden=${tree.query}>${this.#words('filterHint')}</p>
      ${tree.query ? html`<p class="hint">${this.#count()}</p>` : nothing}
      ${this.#announcer.region}${this.#network()}${tree.count > 0 ? this.#view.render(this.host.inline && this.host.required, describedBy) : nothing}${this.host.inline ? this.#whole() : nothing}
    </div>`;
  }

  /** The row under the cursor in full, as below the tree in the dialog: a row shows two lines of a long name. A screen reader has it all from the row. */
  #whole(): TemplateResult {
    const { tree } = this.#view;
    return html`<p class="whole" aria-hidden="true">${tree.active >= 0 && tree.count > 0 ? tree.row(tree.active).name : nothing}</p>`;
  }

  #network(): TemplateResult | typeof nothing {
    const { state, stale } = this.host.loader;
    if (state === 'failed' && !this.host.handedIn) {
      return html`<div class=${stale ? 'note' : 'note problem'} role="alert">
        <p>${stale ? this.#words('stale') : this.lent.t('failed')}</p><button type="button" @click=${() => this.host.loader.load()}>${this.lent.common('retry')}</button>
      </div>`;
    }
    if (!this.#rows && state === 'loading') return html`<p class="note" role="status">${this.lent.common('loading')}</p>`;
    return !this.#rows || this.#rows.length === 0 ? html`<p class="note">${this.#words('empty')}</p>` : nothing;
  }
}
