import type { BhxhClient } from '@bhxh-kit/client';
import type { HistoryRow } from './columns.js';
import type { HistoryKind } from './history-kind.js';
import { type HistorySource, RowLoader } from './row-loader.js';

/** The readings of each tab. One begins when its tab is first opened. */
export class GroupLoaders {
  readonly #loaders = new Map<string, RowLoader>();
  #from: HistorySource | BhxhClient | undefined;
  #stopHearing: (() => void) | undefined;

  constructor(
    private readonly table: { readonly groupKey: string },
    private readonly subject: HistoryKind['subject'],
    private readonly changed: () => void,
  ) {}

  /** Where to read from. Another client, or another session of it, is another person, perhaps: what was there goes at once. */
  use(from: HistorySource | BhxhClient | undefined): void {
    if (from === this.#from) return;
    this.#leave();
    this.#from = from;
    if (typeof from !== 'object') return;
    this.#stopHearing = from.onSessionChange?.(() => {
      this.#forget();
      this.changed();
    });
  }

  #forget(): void {
    for (const loader of this.#loaders.values()) loader.cancel();
    this.#loaders.clear();
  }

  #leave(): void {
    this.#stopHearing?.();
    this.#stopHearing = this.#from = undefined;
    this.#forget();
  }

  of(group: string): RowLoader | undefined {
    return this.#loaders.get(group);
  }

  /** Begins to read a tab, unless that was done before. */
  open(group: string): void {
    const from = this.#from;
    if (!from || this.#loaders.has(group)) return;
    const loader = new RowLoader((signal) => (typeof from === 'function' ? from(group || undefined, signal) : this.#list(from, group, signal)), this.changed);
    this.#loaders.set(group, loader);
    void loader.load();
  }

  /** A history from the gateway, page by page. */
  #list(client: BhxhClient, group: string, signal: AbortSignal): AsyncIterable<HistoryRow> {
    return (client as unknown as Lists)[this.subject].list(group ? { [this.table.groupKey]: group } : {}, { signal });
  }

  /** Ends every reading. One that was broken off begins afresh when its tab is opened again; where a client was asked all do, for its session may end unheard. */
  stop(): void {
    if (typeof this.#from === 'object') return this.#leave();
    for (const [group, loader] of this.#loaders) {
      loader.cancel();
      if (loader.state === 'loading') this.#loaders.delete(group);
    }
  }
}

type Lists = Readonly<Record<HistoryKind['subject'], { readonly list: (input: object, options: object) => AsyncIterable<HistoryRow> }>>;
