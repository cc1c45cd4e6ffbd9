import type { BhxhClient } from '@bhxh-kit/client';
import { formatMonth } from '@bhxh-kit/domain/text/format-date.js';
import { formatNumber } from '@bhxh-kit/domain/text/format-number.js';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.js';
import { buttons } from '../foundation/buttons.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { fetchAhead, LaterActs } from '../foundation/later-acts.js';
import { notice } from '../foundation/notice.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { quietButton } from '../foundation/quiet-button.styles.js';
import { tableStyles } from '../foundation/table.styles.js';
import { todayHere } from '../foundation/today.js';
import { stateWords } from '../foundation/words.state.js';
import { type Translate, translator, type Words } from '../foundation/words.js';
import type { Column, HistoryGroup, HistoryRow } from './columns.js';
import type { GroupLoaders } from './group-loaders.js';
import { drawGuessed } from './guessed-rows.js';
import type { HistoryKind } from './history-kind.js';
import { searchBox, tabList, takeAway, totals } from './history-parts.js';
import { type HistoryEventMap, HistorySortEvent } from './history-sort-event.js';
import { styles } from './history-table.styles.js';
import { participation } from './participation.js';
import type { HistorySource, RowLoader } from './row-loader.js';
import type { RowViewport } from './row-viewport.js';
import { ShownRows, type Sort } from './shown-rows.js';
import type { Summary } from './summary.js';
import type { TableActs } from './table-acts.js';
import { ROW_HEIGHT, TableBody, WHOLE } from './table-body.js';
import { tableHead } from './table-head.js';
import { historyWords } from './words.js';

export { type HistoryEventMap, HistorySortEvent } from './history-sort-event.js';
export type { Column, ColumnKind, HistoryGroup, HistoryRow } from './columns.js';
export type { HistorySource } from './row-loader.js';
export type { Sort, SortDirection } from './shown-rows.js';

const acting = () => import('./table-acts.js');
const reading = () => import('./reading.js');
const windowing = () => import('./row-viewport.js');
const NO_ROWS: readonly HistoryRow[] = [];

/**
 * Quá trình tham gia: a history by branch, with its total, sorted, searched without diacritics, printed and saved as CSV or XLSX.
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
  static override properties: PropertyDeclarations = {
    rows: { attribute: false },
    source: { attribute: false },
    columns: { attribute: false },
    groups: { attribute: false },
    groupKey: { attribute: 'group-key' },
    group: {},
    caption: {},
    date: {},
    withoutSearch: { type: Boolean, attribute: 'without-search' },
    withoutExport: { type: Boolean, attribute: 'without-export' },
    query: { state: true },
  };

  /** @internal */
  static override styles = [foundation, buttons, quietButton, noticeStyles, styles, tableStyles];

  /** The rows, where the host has them; no client is asked then. */
  rows?: readonly HistoryRow[];
  /** Where to read rows from, instead of the client's participation history. */
  source?: HistorySource;
  /** The columns; without them those of the participation history, with its tabs and total. */
  columns?: readonly Column[];
  /** The tabs, by the value of the rows' `groupKey` field. */
  groups?: readonly HistoryGroup[];
  /** The field of a row that says its tab; where it is empty in the first of `rows`, there are no tabs. */
  groupKey = 'branch';
  /** The open tab's key. */
  group = '';
  /** What the table is, above all for screen readers, the print and the file. */
  caption = '';
  /** The day a running period counts up to, ISO; today in Vietnam unless said. */
  date = '';
  /** Shows no search box. */
  withoutSearch = false;
  /** Neither files nor print are offered. */
  withoutExport = false;

  private query = '';

  protected readonly t = this.speak(historyWords);
  /** Which history this is, where the host hands in no columns of its own. */
  protected readonly kind: HistoryKind = participation(this.t);
  protected readonly common = this.speak(stateWords);
  readonly #announcer = new Announcer(this);
  readonly #later = new LaterActs(this, this.common);
  readonly #body: TableBody = new TableBody(
    this.t,
    this.#later.run,
    () => this.requestUpdate(),
    () => this.kind.detailing(),
  );
  #acts: TableActs | undefined;
  #reading: typeof import('./reading.js') | undefined;
  #loaders: GroupLoaders | undefined;
  #viewport: RowViewport | undefined;
  /** How far a long list was scrolled before the code of the window came. */
  #top = 0;
  #columns: readonly Column[] = [];
  #shown = new ShownRows([], []);
  #summary: Summary | undefined;
  #sort: Sort | undefined;
  /** What the shown rows were made of; another of these makes others. */
  #made: readonly unknown[] = [];

  /** Reads the rows again; those in view stay until the new ones are complete. */
  async reload(): Promise<void> {
    await this.#later.settled;
    await this.#loader?.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loaders?.stop();
  }

  protected override firstUpdated(): void {
    if (!this.columns) fetchAhead(this.kind.summing);
  }

  /** Waits for what is under way too, e.g. the total. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#later.settled;
    return super.getUpdateComplete();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const tabs = this.#tabs;
    if (!tabs.some(({ key }) => key === this.group)) this.group = tabs[0]?.key ?? '';
    if (this.#from && !this.#reading) this.#later.once(this.#fetchReading);
    if (this.isConnected) {
      this.#loaders?.use(this.#from);
      this.#loaders?.open(this.#readGroup);
    }
    this.#showRows();
    if (this.#shown.rows.length > WHOLE) this.#later.once(this.#window);
  }

  /** Gives a catalogue that came with a part its voice. */
  readonly #speak = <Vi extends Readonly<Record<string, string>>>(words: Words<Vi>): Translate<Vi> => translator(words, this);

  /** Where to read rows from, when they are not handed in. */
  get #from(): HistorySource | BhxhClient | undefined {
    return this.rows ? undefined : (this.source ?? this.activeClient);
  }
  get #tabs(): readonly HistoryGroup[] {
    return this.groups ?? (this.columns || (this.groupKey && this.rows?.[0] && !this.rows[0][this.groupKey]) ? [] : this.kind.groups(this.#rows));
  }
  get #caption(): string {
    return this.caption || this.kind.say('caption');
  }
  /** The group that is read for the open tab. */
  get #readGroup(): string {
    return this.groupKey && this.group;
  }
  get #loader(): RowLoader | undefined {
    return this.rows ? undefined : this.#loaders?.of(this.#readGroup);
  }
  get #rows(): readonly HistoryRow[] {
    return this.rows ?? this.#loader?.rows ?? NO_ROWS;
  }

  readonly #fetchReading = async (): Promise<void> => {
    this.#reading = await reading();
    this.#loaders = new this.#reading.GroupLoaders(this, this.kind.subject, () => this.requestUpdate());
    this.requestUpdate();
  };

  #showRows(): void {
    const rows = this.#rows;
    const columns = this.columns ?? this.kind.columns(rows);
    // Only other words make other columns: the rows in the document are then kept.
    if (this.columns || columns.some(({ label }, index) => label !== this.#columns[index]?.label)) this.#columns = columns;
    const made = [rows, this.#columns, this.group, this.groups, this.groupKey, this.date];
    if (made.every((part, index) => part === this.#made[index])) return;
    if (this.#made[2] !== this.group) this.#body.clear();
    this.#made = made;
    const ofTab = (all: typeof rows): typeof rows => (this.rows && this.#tabs.length > 0 ? all.filter((row) => row[this.groupKey] === this.group) : all);
    const grouped = (this.kind.pick ?? ofTab)(rows, this.group);
    this.#shown = new ShownRows(grouped, this.#columns);
    this.#summary = undefined;
    if (!this.columns && grouped.length > 0) void this.#later.run(this.#sum);
    if (this.#sort || this.query) this.#arrange();
  }

  /** Adds up the rows in view. Its code is fetched while the rows are. */
  readonly #sum = async (): Promise<void> => {
    const { rows } = this.#shown;
    const { summary } = await this.kind.summing();
    if (rows !== this.#shown.rows) return;
    this.#summary = summary(rows, this.date || todayHere(), { language: this.language, speak: this.#speak, month: formatMonth, number: formatNumber });
    this.requestUpdate();
  };

  /** Does something with the rows; at once, when the code for it is there. */
  #act(act: (acts: TableActs) => unknown): void {
    void this.#later.run(async () => {
      this.#acts ??= new (await acting()).TableActs(this.#speak);
      await act(this.#acts);
    }, acting);
  }

  /** Sorts and narrows as asked, then says what came of it. */
  #arrange(say?: (acts: TableActs) => string): void {
    this.#act((acts) => {
      acts.arrange(this.#shown, this.#sort, this.query);
      if (say) this.#announcer.say(say(acts));
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    const tabs = this.#tabs;
    const tab = this.groupKey && tabs.length > 0;
    return html`${this.#announcer.region}${this.renderGroups(tabs)}
      <div id="panel" @pointerenter=${this.#fetchActs} @focusin=${this.#fetchActs} role=${tab ? 'tabpanel' : nothing} aria-labelledby=${tab ? `tab-${tabs.findIndex(({ key }) => key === this.group)}` : nothing}>
        ${this.#renderState()}${this.#later.notice()}${this.#shown.rows.length > 0 ? this.#renderRows() : nothing}
      </div>`;
  }

  /** What leads from one group to another. */
  protected renderGroups(tabs: readonly HistoryGroup[]): TemplateResult | typeof nothing {
    return tabList(tabs, this.group, this.kind.say('groups'), this.open);
  }

  #renderState(): TemplateResult | typeof nothing {
    const loader = this.#loader;
    if (loader ? loader.state === 'loading' : this.#from && !this.#later.failed) return html`<p role="status" class="count">${this.common('loading')}</p>`;
    const trouble = loader && this.#reading?.troubleOf(loader, this.language, this.#speak);
    if (trouble) return notice(loader.state, trouble, this.common, () => this.reload());
    return this.#shown.rows.length === 0 && !this.#later.failed ? html`<p class="count">${this.t('empty')}</p>` : nothing;
  }

  #renderRows(): TemplateResult {
    const state = this.#loader?.state ?? 'complete';
    return html`${this.#summary && (state === 'complete' || state === 'stale') ? totals(this.#summary) : nothing}
      <div class="tools" part="tools">
        ${this.withoutSearch ? nothing : searchBox(this.t, this.query, this.#onSearch)}${this.withoutExport ? nothing : takeAway(this.t, this.#take)}
      </div>
      <p class="count">${this.#countSentence()}</p>
      <div class="scroller" part="scroller" role="region" tabindex="0" aria-label=${this.#caption} @scroll=${({ target }: Event) => this.#scrolled(target as Element)}>
        <span class="visually-hidden" id="sorting">${this.t('sorting')}</span>
        <table role="table" part="table" aria-rowcount=${this.#shown.count + 1}>
          <caption class="visually-hidden">
            ${this.#caption}
          </caption>
          ${tableHead(this.#shown, this.t, this.#onSort)}${this.#body.element}
        </table>
      </div>`;
  }

  readonly #fetchActs = (): void => fetchAhead(acting, this.kind.detailing);

  protected override updated(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.scroller');
    if (this.#viewport) this.#viewport.show(this.#shown, box);
    else if (box) drawGuessed(this.#body, this.#shown, this.#top);
  }

  #scrolled(box: Element): void {
    this.#top = box.scrollTop;
    if (this.#viewport) this.#viewport.scrolled();
    else drawGuessed(this.#body, this.#shown, this.#top);
  }

  readonly #window = async (): Promise<void> => {
    // Asked for once the first rows are in the page: asking alone takes an eighth of what they take.
    await new Promise((resolve) => setTimeout(resolve));
    const { RowViewport } = await windowing();
    this.#viewport = new RowViewport(this, this.#body, ROW_HEIGHT, WHOLE);
    this.requestUpdate();
  };

  #countSentence(): string {
    const { count } = this.#shown;
    // Narrowed rows were narrowed by code that has come.
    return (this.query.trim() && this.#acts?.found(count)) || this.t('all', { count });
  }

  protected readonly open = (group: string, focusTab?: number): void => {
    this.group = group;
    this.query = '';
    // What was said of the other tab's rows.
    this.#announcer.hush();
    if (focusTab !== undefined) this.renderRoot.querySelector<HTMLElement>(`#tab-${focusTab}`)?.focus();
  };

  readonly #onSearch = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    this.#arrange(() => this.#countSentence());
  };

  readonly #onSort = (sort: Sort): void => {
    if (!this.dispatchEvent(new HistorySortEvent(sort))) return;
    this.#sort = sort;
    this.#arrange((acts) => acts.sorted(this.#shown, sort));
  };

  readonly #take = (act: 'csv' | 'xlsx' | 'print'): void => {
    const { group, kind, language: lang } = this;
    const tab = this.#tabs.find(({ key }) => key === group)?.label;
    this.#act((acts) => acts[act](this.#shown, { kind: kind.say('caption'), caption: this.#caption, group, tab, lang, summary: this.#summary }));
  };
}

export interface BhxhHistoryTable {
  addEventListener<K extends keyof HistoryEventMap>(
    type: K,
    listener: (this: BhxhHistoryTable, event: HistoryEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-history-table': BhxhHistoryTable;
  }
}
