import type { BhxhClient, CallOptions } from '@bhxh-kit/client';
import type { DeclarationKey, DeclarationProgress } from '@bhxh-kit/contract';
import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { KitElement } from '../foundation/kit-element.js';
import { partTools } from '../foundation/part-tools.js';
import type { Listener } from '../foundation/words.js';
import type { FollowCheckPart } from './follow-check-part.js';

export type FollowHost = ReactiveControllerHost & Listener & Pick<KitElement, 'renderRoot'>;

/** Mã kiểm tra (R9) where an installation asks it of whoever follows a declaration: loaded when a call is refused for it, because few ask. */
export class FollowCheck {
  #part: FollowCheckPart | undefined;

  constructor(
    private readonly host: FollowHost,
    private readonly key: () => DeclarationKey,
  ) {}

  /** Follows; after a refusal with what answers the challenge. Of a typed one it waits until somebody answers, or `signal` ends it. */
  async follow(client: BhxhClient, signal: AbortSignal): Promise<DeclarationProgress> {
    const call = async (options?: CallOptions): Promise<DeclarationProgress> => client.declarations.follow(this.key(), { signal, ...options });
    return call().catch(async (failure: unknown) => {
      if (!(failure as { code?: string }).code?.startsWith('challenge.')) throw failure;
      this.#part ??= new (await import('./follow-check-part.js')).FollowCheckPart(this.host, partTools);
      return this.#part.answer(client, signal, call);
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#part?.render() ?? nothing;
  }
}
