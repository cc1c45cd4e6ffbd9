import type { BhxhClient } from '@bhxh-kit/client';
import type { HealthCard } from '@bhxh-kit/domain';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Loads a person's cards. Cards already here stay when a reload fails. Kept in memory only. */
export class CardLoader implements ReactiveController {
  cards: readonly HealthCard[] | undefined;
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  error: unknown;
  #client: BhxhClient | undefined;
  #abort = new AbortController();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Another client is another person, perhaps: what was there goes at once. */
  use(client: BhxhClient | undefined): void {
    if (client === this.#client) return;
    this.#abort.abort();
    this.#client = client;
    this.cards = undefined;
    this.state = 'idle';
    if (client) void this.load();
  }

  async load(): Promise<void> {
    if (!this.#client) return;
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#turn('loading', undefined);
    try {
      const { items } = await this.#client.cards.mine({}, { signal });
      if (signal.aborted) return;
      this.cards = items;
      this.#turn('ready', undefined);
    } catch (error) {
      if (!signal.aborted) this.#turn('failed', error);
    }
  }

  hostDisconnected(): void {
    this.#abort.abort();
    this.#client = undefined;
    this.cards = undefined;
    this.state = 'idle';
  }

  #turn(state: CardLoader['state'], error: unknown): void {
    this.state = state;
    this.error = error;
    // The first turn comes while the host prepares its update, which shows it.
    queueMicrotask(() => this.host.requestUpdate());
  }
}
