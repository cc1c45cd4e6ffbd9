import type { BhxhClient } from '@bhxh-kit/client';
import { beginVneid, cameFromVneid, finishVneid } from '@bhxh-kit/client/vneid';
import type { VneidResult } from '@bhxh-kit/contract';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { type Listener, translator } from '../foundation/words.js';
import { vneidWords } from './vneid-words.js';

/** What the element does for it. */
export interface VneidActs {
  client(): BhxhClient | undefined;
  /** Where people come back to, as the host wrote it. */
  returnTo(): string;
  /** A person asked for it, or came back: what was said before is no news any more. */
  begun(): void;
  say(sentence: string): void;
  signedIn(): void;
  noAccount(result: VneidResult): void;
  refused(failure: unknown): void;
}

/**
 * Signing in with VNeID (A10), where the host names the page people come back to and the rules know VNeID: a button that sends them there, and on that page the answer they bring.
 * Elsewhere there is nothing to see: number and password are always there.
 */
export class VneidEntry {
  readonly #t;
  /** Whose offer it is: another client is another gateway. */
  #client: BhxhClient | undefined;
  #asked = false;
  /** As people are told it, where it is offered. */
  #name: string | undefined;
  #busy: 'leaving' | 'returning' | undefined;

  constructor(
    private readonly host: LitElement & Listener,
    private readonly acts: VneidActs,
  ) {
    this.#t = translator(vneidWords, host);
  }

  /** Somebody may have come back, signed in already or not; whoever is asked for number and password may want to go. */
  look(shown: boolean): void {
    const client = this.acts.client();
    if (!client) return;
    if (client !== this.#client) {
      this.end();
      this.#client = client;
      if (this.#isHere() && cameFromVneid()) void this.#finish(client);
    }
    if (!shown || this.#asked) return;
    this.#asked = true;
    void this.#ask(client);
  }

  /** The element was taken away, or the host takes the offer back. */
  end(): void {
    this.#client = this.#name = this.#busy = undefined;
    this.#asked = false;
    removeEventListener('pageshow', this.#back);
  }

  render(resting: boolean): TemplateResult | typeof nothing {
    const name = this.#name;
    if (!name) return nothing;
    const t = this.#t;
    return html`<div class="way">
      <div class="actions">
        <button type="button" id="vneid" aria-describedby="vneid-hint" ?disabled=${resting || this.#busy} @click=${() => void this.#begin()}>
          ${this.#busy === 'leaving' ? t('vneidLeaving', { name }) : t('vneid', { name })}
        </button>
      </div>
      <p class="hint" id="vneid-hint">${t('vneidHint', { name })}</p>
    </div>`;
  }

  async #ask(client: BhxhClient): Promise<void> {
    // Whatever is wrong with the network is told by what a person does.
    const name = await client.rules.current().then(
      ({ vneid }) => vneid,
      () => undefined,
    );
    if (client !== this.#client) return;
    this.#name = name;
    this.host.requestUpdate();
  }

  async #begin(): Promise<void> {
    const client = this.#client;
    if (!client || this.#busy) return;
    this.#turn('leaving');
    try {
      await beginVneid(client, { returnTo: new URL(this.acts.returnTo(), document.baseURI).href });
      // Whoever comes back by the browser's own button finds the page as it was left.
      addEventListener('pageshow', this.#back);
    } catch (failure) {
      this.#over(client, () => this.acts.refused(failure));
    }
  }

  readonly #back = (): void => {
    removeEventListener('pageshow', this.#back);
    this.#busy = undefined;
    this.host.requestUpdate();
  };

  async #finish(client: BhxhClient): Promise<void> {
    this.#turn('returning');
    this.acts.say(this.#t('vneidReturning'));
    try {
      const result = await finishVneid(client);
      this.#over(client, () => {
        if (result?.result === 'signed-in') return this.acts.signedIn();
        this.acts.say(result ? this.#t('vneidNoAccount', { name: result.by }) : '');
        if (result) this.acts.noAccount(result);
      });
    } catch (failure) {
      this.#over(client, () => this.acts.refused(failure));
    }
  }

  #turn(busy: 'leaving' | 'returning'): void {
    this.#busy = busy;
    this.acts.begun();
    this.host.requestUpdate();
  }

  /** What came of it is told where it was asked, unless the element was taken away meanwhile. */
  #over(client: BhxhClient, tell: () => void): void {
    if (client !== this.#client) return;
    this.#busy = undefined;
    tell();
    this.host.requestUpdate();
  }

  /** Whether this is the page people come back to: an answer in the address of another is not ours. */
  #isHere(): boolean {
    try {
      const { origin, pathname } = new URL(this.acts.returnTo(), document.baseURI);
      return origin === location.origin && pathname === location.pathname;
    } catch {
      // No address at all: whoever presses the button is told.
      return false;
    }
  }
}
