import type { BhxhClient } from '@bhxh-kit/client';
import type { ReviewListOutcome, ReviewRow, WaitingReviewList } from '@bhxh-kit/contract';
import type { ReactiveControllerHost } from 'lit';
import { LazyPart } from '../foundation/lazy-part.js';
import type { Translate } from '../foundation/words.js';
import { ListDesk } from './list-desk.js';
import type { ListWords } from './list-words.js';
import type { ReviewListAct } from './queue-events.js';

/** What the queue around the lists does for them. */
export interface ListsDoing {
  /** Nothing where no client is to be asked. */
  client(): BhxhClient | undefined;
  noClient(): string;
  /** Tells the page; answers whether the act goes on. */
  about(act: ReviewListAct, items: readonly { readonly id: string; readonly version: number }[], listId: string | undefined): boolean;
  /** The gateway acted. */
  acted(act: ReviewListAct, outcome: ReviewListOutcome): void;
  focusOn(selector: string): void;
  /** Opens a case. */
  open(row: ReviewRow): void;
}

type ErrorWords = Readonly<Record<string, Readonly<Record<'vi' | 'en', string>>>>;

/** Brings an officer's acts on lists to the gateway, and what came of them back into the queue (O5). */
export class QueueLists {
  readonly desk: ListDesk;
  /** Words of codes, which only a refused row needs. */
  readonly #refusals: LazyPart<ErrorWords>;

  constructor(
    host: ReactiveControllerHost,
    private readonly doing: ListsDoing,
    private readonly t: Translate<ListWords>,
  ) {
    this.desk = new ListDesk(() => host.requestUpdate());
    this.#refusals = new LazyPart(host, async () => (await import('@bhxh-kit/contract/words')).errorWords);
  }

  /** Why a row of a list was refused, in words. */
  refusal(code: string, locale: 'vi' | 'en'): string {
    return this.#refusals.value?.[code]?.[locale] ?? this.t('refusedSomehow');
  }

  async readWaiting(): Promise<void> {
    const client = this.doing.client();
    if (client) await this.desk.readWaiting(client);
  }

  readonly look = (list: WaitingReviewList): void => {
    const client = this.doing.client();
    if (client) void this.desk.look(client, list);
  };

  readonly act = (act: ReviewListAct): void => void this.#act(act);
  readonly undo = (): void => void this.#act('undo');
  readonly closed = (): void => this.desk.close();

  readonly dismiss = (): void => {
    this.desk.dismiss();
    this.doing.focusOn('#find');
  };

  readonly open = (id: string): void => {
    const row = this.desk.result?.rows.get(id);
    if (row) this.doing.open(row);
  };

  /** Shows what became of the list that is open, or of the last one. */
  show(act: ReviewListAct, outcome: ReviewListOutcome): void {
    const { open, result } = this.desk;
    this.desk.show(act, outcome, open?.rows ?? [...(result?.rows.values() ?? [])]);
    this.#shown(outcome);
  }

  async #act(act: ReviewListAct): Promise<void> {
    const { open, busy, result } = this.desk;
    if (busy) return;
    const items = act === 'approve' ? (open?.rows ?? []).map(({ id, version }) => ({ id, version })) : [];
    const listId = open?.kind === 'waiting' ? open.list.listId : act === 'undo' ? result?.outcome.listId : undefined;
    if (!this.doing.about(act, items, listId)) return;
    const client = this.doing.client();
    if (!client) this.desk.refuse(this.doing.noClient());
    const outcome = client && (await this.desk.act(client, act));
    if (outcome) {
      this.#shown(outcome);
      this.doing.acted(act, outcome);
    } else if (this.desk.problem !== undefined) this.doing.focusOn('.problem');
  }

  #shown(outcome: ReviewListOutcome): void {
    if (outcome.results.some(({ code }) => code)) void this.#refusals.load();
    if (outcome.state === 'waiting') void this.readWaiting();
    this.doing.focusOn('#result');
  }
}
