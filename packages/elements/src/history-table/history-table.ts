import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../foundation/property.js';
import { Announcer } from '../foundation/announcer.js';
import { buttons } from '../foundation/buttons.styles.js';
import { fields } from '../foundation/fields.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { quietButton } from '../foundation/quiet-button.styles.js';
import { fetchAhead, LaterActs } from '../foundation/later-acts.js';
import { todayHere } from '../foundation/today.js';
import { commonWords } from '../foundation/words.common.js';
import type { Column, HistoryGroup, HistoryRow } from './columns.js';
import { GroupLoaders } from './group-loaders.js';
import { tabList, totals, trouble } from './history-parts.js';
import { HistorySortEvent } from './history-sort-event.js';
import { styles } from './history-table.styles.js';
import { participationColumns, participationGroups } from './participation.js';
import type { HistorySource, RowLoader } from './row-loader.js';
import type { RowViewport } from './row-viewport.js';
import { ShownRows, type Sort } from './shown-rows.js';
import type { Summary } from './summary.js';
import { ROW_HEIGHT, TableBody, WHOLE } from './table-body.js';
import { tableHead } from './table-head.js';
import type { TableModel } from './table-model.js';
import { tableStyles } from './table.styles.js';
import { historyWords } from './words.js';

export { HistorySortEvent } from './history-sort-event.js';
export type { Column, ColumnKind, HistoryGroup, HistoryRow } from './columns.js';
export type { HistorySource } from './row-loader.js';
export type { Sort, SortDirection } from './shown-rows.js';

const saving = () => import('./saving.js');
const printing = () => import('./printed-table.js');
const summing = () => import('./summary.js');
/** Rows of a long list that are shown until the code of the window is there: a box full. */
const FIRST = 16;
const arranging = () => import('./table-model.js');
const windowing = () => import('./row-viewport.js');
let arrange: typeof TableModel | undefined;
const fetchActs = (): void => fetchAhead(saving, printing);
const fetchOrder = (): void => fetchAhead(arranging);

/**
 * Quá trình tham gia: a history by branch, with its total, sorted, searched without diacritics, printed and saved as CSV.
 *
 * Rows come from `rows`, from `source`, or from the client (`participation.list`). Other histories are other `columns` and `groups`.
 * @summary Participation history with tabs BHXH, BHTN, BHTNLĐ-BNN, BHYT and the total time.
 * @fires {HistorySortEvent} sort - a person asked for another order; cancelable
 * @csspart tabs - the list of tabs
 * @csspart summary - the total and its notes
 * @csspart tools - search and buttons
 * @csspart scroller - the box the table scrolls in
 * @csspart table - the table
 * @csspart row - a row
 * @csspart sort - the button in a header
 * @cssproperty --bhxh-table-height - largest height of the table before it scrolls (34rem)
 */
export class BhxhHistoryTable extends KitElement {
  /** @internal */
  static override styles = [foundation, buttons, quietButton, fields, styles, tableStyles];

  /** The rows, where the host has them; no client is asked then. */
  @property({ attribute: false }) rows?: readonly HistoryRow[];
  /** Where to read rows from, instead of the client's participation history. */
  @property({ attribute: false }) source?: HistorySource;
  /** The columns; without them those of the participation history, with its tabs and total. */
  @property({ attribute: false }) columns?: readonly Column[];
  /** The tabs, by the value of the rows' `groupKey` field. */
  @property({ attribute: false }) groups?: readonly HistoryGroup[];
  /** The field of a row that says its tab. */
  @property({ attribute: 'group-key' }) groupKey = 'branch';
  /** The open tab's key. */
  @property() group = '';
  /** What the table is, above all for screen readers, the print and the file. */
  @property() caption = '';
  /** The day a running period counts up to, ISO; today in Vietnam unless said. */
  @property() date = '';
  /** Shows no search box. */
  @property({ type: Boolean, attribute: 'without-search' }) withoutSearch = false;
  /** Neither CSV nor print is offered. */
  @property({ type: Boolean, attribute: 'without-export' }) withoutExport = false;

  @state() private query = '';

  protected readonly t = this.speak(historyWords);
  protected readonly common = this.speak(commonWords);
  readonly #announcer = new Announcer(this);
  readonly #acts = new LaterActs(this, this.common);
  readonly #loaders = new GroupLoaders(() => this.requestUpdate());
  readonly #body: TableBody = new TableBody(this.t, () => this.requestUpdate());
  #viewport: RowViewport | undefined;
  #columns: readonly Column[] = [];
  #shown = new ShownRows([], []);
  /** Sorts and narrows `#shown`, once somebody asked for it. */
  #model: TableModel | undefined;
  #summary: Summary | undefined;
  #sort: Sort | undefined;
  /** What the model was made of; another of these makes another model. */
  #made: readonly unknown[] = [];

  /** Reads the rows again; those in view stay until the new ones are complete. */
  async reload(): Promise<void> {
    await this.#loader?.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loaders.stop();
  }

  protected override firstUpdated(): void {
    if (!this.columns) fetchAhead(summing);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#loaders.use(this.rows ? undefined : (this.source ?? this.activeClient));
    const tabs = this.#tabs;
    if (!tabs.some(({ key }) => key === this.group)) this.group = tabs[0]?.key ?? '';
    if (this.isConnected) this.#loaders.open(this.group);
    this.#makeModel();
  }

  get #tabs(): readonly HistoryGroup[] {
    return this.groups ?? (this.columns ? [] : participationGroups(this.t));
  }
  get #caption(): string {
    return this.caption || this.t('caption');
  }
  get #loader(): RowLoader | undefined {
    return this.#loaders.of(this.group);
  }

  #makeModel(): void {
    const rows = this.rows ?? this.#loader?.rows ?? [];
    const columns = this.columns ?? participationColumns(this.t);
    // Only other words make other columns: the rows in the document are then kept.
    if (this.columns || columns.some(({ label }, index) => label !== this.#columns[index]?.label)) this.#columns = columns;
    const made = [rows, this.#columns, this.group, this.groups, this.groupKey, this.date];
    if (made.every((part, index) => part === this.#made[index])) return;
    if (this.#made[2] !== this.group) this.#body.clear();
    this.#made = made;
    const grouped = this.rows && this.#tabs.length > 0 ? rows.filter((row) => row[this.groupKey] === this.group) : rows;
    this.#shown = new ShownRows(grouped, this.#columns);
    this.#model = undefined;
    this.#summary = undefined;
    if (!this.columns && grouped.length > 0) void this.#acts.run(this.#sum);
    if (this.#sort || this.query) void this.#acts.run(this.#arrange);
  }

  /** Adds up the rows in view. Its code is fetched while the rows are. */
  readonly #sum = async (): Promise<void> => {
    const { rows } = this.#shown;
    this.#summing = summing();
    const { summary } = await this.#summing;
    if (rows !== this.#shown.rows) return;
    this.#summary = summary(rows, this.date || todayHere(), this.language, this.t);
    this.requestUpdate();
  };
  #summing: Promise<typeof import('./summary.js')> | undefined;

  /** Waits for the total too, where it is being added up. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#summing?.catch(() => undefined);
    return done && !this.isUpdatePending;
  }

  /** Sorts and narrows as asked; at once, when the code for it is there. */
  readonly #arrange = async (): Promise<void> => {
    const shown = this.#shown;
    if (!arrange) arrange = (await arranging()).TableModel;
    if (shown !== this.#shown) return;
    this.#model ??= new arrange(shown);
    if (this.#sort !== shown.sort && this.#sort) this.#model.sortBy(this.#sort);
    this.#model.filter(this.query);
    this.requestUpdate();
  };

  protected override render(): TemplateResult {
    const tabs = this.#tabs;
    const tab = tabs.length > 0;
    return html`${this.#announcer.region}${tabList(tabs, this.group, this.t, this.#open)}
      <div id="panel" role=${tab ? 'tabpanel' : nothing} aria-labelledby=${tab ? `tab-${tabs.findIndex(({ key }) => key === this.group)}` : nothing}>
        ${this.#renderState()}${this.#shown.rows.length > 0 ? this.#renderRows() : nothing}
      </div>`;
  }

  #renderState(): TemplateResult | typeof nothing {
    const loader = this.rows ? undefined : this.#loader;
    if (loader?.state === 'loading') return html`<p role="status" class="count">${this.common('loading')}</p>`;
    if (loader && loader.state !== 'complete' && loader.error !== undefined)
      return trouble(loader, this.language, this.t, this.common, () => void this.reload());
    return this.#shown.rows.length === 0 ? html`<p class="count">${this.t('empty')}</p>` : nothing;
  }

  #renderRows(): TemplateResult {
    const loading = this.rows ? undefined : this.#loader?.state;
    const complete = !loading || loading === 'complete' || loading === 'stale';
    return html`${complete && this.#summary ? totals(this.#summary, this.t) : nothing}
      <div class="tools" part="tools">${this.#renderSearch()}${this.#renderButtons()}</div>
      ${this.#acts.notice()}
      <p class="count">${this.#countSentence()}</p>
      <div
        class="scroller"
        part="scroller"
        @pointerenter=${fetchOrder}
        @focusin=${fetchOrder}
        role="region" tabindex="0" aria-label=${this.#caption} @scroll=${() => this.#viewport?.scrolled()}>
        <table role="table" part="table" aria-rowcount=${this.#shown.shown.length + 1}>
          <caption>
            ${this.#caption}
          </caption>
          ${tableHead(this.#shown, this.t, this.#onSort)}${this.#body.element}
        </table>
      </div>`;
  }

  #renderSearch(): TemplateResult | typeof nothing {
    if (this.withoutSearch) return nothing;
    return html`<div class="search">
      <label class="label" for="search">${this.t('search')}</label>
      <input id="search" type="search" autocomplete="off" spellcheck="false" .value=${this.query} @focus=${fetchOrder} @input=${this.#onSearch} />
    </div>`;
  }

  #renderButtons(): TemplateResult | typeof nothing {
    if (this.withoutExport) return nothing;
    const act = (words: 'save' | 'print', run: () => Promise<unknown>) =>
      html`<button type="button" @pointerenter=${fetchActs} @focus=${fetchActs} @click=${() => this.#acts.run(run)}>${this.t(words)}</button>`;
    return html`${act('save', this.#save)} ${act('print', this.#print)}`;
  }

  protected override updated(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.scroller') ?? undefined;
    const { length } = this.#shown.shown;
    if (this.#viewport) this.#viewport.show(this.#shown, box);
    else if (box) this.#body.draw(this.#shown, [...Array(length > WHOLE ? FIRST : length).keys()], (from, to) => (to - from) * ROW_HEIGHT);
    if (!this.#viewport && length > WHOLE) void this.#acts.run(this.#window);
  }

  readonly #window = async (): Promise<void> => {
    const { RowViewport } = await windowing();
    this.#viewport ??= new RowViewport(this, this.#body, ROW_HEIGHT, WHOLE);
    this.requestUpdate();
  };

  #countSentence(): string {
    const count = this.#shown.shown.length;
    if (!this.query.trim()) return this.t('all', { count });
    return count > 0 ? this.t('found', { count }) : this.t('foundNone');
  }

  readonly #open = (group: string, focusTab?: number): void => {
    this.group = group;
    this.query = '';
    if (focusTab !== undefined) this.renderRoot.querySelector<HTMLElement>(`#tab-${focusTab}`)?.focus();
  };

  readonly #onSearch = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    void this.#acts.run(async () => {
      await this.#arrange();
      this.#announcer.say(this.#countSentence());
    });
  };

  readonly #onSort = (sort: Sort): void => {
    if (!this.dispatchEvent(new HistorySortEvent(sort))) return;
    this.#sort = sort;
    void this.#acts.run(async () => {
      await this.#arrange();
      const column = this.#columns.find(({ key }) => key === sort.key)?.label ?? '';
      this.#announcer.say(this.t(sort.direction === 'ascending' ? 'sortedUp' : 'sortedDown', { column }));
    });
  };

  readonly #save = async (): Promise<void> => {
    const { saveCsv } = await saving();
    saveCsv(this.#shown, `${this.t('file')}${this.group ? `-${this.group}` : ''}`, this.language);
  };

  readonly #print = async (): Promise<void> => {
    const { printTable } = await printing();
    const tab = this.#tabs.find(({ key }) => key === this.group)?.label;
    const lines = this.#summary ? [`${this.t('total')} ${this.#summary.total}`, ...this.#summary.notes] : [];
    await printTable(this.#shown, { title: tab ? `${this.#caption}: ${tab}` : this.#caption, lang: this.language, lines });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-history-table': BhxhHistoryTable;
  }
}
