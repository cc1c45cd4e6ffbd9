import type { BhxhClient, CallOptions } from '@bhxh-kit/client';
import { answerByWork } from '@bhxh-kit/client/challenges';
import type { nothing, TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';
import type { CheckedCall, CheckedHost } from './call-check.js';
import { ChallengePart } from './challenge-part.js';
import { CheckSurroundings } from './check-surroundings.js';

/** How often a challenge may be refused in a row before the person is told. */
const TRIES = 2;

/** Answers the challenges of one element: by work, which nobody sees, or by a code that is typed. */
export class CallCheckPart {
  /** The last right answer, where it is good again. */
  right: Pick<CallOptions, 'challengeAnswer'> = {};
  readonly #around: CheckSurroundings<PartTools>;
  #typed: ChallengePart | undefined;

  constructor(
    private readonly host: CheckedHost,
    tools: PartTools,
    private readonly checked: CheckedCall,
  ) {
    this.#around = new CheckSurroundings(host, tools);
  }

  /** Whether somebody is asked to type now. */
  get asks(): boolean {
    return this.#typed !== undefined;
  }

  /** The value of the call, made with what answers its challenge. Rejects with the client's error, or when `signal` ends the wait. */
  async answer<Value>(client: BhxhClient, signal: AbortSignal, call: (options: CallOptions) => Promise<Value>): Promise<Value> {
    const { operation } = this.checked;
    for (let refused = 0; ; refused++) {
      const challenge = await client.challenges.make({ operation, locale: this.#around.locale }, { signal });
      const options = challenge.kind === 'typed' ? await this.#ask(challenge, refused > 0, client, signal) : await answerByWork(challenge, signal);
      try {
        const value = await call({ signal, ...options });
        if (this.checked.lasting) this.right = options;
        return value;
      } catch (failure) {
        if (!this.#around.tools.isApiError(failure) || failure.code !== 'challenge.refused' || refused >= TRIES) throw failure;
      }
    }
  }

  render(): TemplateResult | typeof nothing {
    return this.#typed?.render() ?? this.#around.tools.nothing;
  }

  async #ask(challenge: ConstructorParameters<typeof ChallengePart>[1], again: boolean, client: BhxhClient, signal: AbortSignal) {
    const { operation, submit } = this.checked;
    const before = this.#focused;
    try {
      return await new Promise<Pick<CallOptions, 'challengeAnswer'>>((answered, ended) => {
        signal.addEventListener('abort', () => ended(new DOMException('the element was taken away', 'AbortError')), { once: true });
        this.#typed = new ChallengePart(this.#around, challenge, again, client, answered, { operation, submit: this.#around.t(submit) });
        void this.#show();
      });
    } finally {
      this.#typed = undefined;
      this.#around.show();
      before?.focus();
    }
  }

  get #focused(): HTMLElement | null {
    return (this.host.renderRoot.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
  }

  /** The code is the one thing to do now: it takes the focus. */
  async #show(): Promise<void> {
    this.#around.show();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('#field-challenge')?.focus();
  }
}
