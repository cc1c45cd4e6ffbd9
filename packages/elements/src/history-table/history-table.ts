import { todayHere } from '../foundation/today.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { commonWords } from '../foundation/words.common.js';
import { download } from '../printing/download.js';
import { printAlone } from '../printing/print-frame.js';
import type { Column, HistoryGroup, HistoryRow } from './columns.js';
import { toCsv } from './csv.js';
import { HistorySortEvent } from './history-sort-event.js';
import { styles } from './history-table.styles.js';
import { participationColumns, participationGroups } from './participation.js';
import { PRINT_CSS, printedTable } from './printed-table.js';
import { type HistorySource, RowLoader } from './row-loader.js';
import { RowViewport } from './row-viewport.js';
import { summary, type Summary } from './summary.js';
import { tabAfter } from './tab-keys.js';
import { type Sort, TableModel } from './table-model.js';
import { table } from './table-rows.js';
import { historyWords } from './words.js';

/**
 * Quá trình tham gia: a history by branch, with its total, sorted, searched without diacritics, printed and saved as CSV.
 *
 * Rows come from `rows`, from `source`, or from the client (`participation.list`). Other histories are other `columns` and `groups`.
 * @summary Participation history with tabs BHXH, BHTN, BHTNLĐ-BNN, BHYT and the total time.
 * @fires {HistorySortEvent} sort - a person asked for another order; cancelable
 * @csspart tabs, summary, tools, scroller, table, row, sort
 * @cssproperty --bhxh-table-height - largest height of the table before it scrolls (34rem)
 */
export class BhxhHistoryTable extends KitElement {
  static override styles = [foundation, controls, styles];

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
  @property({ type: Boolean, attribute: 'without-search' }) withoutSearch = false;
  /** Neither CSV nor print is offered. */
  @property({ type: Boolean, attribute: 'without-export' }) withoutExport = false;

  @state() private query = '';

  protected readonly t = this.speak(historyWords);
  protected readonly common = this.speak(commonWords);
  readonly #announcer = new Announcer(this);
  readonly #viewport = new RowViewport(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  readonly #loaders = new Map<string, RowLoader>();
  readonly #opened = new Set<number>();
  #model = new TableModel([], []);
  #summary: Summary | undefined;
  #sort: Sort | undefined;
  #asked: unknown;
  /** What the model was made of; another of these makes another model. */
  #made: readonly unknown[] = [];

  /** Reads the rows again; those in view stay until the new ones are complete. */
  async reload(): Promise<void> {
    await this.#loader?.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const loader of this.#loaders.values()) loader.cancel();
    // A reading that was broken off begins afresh when the element comes back.
    for (const [key, { state }] of this.#loaders) if (state === 'loading') this.#loaders.delete(key);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const asked = this.rows ? undefined : (this.source ?? this.activeClient);
    if (asked !== this.#asked) {
      for (const loader of this.#loaders.values()) loader.cancel();
      this.#loaders.clear();
      this.#asked = asked;
    }
    const tabs = this.#tabs;
    if (!tabs.some(({ key }) => key === this.group)) this.group = tabs[0]?.key ?? '';
    if (asked && this.isConnected) this.#loadGroup();
    this.#makeModel();
    this.#viewport.show(this.#model.shown);
  }

  get #tabs(): readonly HistoryGroup[] {
    return this.groups ?? (this.columns ? [] : participationGroups(this.t));
  }
  get #caption(): string {
    return this.caption || this.t('caption');
  }
  get #loader(): RowLoader | undefined {
    return this.#loaders.get(this.group);
  }

  #loadGroup(): void {
    if (this.#loader) return;
    const group = this.group || undefined;
    const loader = new RowLoader(
      (signal) => this.source?.(group, signal) ?? this.#participation(group, signal),
      () => this.requestUpdate(),
    );
    this.#loaders.set(this.group, loader);
    void loader.load();
  }

  #participation(group: string | undefined, signal: AbortSignal): AsyncIterable<HistoryRow> {
    const list = this.activeClient?.participation.list as ((input: object, options: object) => AsyncIterable<HistoryRow>) | undefined;
    if (!list) throw new TypeError('bhxh-history-table: the client has no participation.list');
    return list(group ? { branch: group } : {}, { signal });
  }

  #makeModel(): void {
    const rows = this.rows ?? this.#loader?.rows ?? [];
    const made = [rows, this.columns, this.group, this.groups, this.groupKey, this.language, this.date];
    if (made.every((part, index) => part === this.#made[index])) return;
    const another = this.#made[2] !== this.group;
    this.#made = made;
    const grouped = this.rows && this.#tabs.length > 0 ? rows.filter((row) => row[this.groupKey] === this.group) : rows;
    this.#model = new TableModel(grouped, this.columns ?? participationColumns(this.t));
    this.#summary = this.columns || grouped.length === 0 ? undefined : summary(grouped, this.date || todayHere(), this.language, this.t);
    if (another) this.#opened.clear();
    if (this.#sort) this.#model.sortBy(this.#sort);
    this.#model.filter(this.query);
  }

  protected override render(): TemplateResult {
    const tabs = this.#tabs;
    return html`${this.#announcer.region}
    ${tabs.length > 0 ? this.#renderTabs(tabs) : nothing}
    <div
      id="panel"
      role=${tabs.length > 0 ? 'tabpanel' : nothing}
      aria-labelledby=${tabs.length > 0 ? `tab-${tabs.findIndex(({ key }) => key === this.group)}` : nothing}
    >
      ${this.#renderState()}${this.#model.rows.length > 0 ? this.#renderRows() : nothing}
    </div>`;
  }

  #renderTabs(tabs: readonly HistoryGroup[]): TemplateResult {
    return html`<div role="tablist" part="tabs" aria-label=${this.t('branches')} class="no-print" @keydown=${this.#onTabKey}>
      ${tabs.map(
        ({ key, label }, index) => html`<button
          type="button"
          role="tab"
          id=${`tab-${index}`}
          aria-controls="panel"
          aria-selected=${key === this.group}
          tabindex=${key === this.group ? 0 : -1}
          @click=${() => this.#open(key)}
        >
          ${label}
        </button>`,
      )}
    </div>`;
  }

  #renderState(): TemplateResult | typeof nothing {
    const loader = this.rows ? undefined : this.#loader;
    if (loader?.state === 'loading') return html`<p role="status" class="count">${this.common('loading')}</p>`;
    if (loader && loader.state !== 'complete' && loader.error !== undefined) return this.#renderTrouble(loader);
    return this.#model.rows.length === 0 ? html`<p class="count">${this.t('empty')}</p>` : nothing;
  }

  #renderTrouble({ state, rows, error, loadedAt }: RowLoader): TemplateResult {
    const time = loadedAt?.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' }) ?? '';
    const said = (error as { userMessage?: (locale: string) => string }).userMessage?.(this.language) ?? '';
    const sentence = state === 'failed' ? this.t('failed') : state === 'partial' ? this.t('partial', { count: rows.length }) : this.t('stale', { time });
    return html`<div role="alert" class="notice ${state}">
      <p>${sentence} ${said}</p>
      <button type="button" @click=${() => this.reload()}>${this.common('retry')}</button>
    </div>`;
  }

  #renderRows(): TemplateResult {
    const complete = this.rows || this.#loader?.state === 'complete' || this.#loader?.state === 'stale';
    const count = this.#model.shown.length;
    return html`${complete && this.#summary ? this.#renderSummary(this.#summary) : nothing}
      <div class="tools" part="tools">
        ${
          this.withoutSearch
            ? nothing
            : html`<div class="search">
                <label class="label" for="search">${this.t('search')}</label>
                <input id="search" type="search" autocomplete="off" spellcheck="false" .value=${this.query} @input=${this.#onSearch} />
              </div>`
        }
        ${
          this.withoutExport
            ? nothing
            : html`<button type="button" @click=${this.#save}>${this.t('save')}</button> <button type="button" @click=${this.#print}>${this.t('print')}</button>`
        }
      </div>
      <p class="count">${this.#countSentence(count)}</p>
      <div class="scroller" part="scroller" role="region" tabindex="0" aria-label=${this.#caption} @scroll=${this.#viewport.scrolled}>
        ${table({
          t: this.t,
          model: this.#model,
          range: this.#viewport.range,
          caption: this.#caption,
          opened: this.#opened,
          before: this.#viewport.before,
          after: this.#viewport.after,
          toggle: (row) => this.#toggle(row),
          sort: (sort) => this.#onSort(sort),
        })}
      </div>`;
  }

  #renderSummary({ total, notes }: Summary): TemplateResult {
    return html`<div class="summary" part="summary">
      <p>${this.t('total')} <strong>${total}</strong></p>
      ${notes.map((note) => html`<p class="note">${note}</p>`)}
    </div>`;
  }

  protected override updated(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.scroller') ?? undefined;
    const rows = [...(box?.querySelectorAll<HTMLElement>('.row') ?? [])];
    this.#viewport.rendered(
      box,
      rows.map((row) => (row.nextElementSibling?.className === 'detail' ? [row, row.nextElementSibling as HTMLElement] : [row])),
    );
  }

  #countSentence(count: number): string {
    if (!this.query.trim()) return this.t('all', { count });
    return count > 0 ? this.t('found', { count }) : this.t('foundNone');
  }

  #open(group: string): void {
    this.group = group;
    this.query = '';
  }

  readonly #onTabKey = (event: KeyboardEvent): void => {
    const tabs = this.#tabs;
    const next = tabAfter(
      event.key,
      tabs.findIndex(({ key }) => key === this.group),
      tabs.length,
    );
    if (next === undefined) return;
    event.preventDefault();
    this.#open(tabs[next]?.key ?? '');
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };

  readonly #onSearch = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    this.#model.filter(this.query);
    this.#announcer.say(this.#countSentence(this.#model.shown.length));
  };

  #onSort(sort: Sort): void {
    if (!this.dispatchEvent(new HistorySortEvent(sort))) return;
    this.#sort = sort;
    this.#model.sortBy(sort);
    const column = this.#model.columns.find(({ key }) => key === sort.key)?.label ?? '';
    this.#announcer.say(this.t(sort.direction === 'ascending' ? 'sortedUp' : 'sortedDown', { column }));
    this.requestUpdate();
  }

  #toggle(row: number): void {
    if (!this.#opened.delete(row)) this.#opened.add(row);
    this.requestUpdate();
  }

  readonly #save = (): void => {
    const csv = toCsv(
      Array.from(this.#model.shown, (_, position) => this.#model.rowAt(position)),
      this.#model.columns,
    );
    download(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${this.t('file')}${this.group ? `-${this.group}` : ''}.csv`);
  };

  readonly #print = (): void => {
    const tab = this.#tabs.find(({ key }) => key === this.group)?.label;
    const title = tab ? `${this.#caption}: ${tab}` : this.#caption;
    const lines = this.#summary ? [`${this.t('total')} ${this.#summary.total}`, ...this.#summary.notes] : [];
    void printAlone({ title, lang: this.language, css: PRINT_CSS, body: printedTable(title, lines, this.#model) });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-history-table': BhxhHistoryTable;
  }
}
