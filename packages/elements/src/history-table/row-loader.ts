import type { HistoryRow } from './columns.js';

/** Where rows come from: those of a group (tab), or all without one. Rows may come page by page; the signal ends the reading. */
export type HistorySource = (group: string | undefined, signal: AbortSignal) => AsyncIterable<HistoryRow>;

/**
 * How far the rows of one group are: `partial` broke off in the middle, `stale` are older rows whose renewal failed.
 */
export type LoadState = 'loading' | 'complete' | 'partial' | 'stale' | 'failed';

/** Rows are shown as they come, so many at a time. */
const BATCH = 200;

/** Reads the rows of one group and says at every change how far it is. */
export class RowLoader {
  rows: readonly HistoryRow[] = [];
  state: LoadState = 'loading';
  /** What broke the reading, if anything did. */
  error: unknown;
  /** When the rows were complete. */
  loadedAt: Date | undefined;
  #abort = new AbortController();

  constructor(
    private readonly read: (signal: AbortSignal) => AsyncIterable<HistoryRow>,
    private readonly changed: () => void,
  ) {}

  /** Reads from the start. Complete rows of an earlier reading stay in view until the new ones are complete. */
  async load(): Promise<void> {
    this.cancel();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const renewing = this.loadedAt !== undefined;
    const rows: HistoryRow[] = [];
    this.#turn(renewing ? 'stale' : 'loading', undefined);
    try {
      for await (const row of this.read(signal)) {
        if (signal.aborted) return;
        if (rows.push(row) % BATCH === 0 && !renewing) this.#show(rows, 'loading');
      }
      if (signal.aborted) return;
      this.loadedAt = new Date();
      this.#show(rows, 'complete');
    } catch (error) {
      if (signal.aborted) return;
      if (!renewing) this.rows = rows;
      this.#turn(renewing ? 'stale' : rows.length > 0 ? 'partial' : 'failed', error);
    }
  }

  /** Ends the reading; what is there stays. */
  cancel(): void {
    this.#abort.abort();
  }

  #show(rows: readonly HistoryRow[], state: LoadState): void {
    this.rows = [...rows];
    this.#turn(state, undefined);
  }

  #turn(state: LoadState, error: unknown): void {
    this.state = state;
    this.error = error;
    this.changed();
  }
}
