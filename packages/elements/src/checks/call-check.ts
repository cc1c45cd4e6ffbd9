import type { BhxhClient, CallOptions } from '@bhxh-kit/client';
import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { KitElement } from '../foundation/kit-element.js';
import { partTools } from '../foundation/part-tools.js';
import type { Listener } from '../foundation/words.js';
import type { CallCheckPart } from './call-check-part.js';
import type { ChallengeActs } from './challenge-part.js';

export type CheckedHost = ReactiveControllerHost & Listener & Pick<KitElement, 'renderRoot'>;

/** What is challenged, and the word on the button of a typed one. `lasting`: its answer is good again for the same declaration. */
export type CheckedCall = Pick<ChallengeActs, 'operation'> & { readonly submit: 'challengeFollow' | 'challengeSignIn'; readonly lasting?: true };

/** Mã kiểm tra (R9) of a call that few installations challenge, or few times: loaded when the call is refused for it. */
export class CallCheck {
  #part: CallCheckPart | undefined;

  constructor(
    private readonly host: CheckedHost,
    private readonly checked: CheckedCall,
  ) {}

  /** Whether somebody is asked to type now. */
  get asks(): boolean {
    return this.#part?.asks ?? false;
  }

  /** The call's value; after a refusal with what answers the challenge, which goes along from then on where it is good again. Of a typed one it waits until somebody answers, or `signal` ends it. */
  async pass<Value>(client: BhxhClient, signal: AbortSignal, call: (options: CallOptions) => Promise<Value>): Promise<Value> {
    return call({ signal, ...this.#part?.right }).catch(async (failure: unknown) => {
      if (!(failure as { code?: string }).code?.startsWith('challenge.')) throw failure;
      this.#part ??= new (await import('./call-check-part.js')).CallCheckPart(this.host, partTools, this.checked);
      return this.#part.answer(client, signal, call);
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#part?.render() ?? nothing;
  }
}
