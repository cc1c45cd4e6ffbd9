import type { BhxhClient } from '@bhxh-kit/client';
import { isBhxhError } from '@bhxh-kit/client/errors';
import type { SignedInDevices } from '@bhxh-kit/contract';
import { formatMoment } from '@bhxh-kit/domain/text/format-moment.js';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { NextFocus } from '../foundation/next-focus.js';
import { notice } from '../foundation/notice.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { said } from '../foundation/said.styles.js';
import { sheet } from '../foundation/sheet.styles.js';
import { stateWords } from '../foundation/words.state.js';
import { styles } from './my-devices.styles.js';
import { type MyDevicesEventMap, PasskeysChangedEvent, SignedOutEvent } from './my-devices-events.js';
import type { PasskeysPart } from './passkeys-part.js';
import { myDevicesWords } from './words.js';

export { type MyDevicesEventMap, PasskeysChangedEvent, SignedOutEvent } from './my-devices-events.js';

/**
 * Where a person is signed in (A5), since when and until when, with the way to sign out on every device; says plainly where one device at a time is the rule.
 * Below are the person's passkeys (A7), where the gateway offers them: seen, removed, and added on this device with a code to the registered contact.
 *
 * @summary Shows where a person is signed in, signs them out everywhere, and keeps their passkeys.
 * @fires {SignedOutEvent} signed-out - The person signed out on every device; does not bubble.
 * @fires {PasskeysChangedEvent} passkeys-changed - The person added a passkey, or removed one; does not bubble.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart heading - The heading.
 * @csspart list - The devices.
 * @csspart device - One device.
 * @csspart passkeys - The passkeys.
 * @csspart passkey - One passkey.
 * @csspart problem - Why a passkey was not added or removed.
 * @csspart field - The field of a new passkey's name, with its label.
 * @csspart input - The text field in it.
 */
export class BhxhMyDevices extends KitElement {
  /** @internal */
  static override properties: PropertyDeclarations = { ...KitElement.properties, devices: { attribute: false } };
  /** @internal */
  static override styles = [foundation, controls, sheet, noticeStyles, said, styles];

  /** The devices, where the page has them already; otherwise the client is asked. */
  devices: SignedInDevices | undefined;

  readonly #t = this.speak(myDevicesWords);
  readonly #common = this.speak(stateWords);
  #loaded: SignedInDevices | undefined;
  #failure: unknown;
  #loading = false;
  /** The person is asked whether they are sure; they are being signed out; they are. */
  #leaving: 'asked' | 'under-way' | 'done' | undefined;
  #leavingFailed: unknown;
  #abort: AbortController | undefined;
  #heard: BhxhClient | undefined;
  #stopHearing: (() => void) | undefined;
  readonly #announcer = new Announcer(this);
  readonly #focus = new NextFocus(this, this.#announcer);
  readonly #passkeys: LazyPart<PasskeysPart> = new LazyPart(this, async () => {
    const { PasskeysPart } = await import('./passkeys-part.js');
    return new PasskeysPart(this, {
      client: () => this.activeClient,
      focus: (selector, why) => this.#focus.toFault(selector, why),
      code: () => this.renderRoot.querySelector('bhxh-one-time-code'),
      changed: () => this.dispatchEvent(new PasskeysChangedEvent()),
    });
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#passkeys.value?.end();
    this.#hear(undefined);
  }

  protected override willUpdate(): void {
    this.#hear(this.isConnected ? this.activeClient : undefined);
    if (!this.isConnected) return;
    if (this.#passkeys.value) this.#passkeys.value.look();
    else if (this.activeClient?.signedIn && this.#passkeys.state === 'idle') void this.#passkeys.load();
  }

  protected override updated(_: PropertyValues): void {
    const field = this.#focus.give();
    // What stands there is a proposal: typing replaces it.
    if (field instanceof HTMLInputElement) field.select();
  }

  /** Another client or session is another person: nothing of the one before is shown. */
  #hear(client: BhxhClient | undefined): void {
    if (client === this.#heard) return;
    this.#stopHearing?.();
    this.#abort?.abort();
    this.#heard = client;
    this.#stopHearing = client?.onSessionChange((signedIn) => {
      if (this.#leaving !== 'under-way') this.#leaving = undefined;
      this.#passkeys.value?.end();
      if (signedIn) void this.load();
      else this.#forget();
    });
    this.#forget();
    if (client?.signedIn && !this.devices) void this.load();
  }

  #forget(): void {
    this.#abort?.abort();
    this.#loaded = this.#failure = undefined;
    this.#loading = false;
    this.requestUpdate();
  }

  /** Asks again, e.g. after the person changed something elsewhere. Never rejects: what failed is shown. */
  async load(): Promise<void> {
    const client = this.activeClient;
    if (!client) return;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#loading = true;
    this.#failure = undefined;
    this.requestUpdate();
    try {
      this.#loaded = await client.devices.list({}, { signal });
    } catch (failure) {
      if (signal.aborted) return;
      this.#failure = failure;
    }
    this.#loading = false;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`<div class="sheet">${this.#announcer.region}<h2 part="heading" tabindex="-1">${this.#t('title')}</h2>${this.#body()}</div>`;
  }

  #body(): TemplateResult {
    const shown = this.devices ?? this.#loaded;
    if (this.#leaving === 'done') return html`<p role="status">${this.#t('signedOut')}</p>`;
    if (this.#failure) return notice('failed', this.#t('failed', { reason: this.#reason(this.#failure) }), this.#common, () => void this.load());
    if (shown) return this.#list(shown);
    if (this.#loading) return html`<p role="status">${this.#common('loading')}</p>`;
    return html`<p role="status">${this.#t('nobody')}</p>`;
  }

  #list({ oneAtATime, items }: SignedInDevices): TemplateResult {
    const t = this.#t;
    const locale = this.language === 'en' ? 'en' : 'vi';
    return html`${oneAtATime ? html`<p>${t('oneAtATime')}</p>` : nothing}
      <ul part="list">${items.map(
        ({ current, signedInAt, expiresAt }) => html`<li part="device">
          <p class="name">${current ? t('current') : t('other')}</p>
          <p>${t('since', { since: formatMoment(signedInAt, locale) })}</p>
          <p class="hint">${t('until', { until: formatMoment(expiresAt, locale) })}</p>
        </li>`,
      )}</ul>
      ${items.some(({ current }) => !current) ? html`<p>${t('notYou')}</p>` : nothing}
      ${this.#leavingFailed ? html`<p class="error" role="alert">${t('notSignedOut', { reason: this.#reason(this.#leavingFailed) })}</p>` : nothing}
      ${this.activeClient ? this.#leave(oneAtATime) : nothing}
      ${this.#passkeys.value?.render() ?? nothing}`;
  }

  #leave(oneAtATime: boolean): TemplateResult {
    const t = this.#t;
    const busy = this.#leaving === 'under-way';
    if (!this.#leaving)
      return html`<div class="actions"><button type="button" id="leave" @click=${this.#ask}>${oneAtATime ? t('here') : t('everywhere')}</button></div>`;
    return html`<div class="sure" role="group" aria-labelledby="sure">
      <p id="sure" tabindex="-1">${oneAtATime ? t('askHere') : t('ask')}</p>
      <div class="actions">
        <button type="button" id="yes" class="primary" ?disabled=${busy} @click=${() => void this.#signOut()}>${busy ? t('signingOut') : t('yes')}</button>
        <button type="button" id="no" class="quiet" ?disabled=${busy} @click=${this.#stay}>${t('no')}</button>
      </div>
    </div>`;
  }

  readonly #ask = () => {
    this.#leaving = 'asked';
    this.#focus.to('#sure');
  };

  readonly #stay = () => {
    this.#leaving = undefined;
    this.#focus.to('#leave');
  };

  async #signOut(): Promise<void> {
    const client = this.activeClient;
    if (!client || this.#leaving === 'under-way') return;
    this.#leaving = 'under-way';
    this.#leavingFailed = undefined;
    this.requestUpdate();
    try {
      await client.devices.signOutEverywhere();
      this.#leaving = 'done';
      this.#focus.to('h2');
      this.dispatchEvent(new SignedOutEvent());
    } catch (failure) {
      this.#leaving = undefined;
      this.#leavingFailed = failure;
      this.#focus.to('#leave');
    }
  }

  #reason(failure: unknown): string {
    return isBhxhError(failure) ? failure.userMessage(this.language === 'en' ? 'en' : 'vi') : this.#t('unknown');
  }
}

export interface BhxhMyDevices {
  addEventListener<K extends keyof MyDevicesEventMap>(
    type: K,
    listener: (this: BhxhMyDevices, event: MyDevicesEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-my-devices': BhxhMyDevices;
  }
}
