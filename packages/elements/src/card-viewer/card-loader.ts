import type { BhxhClient } from '@bhxh-kit/client';
import type { HealthCard } from '@bhxh-kit/domain';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Listener } from '../foundation/words.js';
import type { Speak } from './card-acts.js';
import type { KeptCards } from './kept-cards.js';

/** What the viewer lends. */
export interface CardHost extends ReactiveControllerHost, Listener {
  /** How long the person may keep a copy on their device. */
  readonly offlineDays: number;
  readonly shadowRoot: ShadowRoot | null;
}

/** Loads a person's cards. Cards already here stay when a reload fails, and go with the session. Kept in memory, and where the person asks for it sealed on their device. */
export class CardLoader implements ReactiveController {
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  error: unknown;
  #cards: readonly HealthCard[] | undefined;
  #client: BhxhClient | undefined;
  #stopHearing: (() => void) | undefined;
  #abort = new AbortController();
  #kept: KeptCards | undefined;
  #keeping: Promise<KeptCards | undefined> | undefined;

  constructor(
    private readonly host: CardHost,
    private readonly speak: Speak,
  ) {
    host.addController(this);
  }

  get cards(): readonly HealthCard[] | undefined {
    return this.#cards ?? this.kept?.shown;
  }

  /** The copy on this device, where the host lets the person keep one. */
  get kept(): KeptCards | undefined {
    return this.host.offlineDays > 0 ? this.#kept : undefined;
  }

  /** Another client is another person, perhaps: what was there goes at once. */
  use(client: BhxhClient | undefined): void {
    if (client === this.#client) {
      // The host may have allowed a copy meanwhile.
      if (this.#cards && !this.#keeping) this.#toKeeper(this.#cards);
      return;
    }
    this.#leave();
    this.#client = client;
    this.#stopHearing = client?.onSessionChange?.((signedIn, why) => void this.#turnTo(signedIn, why));
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
      this.#cards = items;
      this.#turn('ready', undefined);
      this.#toKeeper(items);
    } catch (error) {
      if (!signal.aborted && !this.#cards) await (await this.#keeper())?.instead(error);
      if (!signal.aborted) this.#turn('failed', error);
    }
  }

  hostDisconnected(): void {
    this.#leave();
    this.#client = undefined;
  }

  /** What was read goes with its session. */
  async #turnTo(signedIn: boolean, why: { readonly code: string } | undefined): Promise<void> {
    const client = this.#client;
    this.#abort.abort();
    this.#cards = undefined;
    this.#turn('loading', undefined);
    const keeper = await this.#keeper();
    if (signedIn) keeper?.begun();
    else await keeper?.ended(why);
    if (client === this.#client) await this.load();
  }

  #toKeeper(cards: readonly HealthCard[]): void {
    void this.#keeper()?.then((keeper) => (cards === this.#cards ? keeper?.read(cards) : undefined));
  }

  /** Fetches what keeps a copy, where the host allows one; nothing where that fails: cards are shown all the same. */
  #keeper(): Promise<KeptCards | undefined> | undefined {
    const client = this.#client;
    if (!client || !(this.host.offlineDays > 0)) return undefined;
    return (this.#keeping ??= import('./kept-cards.js').then(
      ({ KeptCards }) => {
        const keeper = new KeptCards(this.host, client, this.speak);
        if (client === this.#client) this.#kept = keeper;
        return keeper;
      },
      () => (this.#keeping = undefined),
    ));
  }

  #leave(): void {
    this.#abort.abort();
    this.#stopHearing?.();
    this.#kept?.close();
    this.#cards = this.#kept = this.#keeping = undefined;
    this.state = 'idle';
  }

  #turn(state: CardLoader['state'], error: unknown): void {
    this.state = state;
    this.error = error;
    // The first turn comes while the host prepares its update, which shows it.
    queueMicrotask(() => this.host.requestUpdate());
  }
}
