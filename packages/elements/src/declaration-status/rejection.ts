import type { BhxhClient } from '@bhxh-kit/client';
import type { Correction, DeclarationKey, DeclarationProgress } from '@bhxh-kit/contract';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { momentText } from '../deadline/deadline-note.js';
import type { KitElement } from '../foundation/kit-element.js';
import type { LaterActs } from '../foundation/later-acts.js';
import { partTools } from '../foundation/part-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import type { StateWords } from '../foundation/words.state.js';
import type { RejectionPart } from './rejection-part.js';

/** What the element does for its rejection: moves the focus, and takes what was opened; answers whether it is shown here. */
export interface RejectionActs {
  /** `why` is said where the focus is already. */
  focus(selector: string, why?: string): void;
  open(correction: Correction): boolean;
  /** Follows the declaration that was sent in its place. */
  follow(reference: string): void;
}

/** The reasons of a rejected declaration and its correction (O4): loaded when a declaration is found rejected, because most are not. */
export class Rejection {
  #part: RejectionPart | undefined;

  /** `later` loads it, and tells by its notice where that failed. */
  constructor(
    private readonly host: ReactiveControllerHost & Listener,
    private readonly later: LaterActs,
    private readonly common: Translate<StateWords>,
    private readonly acts: RejectionActs,
  ) {}

  readonly #fetch = async (): Promise<void> => {
    const { RejectionPart } = await import('./rejection-part.js');
    this.#part = new RejectionPart(this.host, this.acts, partTools);
    this.host.requestUpdate();
  };

  /** Forgets what was typed: another declaration is followed, or the element was taken away. */
  forget(): void {
    this.#part?.forget();
  }

  /** The form in the place of all else; the part that opened it is here. */
  form(correction: Correction, { client, messages }: Pick<KitElement, 'client' | 'messages'>): TemplateResult {
    return this.#part?.form(correction, client, messages) ?? html``;
  }

  /** What is told of a declaration; nothing where there are no reasons to tell. */
  render(progress: DeclarationProgress, key: DeclarationKey, client: BhxhClient | undefined): TemplateResult | typeof nothing {
    const { status, reasons = [], correctableUntil } = progress;
    if (status !== 'rejected' || reasons.length === 0 || !client) return nothing;
    this.later.once(this.#fetch);
    if (this.#part) return this.#part.render(progress, correctableUntil ? momentText(correctableUntil, this.host.language) : '', key, client);
    return html`<p role="status">${this.later.failed ? nothing : this.common('loading')}</p>`;
  }
}
