import type { BhxhClient } from '@bhxh-kit/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AgencyRow } from './agency-row.js';

/** What the picker asks of a client. */
export type AgencyClient = Pick<BhxhClient['agencies'], 'list' | 'path' | 'byCommune'>;

/** Loads agencies for the picker and keeps what it has: a failed reload leaves the older list, marked stale. */
export class AgencyLoader implements ReactiveController {
  rows: readonly AgencyRow[] | undefined;
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  /** The chosen agency with what is above it, known before the whole list is. */
  path: readonly AgencyRow[] = [];
  /** The agency that serves the commune, with what is above it. */
  suggestion: readonly AgencyRow[] = [];

  #client: AgencyClient | undefined;
  #abort = new AbortController();
  #asked = { code: '', commune: '' };

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get stale(): boolean {
    return this.state === 'failed' && this.rows !== undefined;
  }

  /** Another client begins afresh. */
  use(client: AgencyClient | undefined): void {
    if (client === this.#client) return;
    this.hostDisconnected();
    this.#client = client;
    this.rows = undefined;
    this.path = this.suggestion = [];
    this.state = 'idle';
  }

  /** Loads the list; a list already here stays until the new one is. */
  async load(): Promise<void> {
    if (!this.#client || this.state === 'loading') return;
    this.#turn('loading');
    const { signal } = this.#abort;
    try {
      const { items } = await this.#client.list({}, { signal });
      if (signal.aborted) return;
      if (!sameRows(this.rows, items)) this.rows = items;
      this.#turn('ready');
    } catch {
      if (!signal.aborted) this.#turn('failed');
    }
  }

  /** Reads the path of a code, once, so that the choice shows without the whole list. A failure shows the bare code; the list follows on opening. */
  async readPath(code: string): Promise<void> {
    if (!this.#client || code === this.#asked.code) return;
    this.#asked.code = code;
    this.path = code ? await this.#quietly((client, signal) => client.path({ code }, { signal })) : [];
    this.host.requestUpdate();
  }

  /** Asks once which agency serves a commune. */
  async readSuggestion(communeCode: string): Promise<void> {
    if (!this.#client || communeCode === this.#asked.commune) return;
    this.#asked.commune = communeCode;
    const serving = communeCode ? await this.#quietly((client, signal) => client.byCommune({ communeCode }, { signal })) : [];
    const closest = serving[0];
    this.suggestion = closest ? await this.#quietly((client, signal) => client.path({ code: closest.code }, { signal })) : [];
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.#abort = new AbortController();
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#asked = { code: '', commune: '' };
    if (this.state === 'loading') this.state = this.rows ? 'ready' : 'idle';
  }

  #turn(state: AgencyLoader['state']): void {
    this.state = state;
    this.host.requestUpdate();
  }

  async #quietly(ask: (client: AgencyClient, signal: AbortSignal) => PromiseLike<{ readonly items: readonly AgencyRow[] }>): Promise<readonly AgencyRow[]> {
    try {
      return (await ask(this.#client!, this.#abort.signal)).items;
    } catch {
      return [];
    }
  }
}

function sameRows(before: readonly AgencyRow[] | undefined, after: readonly AgencyRow[]): boolean {
  return before?.length === after.length && before.every((row, i) => JSON.stringify(row) === JSON.stringify(after[i]));
}
