import type { BhxhClient } from '@bhxh-kit/client';
import { isApiError } from '@bhxh-kit/client/errors';
import { passkeysOffered, signInWithPasskey } from '@bhxh-kit/client/passkeys';
import type { PasskeyCeremony } from '@bhxh-kit/contract';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { type Listener, translator } from '../foundation/words.js';
import { passkeyWords } from './passkey-words.js';

/** What the element does for it. */
export interface PasskeyActs {
  client(): BhxhClient | undefined;
  /** A person asked for it: what went wrong before is no news any more. */
  begun(): void;
  signedIn(): void;
  refused(failure: unknown): void;
}

/** A challenge is good for five minutes; what waits under the field is asked with a new one before that. */
const FRESH = 4 * 60_000;
/** Since when something waits that waits no more. */
const STALE = Number.NEGATIVE_INFINITY;

/**
 * Signing in by passkey (A7), where browser, gateway and page can: a button, and the browser's own list under the field of the number. Elsewhere there is nothing to see, and
 * nothing of it can fail: number and password are always there.
 */
export class PasskeyEntry {
  readonly #t;
  /** Whose offer it is: another client is another gateway. */
  #asked: BhxhClient | undefined;
  #offered = false;
  #since = 0;
  #busy = false;
  #abort = new AbortController();

  constructor(
    private readonly host: LitElement & Listener,
    private readonly acts: PasskeyActs,
  ) {
    this.#t = translator(passkeyWords, host);
    host.addEventListener('focusin', this.#renew);
  }

  /** Whether the field of the number may list passkeys. */
  get offered(): boolean {
    return this.#offered;
  }

  /** Number and password are asked for. */
  look(): void {
    const client = this.acts.client();
    if (!client || client === this.#asked) return;
    this.end();
    this.#asked = client;
    void this.#ask(client);
  }

  /** Ends what waits: somebody is signed in, another step is shown, or the element was taken away. */
  end(): void {
    if (!this.#asked) return;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#asked = undefined;
    this.#offered = this.#busy = false;
  }

  render(resting: boolean): TemplateResult | typeof nothing {
    if (!this.#offered) return nothing;
    const t = this.#t;
    return html`<div class="way">
      <div class="actions">
        <button type="button" id="passkey" aria-describedby="passkey-hint" ?disabled=${resting || this.#busy} @click=${() => void this.#press()}>
          ${this.#busy ? t('passkeyAsking') : t('passkey')}
        </button>
      </div>
      <p class="hint" id="passkey-hint">${t('passkeyHint')}</p>
    </div>`;
  }

  async #ask(client: BhxhClient): Promise<void> {
    const { signal } = this.#abort;
    this.#since = performance.now();
    // Whatever is wrong with the network is told by what a person does.
    const ceremony = await passkeysOffered(client, { signal }).catch(() => undefined);
    if (signal.aborted || this.#busy) return;
    this.#offered = ceremony !== undefined;
    this.host.requestUpdate();
    if (ceremony) await this.#wait(client, ceremony, signal);
  }

  /** Waits for what a person chooses from the browser's list. */
  async #wait(client: BhxhClient, ceremony: PasskeyCeremony, signal: AbortSignal): Promise<void> {
    // The field has to say that it takes passkeys.
    await this.host.updateComplete;
    try {
      await signInWithPasskey(client, { ceremony, fromField: true, signal });
      this.#done();
    } catch (failure) {
      // A browser without such a list, or something else was asked of the device: nobody asked for this, so nobody is told.
      if (signal.aborted || !isApiError(failure)) return;
      this.#since = STALE;
      this.acts.refused(failure);
    }
  }

  /** The client has a session, which has ended what waits here already. */
  #done(): void {
    if (this.host.isConnected) this.acts.signedIn();
  }

  /** Back at the field, a person finds the list again. */
  readonly #renew = (event: Event): void => {
    const atField = (event.composedPath()[0] as Element | undefined)?.id === 'number';
    if (atField && this.#asked && this.#offered && !this.#busy && performance.now() - this.#since > FRESH) void this.#ask(this.#asked);
  };

  async #press(): Promise<void> {
    const client = this.#asked;
    if (!client || this.#busy) return;
    const { signal } = this.#abort;
    this.#busy = true;
    this.acts.begun();
    this.host.requestUpdate();
    try {
      await signInWithPasskey(client, { signal });
      this.#done();
    } catch (failure) {
      if (signal.aborted) return;
      this.#busy = false;
      this.#since = STALE;
      this.acts.refused(failure);
    }
  }
}
