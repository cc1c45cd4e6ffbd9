import type { BhxhClient } from '@bhxh-kit/client';
import type { Access } from '@bhxh-kit/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Loads who looked at a person's data, page by page. Rows already here stay when a page fails. Kept in memory only. */
export class AccessLoader implements ReactiveController {
  rows: readonly Access[] | undefined;
  /** Whether there is a further page. */
  more = false;
  /** Whether a further page came: what is there at first is read with the page, and would only talk into it. */
  further = false;
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  error: unknown;
  #cursor: string | undefined;
  #client: BhxhClient | undefined;
  #stopHearing: (() => void) | undefined;
  #abort = new AbortController();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Another client is another person, perhaps: what was there goes at once. */
  use(client: BhxhClient | undefined): void {
    if (client === this.#client) return;
    this.#leave();
    this.#client = client;
    this.#stopHearing = client?.onSessionChange?.(() => {
      this.#forget();
      void this.load();
    });
    if (client) void this.load();
  }

  /** Loads the next page, or the first one; again after a failure. */
  async load(): Promise<void> {
    if (!this.#client) return;
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#turn('loading', undefined);
    try {
      const { items, nextCursor } = await this.#client.accesses.mine(this.#cursor ? { cursor: this.#cursor } : {}, { signal });
      if (signal.aborted) return;
      this.further = this.rows !== undefined;
      this.rows = [...(this.rows ?? []), ...items];
      this.#cursor = nextCursor;
      this.more = nextCursor !== undefined;
      this.#turn('ready', undefined);
    } catch (error) {
      if (!signal.aborted) this.#turn('failed', error);
    }
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    this.#stopHearing?.();
    this.#client = this.#stopHearing = undefined;
    this.#forget();
  }

  /** What was read goes with its session: whoever signs in next is another person, perhaps. */
  #forget(): void {
    this.#abort.abort();
    this.#cursor = this.rows = undefined;
    this.more = this.further = false;
    this.state = 'idle';
  }

  #turn(state: AccessLoader['state'], error: unknown): void {
    this.state = state;
    this.error = error;
    // The first turn comes while the host prepares its update, which shows it.
    queueMicrotask(() => this.host.requestUpdate());
  }
}
