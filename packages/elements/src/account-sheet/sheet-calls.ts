import type { BhxhClient } from '@bhxh-kit/client';
import { reviewFaultWords } from '@bhxh-kit/domain/review/review-words.js';
import type { ReactiveControllerHost } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';
import type { Listener } from '../foundation/words.js';
import type { SheetActs } from './account-sheet.js';

/** What a sheet says of a call that failed. */
export interface CallWords {
  readonly noClient: () => string;
  readonly failed: () => string;
  readonly locked: (minutes: number) => string;
  /** Until another code can be sent; without it the client's own words. */
  readonly tooSoon?: (minutes: number) => string;
}

/** What came of a call: done; given up; or a sentence, with the gateway's code, and the field it is about where the gateway named one and the fault there. */
export type Outcome = 'done' | 'ended' | { readonly sentence: string; readonly code?: string; readonly field?: string; readonly fault?: string };

/** Whether a code that was refused so is of no more use. */
export const isSpent = (fault: string | undefined): boolean => fault === 'one-time-code.locked' || fault === 'one-time-code.expired';

/** The calls of a sheet, one at a time. Never rejects: what failed is a sentence. */
export class SheetCalls<Busy extends string> {
  busy: Busy | undefined;
  #abort: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Listener,
    private readonly acts: Pick<SheetActs, 'client' | 'code'>,
    private readonly tools: PartTools,
    private readonly words: CallWords,
  ) {}

  end(): void {
    this.#abort?.abort();
    this.busy = undefined;
  }

  async run(busy: Busy, call: (client: BhxhClient, signal: AbortSignal) => PromiseLike<unknown>): Promise<Outcome> {
    const client = this.acts.client();
    if (!client) return { sentence: this.words.noClient() };
    const { signal } = (this.#abort = new AbortController());
    this.busy = busy;
    this.host.requestUpdate();
    try {
      await call(client, signal);
      if (signal.aborted) return 'ended';
      this.busy = undefined;
      return 'done';
    } catch (failure) {
      if (signal.aborted) return 'ended';
      this.busy = undefined;
      return this.#outcomeOf(failure);
    }
  }

  #outcomeOf(failure: unknown): Outcome {
    const { isApiError, isBhxhError } = this.tools;
    if (!isApiError(failure)) return { sentence: isBhxhError(failure) ? failure.userMessage(this.locale) : this.words.failed() };
    const [fault] = failure.fieldErrors;
    const sentence = failure.userMessage(this.locale);
    if (fault?.pointer === '/oneTimeCode') {
      this.acts.code()?.tell({ code: fault.code, facts: fault.facts });
      return { field: 'code', fault: fault.code, sentence };
    }
    if (fault) {
      const words = reviewFaultWords(fault.code, (fault.facts ?? {}) as Record<string, string>, this.locale);
      return { field: fault.pointer.slice(1), fault: fault.code, sentence: words ?? sentence };
    }
    const minutes = Math.ceil((failure.retryAfter ?? 60) / 60);
    const told: Readonly<Record<string, CallWords['tooSoon']>> = { 'session.locked': this.words.locked, 'code.too-soon': this.words.tooSoon };
    return { sentence: told[failure.code]?.(minutes) ?? sentence, code: failure.code };
  }

  get locale(): 'vi' | 'en' {
    return this.host.language === 'en' ? 'en' : 'vi';
  }
}
