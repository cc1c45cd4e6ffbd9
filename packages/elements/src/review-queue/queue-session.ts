import type { ReviewQuery, ReviewRow } from '@bhxh-kit/contract';
import { byPlace, type QueuePage, type QueueSource } from './queue-source.js';

/** Rows of the first page and of each further one. */
const PAGE = 50;
/** Rows the gateway gives at most in one answer. */
const PAGE_MAX = 100;
/** A quiet look compares so many pages at most. */
const LOOKED_MOST = 3;
/** Pages without a row that are passed over in one go: a search by name looks through so many declarations each. */
const EMPTY_MOST = 5;

/** What came about since the rows were read, and the rows as they are now. */
export interface QueueNews {
  /** Declarations that are not in view yet. */
  readonly came: number;
  /** Rows in view that somebody else acted on. */
  readonly changed: number;
}

type Read = Pick<QueuePage, 'items' | 'nextCursor'>;

/** What an act made of a declaration. */
export interface ActedRow {
  readonly id: string;
  readonly status?: string | undefined;
  readonly version?: number | undefined;
}

/** The rows of the queue as an officer works through them (O1). Rows in view stay where they are until the officer asks. It knows no DOM; `changed` is called after every change. */
export class QueueSession {
  rows: readonly ReviewRow[] = [];
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  /** Whether further rows follow those in view, and how the reading of them goes. */
  more: 'none' | 'ready' | 'loading' | 'failed' = 'none';
  counts: ReadonlyMap<string, number> = new Map();
  news: QueueNews | undefined;
  /** The newest rows could not be read; those in view are older. */
  stale = false;
  problem: unknown;
  /** When the rows in view were read, RFC 3339 by the gateway's clock. */
  readAt = '';
  /** Fulfilled when nothing is being read; never rejects. */
  settled: Promise<void> = Promise.resolve();
  #source: QueueSource | undefined;
  #query: ReviewQuery = {};
  #cursor: string | undefined;
  #seen: Read | undefined;
  /** Rows this officer acted on: they are no news. */
  readonly #acted = new Set<string>();
  #abort = new AbortController();
  #clock: { readonly at: number; readonly heardAt: number } | undefined;

  constructor(private readonly changed: () => void) {}

  /** The moment of the gateway's clock in milliseconds: the device tells only how much time has passed since the last answer. */
  get now(): number {
    return this.#clock ? this.#clock.at + performance.now() - this.#clock.heardAt : Date.now();
  }

  /** Reads the first page. Rows in view stay until the answer; those of the same question stay after a failure too, as stale. */
  load(source: QueueSource, query: ReviewQuery): void {
    const again = source === this.#source && JSON.stringify(query) === JSON.stringify(this.#query) && this.rows.length > 0;
    const signal = this.#begin();
    this.#source = source;
    this.#query = query;
    this.state = 'loading';
    this.news = this.#seen = this.problem = undefined;
    this.settled = this.#first(source, signal, again);
    this.changed();
  }

  /** Reads the first page again. */
  reload(): void {
    if (this.#source) this.load(this.#source, this.#query);
  }

  /** Reads the next page; answers the first new row, for the focus. */
  async loadMore(): Promise<ReviewRow | undefined> {
    const source = this.#source;
    if (!source || this.more === 'none' || this.more === 'loading') return undefined;
    const { signal } = this.#abort;
    this.more = 'loading';
    this.changed();
    try {
      const page = await this.#page(source, this.#cursor, PAGE, signal);
      if (signal.aborted) return undefined;
      const known = new Set(this.rows.map(({ id }) => id));
      const fresh = page.items.filter(({ id }) => !known.has(id));
      this.rows = [...this.rows, ...fresh];
      this.#goOn(page.nextCursor);
      this.problem = undefined;
      this.changed();
      return fresh[0];
    } catch (error) {
      if (signal.aborted) return undefined;
      this.more = 'failed';
      this.problem = error;
      this.changed();
      return undefined;
    }
  }

  /** Looks quietly whether the rows in view are still so. Only who has a row open is told at once: it moves nothing. */
  async look(): Promise<void> {
    const source = this.#source;
    const { rows } = this;
    if (!source || this.state !== 'ready' || this.more === 'loading') return;
    const { signal } = this.#abort;
    try {
      const seen = await this.#again(source, signal);
      // Rows that moved on in between are compared the next time.
      if (signal.aborted || rows !== this.rows) return;
      this.stale = false;
      this.#compare(seen);
    } catch {
      if (signal.aborted) return;
      this.stale = true;
    }
    this.changed();
  }

  /** Brings what the last look found into view. */
  reveal(): void {
    if (!this.#seen) return;
    this.rows = this.#seen.items;
    this.#goOn(this.#seen.nextCursor);
    this.news = this.#seen = undefined;
    this.#acted.clear();
    this.changed();
  }

  /** Shows what an act of this officer made of rows, where they stand. */
  take(outcomes: readonly ActedRow[]): void {
    const acted = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    this.rows = this.rows.map((row) => {
      const { status = row.status, version = row.version } = acted.get(row.id) ?? {};
      if (status === row.status && version === row.version) return row;
      this.#acted.add(row.id);
      this.#recount(row.status, status);
      return { ...row, status, version };
    });
    this.changed();
  }

  /** Ends what is under way and forgets the rows. */
  forget(): void {
    this.#begin();
    this.#source = this.#cursor = this.#seen = this.news = this.problem = this.#clock = undefined;
    this.rows = [];
    this.counts = new Map();
    this.#acted.clear();
    this.state = 'idle';
    this.more = 'none';
    this.stale = false;
  }

  /** One declaration has another status: the numbers beside the filters say so before they are read again. */
  #recount(from: string, to: string): void {
    if (from === to || !this.counts.has(from)) return;
    this.counts = new Map([...this.counts, [from, Math.max(0, (this.counts.get(from) ?? 0) - 1)], [to, (this.counts.get(to) ?? 0) + 1]]);
  }

  #begin(): AbortSignal {
    this.#abort.abort();
    this.#abort = new AbortController();
    return this.#abort.signal;
  }

  async #first(source: QueueSource, signal: AbortSignal, again: boolean): Promise<void> {
    try {
      const page = await this.#page(source, undefined, PAGE, signal);
      if (signal.aborted) return;
      this.rows = page.items;
      this.#goOn(page.nextCursor);
      this.#acted.clear();
      this.stale = false;
      this.state = 'ready';
      this.readAt = new Date(this.now).toISOString();
    } catch (error) {
      if (signal.aborted) return;
      this.problem = error;
      this.stale = again;
      this.state = again ? 'ready' : 'failed';
      if (!again) {
        this.rows = [];
        this.more = 'none';
      }
    }
    this.changed();
  }

  #goOn(cursor: string | undefined): void {
    this.#cursor = cursor;
    this.more = cursor === undefined ? 'none' : 'ready';
  }

  /** One page with a row in it, if one comes soon. */
  async #page(source: QueueSource, from: string | undefined, limit: number, signal: AbortSignal): Promise<QueuePage> {
    let page = await this.#ask(source, from, limit, signal);
    for (let turn = 1; turn < EMPTY_MOST && page.items.length === 0 && page.nextCursor !== undefined; turn += 1)
      page = await this.#ask(source, page.nextCursor, limit, signal);
    return page;
  }

  async #ask(source: QueueSource, cursor: string | undefined, limit: number, signal: AbortSignal): Promise<QueuePage> {
    const page = await source({ ...this.#query, limit, ...(cursor !== undefined && { cursor }) }, signal);
    if (signal.aborted) return page;
    this.#clock = { at: Date.parse(page.now), heardAt: performance.now() };
    if (page.counts) this.counts = new Map(page.counts.map(({ status, count }) => [status, count]));
    return page;
  }

  /** As many rows as are in view, as they are now. */
  async #again(source: QueueSource, signal: AbortSignal): Promise<Read> {
    const items: ReviewRow[] = [];
    let nextCursor: string | undefined;
    for (let turn = 0; turn < LOOKED_MOST; turn += 1) {
      const page: QueuePage = await this.#page(source, nextCursor, PAGE_MAX, signal);
      items.push(...page.items);
      nextCursor = page.nextCursor;
      if (nextCursor === undefined || items.length >= this.rows.length) break;
    }
    return { items, nextCursor };
  }

  #compare(seen: Read): void {
    const now = new Map(seen.items.map((row) => [row.id, row]));
    const shown = new Set(this.rows.map(({ id }) => id));
    const lastShown = this.rows.at(-1);
    const lastSeen = seen.items.at(-1);
    // What stands behind the last row in view is no news while there are further rows to load.
    const within = (row: ReviewRow) => this.more === 'none' || (lastShown !== undefined && byPlace(row, lastShown) < 0);
    const looked = (row: ReviewRow) => seen.nextCursor === undefined || (lastSeen !== undefined && byPlace(row, lastSeen) <= 0);
    const came = seen.items.filter((row) => !shown.has(row.id) && within(row)).length;
    const changed = this.rows.filter((row) => looked(row) && !this.#acted.has(row.id) && now.get(row.id)?.version !== row.version).length;
    this.#seen = came + changed > 0 ? seen : undefined;
    this.news = this.#seen && { came, changed };
    this.rows = this.rows.map((row) => {
      const openElsewhere = now.get(row.id)?.openElsewhere ?? row.openElsewhere;
      return openElsewhere === row.openElsewhere ? row : { ...row, openElsewhere };
    });
  }
}
