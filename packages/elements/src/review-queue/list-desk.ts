import type { BhxhClient } from '@bhxh-kit/client';
import { isBhxhError } from '@bhxh-kit/client/errors';
import type { ReviewListOutcome, ReviewRow, WaitingReviewList } from '@bhxh-kit/contract';
import { actingKey } from '../review-case/acting-key.js';
import type { ReviewListAct } from './queue-events.js';

/** What a list became, with what the rows were when the officer acted. */
export interface ListResult {
  readonly act: ReviewListAct;
  readonly outcome: ReviewListOutcome;
  readonly rows: ReadonlyMap<string, ReviewRow>;
}

/** What the dialog shows: rows about to be approved, or a list that waits for its second person. */
export type OpenList =
  | { readonly kind: 'approve'; readonly rows: readonly ReviewRow[] }
  | { readonly kind: 'waiting'; readonly list: WaitingReviewList; readonly rows?: readonly ReviewRow[] };

/** Failures after which nobody knows whether the act arrived: the same key asks again, and the gateway does it once. */
const UNHEARD = new Set(['client.network', 'client.timeout', 'client.aborted', 'client.contract']);

/** The lists an officer approves, confirms, declines and takes back (O5). It knows no DOM; `changed` is called after every change. */
export class ListDesk {
  waiting: readonly WaitingReviewList[] = [];
  open: OpenList | undefined;
  /** What is under way. */
  busy: ReviewListAct | 'read' | undefined;
  /** Why the last act did not come about. */
  problem: unknown;
  result: ListResult | undefined;
  #heardAt = 0;
  #abort = new AbortController();
  #key: { readonly what: string; readonly key: string } | undefined;

  constructor(private readonly changed: () => void) {}

  /** Whole seconds in which the list can still be taken back, by the gateway's clock. */
  get undoSeconds(): number {
    const { undoUntil, now } = this.result?.outcome ?? {};
    if (!undoUntil || !now || !this.result?.outcome.results.some(({ outcome }) => outcome === 'approved')) return 0;
    return Math.max(0, Math.ceil((Date.parse(undoUntil) - Date.parse(now) - (performance.now() - this.#heardAt)) / 1000));
  }

  /** Reads which lists wait. A failure leaves those known: the queue itself tells that the network is cut. */
  async readWaiting(client: BhxhClient): Promise<void> {
    const { signal } = this.#abort;
    try {
      const { items } = await client.reviews.waitingLists({}, { signal });
      if (signal.aborted) return;
      this.waiting = items;
      this.changed();
    } catch {
      // Told by the queue, which asks at the same moment.
    }
  }

  /** Opens the question whether these rows are to be approved. */
  ask(rows: readonly ReviewRow[]): void {
    this.open = { kind: 'approve', rows };
    this.problem = undefined;
    this.changed();
  }

  /** Opens a list that waits, to be looked at before anything is decided. */
  async look(client: BhxhClient, list: WaitingReviewList): Promise<void> {
    const { signal } = this.#abort;
    this.open = { kind: 'waiting', list };
    this.busy = 'read';
    this.problem = undefined;
    this.changed();
    try {
      const { items, ...heading } = await client.reviews.readList({ listId: list.listId }, { signal });
      if (signal.aborted || this.open?.kind !== 'waiting' || this.open.list.listId !== list.listId) return;
      this.open = { kind: 'waiting', list: heading, rows: items };
    } catch (error) {
      if (signal.aborted) return;
      this.problem = error;
    }
    this.busy = undefined;
    this.changed();
  }

  /** Closes what is open; an act under way goes on. */
  close(): void {
    this.open = undefined;
    if (this.busy === 'read') this.busy = undefined;
    this.problem = undefined;
    this.changed();
  }

  /** Says why an act cannot be sent at all. */
  refuse(problem: unknown): void {
    this.problem = problem;
    this.changed();
  }

  /** Puts the result out of sight. */
  dismiss(): void {
    this.result = undefined;
    this.changed();
  }

  /** Acts on the list that is open, or takes the last one back; answers the outcome, nothing when it did not come about. */
  async act(client: BhxhClient, act: ReviewListAct): Promise<ReviewListOutcome | undefined> {
    if (this.busy) return undefined;
    const rows = act === 'undo' ? [...(this.result?.rows.values() ?? [])] : (this.open?.rows ?? []);
    const { signal } = this.#abort;
    this.busy = act;
    this.problem = undefined;
    this.changed();
    try {
      const outcome = await this.#send(client, act, rows, signal);
      if (signal.aborted) return undefined;
      this.show(act, outcome, rows);
      return outcome;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(isBhxhError(error) && UNHEARD.has(error.code))) this.#key = undefined;
      this.busy = undefined;
      this.problem = error;
      this.changed();
      return undefined;
    }
  }

  /** Shows what became of a list. */
  show(act: ReviewListAct, outcome: ReviewListOutcome, rows: readonly ReviewRow[]): void {
    this.#key = this.busy = this.open = undefined;
    this.#heardAt = performance.now();
    this.waiting = this.waiting.filter(({ listId }) => listId !== outcome.listId);
    this.result = { act, outcome, rows: new Map(rows.map((row) => [row.id, row])) };
    this.changed();
  }

  /** Ends what is under way and forgets the lists. */
  forget(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.waiting = [];
    this.open = this.busy = this.problem = this.result = this.#key = undefined;
  }

  #send({ reviews }: BhxhClient, act: ReviewListAct, rows: readonly ReviewRow[], signal: AbortSignal): PromiseLike<ReviewListOutcome> {
    const items = rows.map(({ id, version }) => ({ id, version }));
    const listId = (act === 'undo' ? this.result?.outcome.listId : this.open?.kind === 'waiting' ? this.open.list.listId : undefined) ?? '';
    const what = JSON.stringify([act, listId, act === 'approve' ? items : []]);
    this.#key = this.#key?.what === what ? this.#key : { what, key: actingKey() };
    const options = { signal, idempotencyKey: this.#key.key };
    if (act === 'approve') return reviews.approveList({ items }, options);
    if (act === 'confirm') return reviews.confirmList({ listId }, options);
    if (act === 'decline') return reviews.declineList({ listId }, options);
    return reviews.undoList({ listId }, options);
  }
}
