import type { BhxhClient } from '@bhxh-kit/client';
import { isApiError } from '@bhxh-kit/client/errors';
import type { ReviewCase, ReviewOutcome } from '@bhxh-kit/contract';
import { LEASE, type ReviewAct } from '@bhxh-kit/domain';
import { actingKey } from './acting-key.js';

/** What an officer can have done to a case: an act, or taking the last one back. */
export type CaseAct = ReviewAct | 'undo';

/** What is said to the person with a rejection (O4). */
export interface CaseRejection {
  readonly reasons: readonly string[];
  readonly words?: string | undefined;
}

/** Why something did not come about. `changed` names what came between, where the gateway says so. */
export type CaseProblem =
  | { readonly kind: 'changed'; readonly act?: string; readonly at?: string }
  | { readonly kind: 'rejection'; readonly code: string; readonly facts: Readonly<Record<string, string | number>> }
  | { readonly kind: 'refused'; readonly error: unknown };

/** Whether the gateway refused, so that nothing was done. After any other failure the same key asks again, and the gateway does it once. */
const refused = (error: unknown): boolean => isApiError(error) && error.status < 500 && error.code !== 'request.still-running';

/** One case as an officer works on it: reading, acting, what came between. It knows no DOM; `changed` is called after every change. */
export class CaseSession {
  file: ReviewCase | undefined;
  state: 'none' | 'loading' | 'ready' | 'failed' = 'none';
  /** What is under way. */
  busy: CaseAct | 'reload' | undefined;
  problem: CaseProblem | undefined;
  /** What this officer did last to the case in view. */
  done: CaseAct | undefined;
  /** The newest state could not be read after an act; what is in view is older. */
  behind = false;
  #heardAt = 0;
  #abort = new AbortController();
  #key: { readonly what: string; readonly key: string } | undefined;

  constructor(private readonly changed: () => void) {}

  /** The moment of the gateway's clock: the device tells only how much time has passed since the answer came. */
  get now(): number {
    return this.file ? Date.parse(this.file.now) + performance.now() - this.#heardAt : Number.NaN;
  }

  /** Whole seconds in which the last act can still be taken back. */
  get undoSeconds(): number {
    const until = this.file?.undo?.until;
    return until ? Math.max(0, Math.ceil((Date.parse(until) - this.now) / 1000)) : 0;
  }

  /** Milliseconds until the officer's lease is over and others no longer see that the case is open here; negative after it. */
  get leaseLeft(): number {
    return this.#heardAt + LEASE - performance.now();
  }

  /** Opens a case anew, forgetting the one before. */
  async open(client: BhxhClient, id: string): Promise<void> {
    this.forget();
    this.state = 'loading';
    await this.#read(client, id);
  }

  /** Shows a case that a page hands in. */
  show(file: ReviewCase): void {
    this.#take(file);
    this.problem = undefined;
    this.state = 'ready';
    this.changed();
  }

  /** Reads the case again while it stays in view. */
  async reload(client: BhxhClient): Promise<void> {
    if (!this.file || this.busy) return;
    this.busy = 'reload';
    this.changed();
    await this.#read(client, this.file.id);
  }

  /** Does something to the case in the version that is in view; answers what the gateway made of it, nothing when it did not come about. */
  async act(client: BhxhClient, act: CaseAct, rejection?: CaseRejection): Promise<ReviewOutcome | undefined> {
    const { file } = this;
    if (!file || this.busy) return undefined;
    const { signal } = this.#abort;
    this.busy = act;
    this.problem = this.done = undefined;
    this.changed();
    try {
      const outcome = await this.#send(client, act, file, rejection, signal);
      if (signal.aborted) return undefined;
      this.#key = undefined;
      this.#settle(act, outcome);
      void this.#read(client, file.id, 'quietly');
      return outcome;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (refused(error)) this.#key = undefined;
      this.#fail(problemOf(error));
      return undefined;
    }
  }

  /** Ends what is under way and forgets the case. */
  forget(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.file = this.busy = this.problem = this.done = this.#key = undefined;
    this.behind = false;
    this.state = 'none';
  }

  #send(client: BhxhClient, act: CaseAct, { id, version }: ReviewCase, rejection: CaseRejection = { reasons: [] }, signal: AbortSignal) {
    const what = JSON.stringify([act, id, version, rejection]);
    this.#key = this.#key?.what === what ? this.#key : { what, key: actingKey() };
    const options = { signal, idempotencyKey: this.#key.key };
    if (act === 'paper-received') return client.reviews.receivePaper({ id, version }, options);
    if (act === 'approve') return client.reviews.approve({ id, version }, options);
    if (act === 'undo') return client.reviews.undo({ id, version }, options);
    return client.reviews.reject({ id, version, reasons: rejection.reasons as never[], ...(rejection.words ? { words: rejection.words } : {}) }, options);
  }

  /** What the outcome tells is shown at once; history and the rest follow with the next reading. */
  #settle(act: CaseAct, { status, version, allowed, undoUntil, now }: ReviewOutcome): void {
    if (!this.file) return;
    const { undo: _, ...file } = this.file;
    this.#take({ ...file, status, version, allowed, now, ...(undoUntil && act !== 'undo' ? { undo: { act, until: undoUntil } } : {}) });
    this.busy = undefined;
    this.done = act;
    this.changed();
  }

  async #read(client: BhxhClient, id: string, quietly?: 'quietly'): Promise<void> {
    const { signal } = this.#abort;
    try {
      const file = await client.reviews.read({ id }, { signal });
      if (signal.aborted || (quietly && file.version < (this.file?.version ?? 0))) return;
      this.#take(file);
      if (!quietly) this.problem = this.done = undefined;
      this.behind = false;
      this.state = 'ready';
      if (!quietly) this.busy = undefined;
      this.changed();
    } catch (error) {
      if (signal.aborted) return;
      if (quietly) {
        this.behind = true;
        this.changed();
        return;
      }
      if (!this.file) this.state = 'failed';
      this.#fail(problemOf(error));
    }
  }

  #take(file: ReviewCase): void {
    this.file = file;
    this.#heardAt = performance.now();
  }

  #fail(problem: CaseProblem): void {
    this.busy = undefined;
    this.problem = problem;
    this.changed();
  }
}

function problemOf(error: unknown): CaseProblem {
  const { code, fieldErrors = [] } = error as { readonly code?: string; readonly fieldErrors?: readonly { readonly code: string; readonly facts?: object }[] };
  const facts = { ...fieldErrors[0]?.facts } as Record<string, string | number>;
  if (code === 'review.changed')
    return { kind: 'changed', ...(facts['act'] ? { act: String(facts['act']) } : {}), ...(facts['at'] ? { at: String(facts['at']) } : {}) };
  if (code === 'review.rejection-invalid' && fieldErrors[0]) return { kind: 'rejection', code: fieldErrors[0].code, facts };
  return { kind: 'refused', error };
}
