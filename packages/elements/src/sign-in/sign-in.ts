import type { BhxhClient } from '@bhxh-kit/client';
import { deviceName } from '@bhxh-kit/client/device';
import { isApiError, isBhxhError } from '@bhxh-kit/client/errors';
import type { SignInStep } from '@bhxh-kit/contract';
import { parseBhxhNumber } from '@bhxh-kit/domain/numbers/bhxh-number.js';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { CallCheck } from '../checks/call-check.js';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { notice } from '../foundation/notice.js';
import { said } from '../foundation/said.styles.js';
import { sheet } from '../foundation/sheet.styles.js';
import { stateWords } from '../foundation/words.state.js';
import { type Credentials, credentialsForm } from './credentials-form.js';
import { Lock } from './lock.js';
import { overduePassword } from './overdue-password.js';
import type { PasskeyEntry } from './passkey-entry.js';
import { styles } from './sign-in.styles.js';
import { SignedInEvent, type SignInEventMap, SignInStepEvent } from './sign-in-events.js';
import type { TakeOver } from './take-over.js';
import { signInWords } from './words.js';

export { SignedInEvent, type SignInEventMap, SignInStepEvent, type SignInStepName } from './sign-in-events.js';

/** What is shown. */
type View = 'credentials' | 'take-over' | 'change-password' | 'done';

/**
 * Đăng nhập (A1): BHXH number and password; password managers and pasting work, a whole card number too.
 *
 * Where the browser and the gateway know passkeys a person signs in by fingerprint, face or PIN, by a button or from the browser's list under the number (A7).
 *
 * An account that is in use on another device is taken over with a code to its registered contact (A5); the same browser is known again and not asked. A password that is too
 * old where the rules enforce its change signs in to nothing else: what is slotted as `change-password` is given the `ticket` (A3). The tokens stay in the memory of the client.
 *
 * @summary Signs a person in.
 * @fires {SignedInEvent} signed-in - The client has a session; does not bubble.
 * @fires {SignInStepEvent} step - Signing in goes on with another step; does not bubble.
 * @slot first-time - Where accounts are activated, e.g. a link to a page with `<bhxh-activate>`.
 * @slot forgotten - Where a forgotten password is replaced.
 * @slot change-password - `<bhxh-change-password>`, or anything else with a `ticket` property, for a password that is too old.
 * @slot done - What is shown instead while somebody is signed in.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart heading - The heading.
 * @csspart problem - Why nobody was signed in, or why somebody was signed out.
 * @csspart field - One field with its label.
 * @csspart input - A text field.
 * @csspart error - The sentence that says what is wrong.
 * @csspart check - The check (mã kiểm tra), where one is asked.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, focus ring.
 */
export class BhxhSignIn extends KitElement {
  /** @internal */
  static override styles = [foundation, controls, sheet, said, styles];

  readonly #t = this.speak(signInWords);
  readonly #common = this.speak(stateWords);
  readonly #announcer = new Announcer(this);
  readonly #challenge = new CallCheck(this, { operation: 'session.signIn', submit: 'challengeSignIn' });
  readonly #lock = new Lock(
    () => this.requestUpdate(),
    () => {
      this.#problem = undefined;
      this.#announcer.say(this.#t('mayAgain'));
      this.requestUpdate();
    },
  );
  #view: View = 'credentials';
  #typed: Credentials = { number: '', password: '' };
  #faults: Partial<Credentials> = {};
  #problem: { readonly title: string; readonly sentence: string; readonly locked?: boolean } | undefined;
  #said = '';
  #shown = false;
  #busy = false;
  #step: SignInStep | undefined;
  #abort: AbortController | undefined;
  #focusNext: string | undefined;
  #heard: BhxhClient | undefined;
  #stopHearing: (() => void) | undefined;
  readonly #takeOver: LazyPart<TakeOver> = new LazyPart(this, async () => {
    const { TakeOver } = await import('./take-over.js');
    const acts = {
      client: () => this.activeClient,
      focus: (selector: string) => this.#focusOn(selector),
      field: () => this.renderRoot.querySelector('bhxh-one-time-code'),
      signedIn: () => this.#signedIn(),
      back: (sentence = '') => this.#backWith(sentence),
    };
    return new TakeOver(this, acts);
  });
  readonly #passkey: LazyPart<PasskeyEntry> = new LazyPart(this, async () => {
    const { PasskeyEntry } = await import('./passkey-entry.js');
    return new PasskeyEntry(this, {
      client: () => this.activeClient,
      begun: () => void (this.#problem = undefined),
      signedIn: () => this.#signedIn(),
      refused: (failure) => this.#refused(failure),
    });
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#lock.count();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#lock.end();
    this.#abort?.abort();
    this.#busy = false;
    this.#takeOver.value?.end();
    this.#passkey.value?.end();
    this.#hear(undefined);
  }

  /** Focuses the first field, or the heading of the step that is asked for. */
  override focus(options?: FocusOptions): void {
    (this.renderRoot.querySelector<HTMLElement>('#number') ?? this.renderRoot.querySelector<HTMLElement>('h2'))?.focus(options);
  }

  /** Waits for what is being loaded, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#takeOver.settled;
    return done && !this.isUpdatePending;
  }

  protected override willUpdate(): void {
    this.#hear(this.isConnected ? this.activeClient : undefined);
    this.#offerPasskeys();
  }

  protected override updated(_: PropertyValues): void {
    this.#giveTicket();
    const target = this.#focusNext;
    this.#focusNext = undefined;
    const field = target ? this.renderRoot.querySelector<HTMLElement>(target) : null;
    // An element of the kit has nothing to focus before it has drawn itself.
    if (field instanceof LitElement) void field.updateComplete.then(() => field.focus());
    else field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }

  /** Another client is another session; one that ends elsewhere, e.g. on another device, brings the fields back with the reason. */
  #hear(client: BhxhClient | undefined): void {
    if (client === this.#heard) return;
    this.#stopHearing?.();
    this.#heard = client;
    if (!client) return;
    this.#stopHearing = client.onSessionChange((signedIn, why) => {
      if (signedIn) this.#to('done');
      else {
        this.#to('credentials');
        if (why) this.#problem = { title: this.#t('over'), sentence: why.userMessage(this.#locale) };
      }
    });
    if (client.signedIn !== (this.#view === 'done')) this.#to(client.signedIn ? 'done' : 'credentials');
  }

  /** Where this browser knows passkeys, the part that offers them is fetched; without it nothing is missing. */
  #offerPasskeys(): void {
    const wanted = this.isConnected && this.#view === 'credentials' && 'PublicKeyCredential' in globalThis;
    if (!wanted) this.#passkey.value?.end();
    else if (this.#passkey.value) this.#passkey.value.look();
    else if (this.activeClient && this.#passkey.state === 'idle') void this.#passkey.load();
  }

  protected override render(): TemplateResult {
    const done = this.#view === 'done';
    // A region that is there before what it says: what had the focus is gone by then, and nothing else would tell that somebody is signed in.
    return html`<div class="sheet">
      ${this.#announcer.region}
      <div role="status">${done ? html`<slot name="done"><p>${this.#t('done')}</p></slot>` : nothing}</div>
      ${done ? nothing : this.#body()}
    </div>`;
  }

  #body(): TemplateResult {
    if (this.#view === 'change-password' && this.#step)
      return overduePassword(this.#step, this.#t, { back: () => this.#backWith(''), slotted: () => this.#giveTicket(), locale: this.#locale });
    if (this.#view === 'take-over') return this.#takeOverView();
    return this.#credentials();
  }

  #takeOverView(): TemplateResult {
    const { state, value } = this.#takeOver;
    if (value && this.#step) return value.render(this.#step);
    if (state !== 'failed') return html`<p role="status">${this.#common('loading')}</p>`;
    return notice('failed', this.#common('actFailed'), this.#common, () => void this.#takeOver.load());
  }

  #credentials(): TemplateResult {
    const t = this.#t;
    const seconds = this.#lock.secondsLeft;
    return html`<h2 part="heading" tabindex="-1">${t('title')}</h2>
      ${this.#trouble(seconds)}
      <p class="said" role="status">${this.#said}</p>
      ${credentialsForm(
        {
          typed: this.#typed,
          faults: this.#faults,
          shown: this.#shown,
          busy: this.#busy,
          locked: seconds > 0,
          checked: this.#challenge.asks,
          passkeys: this.#passkey.value?.offered ?? false,
        },
        {
          write: (box, text) => void (this.#typed = { ...this.#typed, [box]: text }),
          show: (shown) => {
            this.#shown = shown;
            this.requestUpdate();
          },
          submit: this.#submit,
        },
        t,
      )}
      ${this.#challenge.render()}
      ${this.#passkey.value?.render(this.#busy) ?? nothing}
      <div class="ways"><slot name="first-time"></slot><slot name="forgotten"></slot></div>`;
  }

  #trouble(seconds: number): TemplateResult | typeof nothing {
    if (!this.#problem) return nothing;
    const { title, sentence, locked } = this.#problem;
    return html`<div class="problem" part="problem" role="alert" tabindex="-1">
        <h3>${title}</h3>
        <p>${sentence}</p>
        ${locked ? html`<p aria-hidden="true">${this.#t('lockedFor', { time: this.#time(seconds) })}</p>` : nothing}
      </div>`;
  }

  /** `4 phút 10 giây`. */
  #time(seconds: number): string {
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
    const parts = [minutes > 0 && this.#t('minutes', { minutes }), (rest > 0 || minutes === 0) && this.#t('seconds', { seconds: rest })];
    return parts.filter(Boolean).join(' ');
  }

  readonly #submit = (event: Event) => {
    event.preventDefault();
    if (this.#busy || this.#lock.secondsLeft > 0) return;
    const number = parseBhxhNumber(this.#typed.number);
    this.#faults = {
      ...(!number.ok && { number: this.#t('numberWrong') }),
      ...(!this.#typed.password && { password: this.#t('passwordMissing') }),
    };
    this.#problem = undefined;
    this.#said = '';
    const [first] = Object.keys(this.#faults);
    if (first) this.#focusOn(`#${first}`);
    else if (number.ok) void this.#signIn(number.value.digits);
  };

  async #signIn(bhxhNumber: string): Promise<void> {
    const client = this.activeClient;
    if (!client) {
      this.#complain(this.#t('noClient'));
      return;
    }
    const { signal } = (this.#abort = new AbortController());
    this.#busy = true;
    this.requestUpdate();
    try {
      const answer = await this.#challenge.pass(client, signal, async (options) => {
        // Read when it is sent: while a code is typed, number and password can still be corrected.
        const number = parseBhxhNumber(this.#typed.number);
        return client.session.signIn(
          { bhxhNumber: number.ok ? number.value.digits : bhxhNumber, password: this.#typed.password, device: deviceName() },
          options,
        );
      });
      this.#busy = false;
      if (!signal.aborted) this.#goOn(answer as SignInStep | { readonly step?: undefined });
    } catch (failure) {
      this.#busy = false;
      if (!signal.aborted) this.#refused(failure);
    }
  }

  #goOn(answer: SignInStep | { readonly step?: undefined }): void {
    if (answer.step === undefined) return this.#signedIn();
    this.#typed = { number: this.#typed.number, password: '' };
    this.#shown = false;
    this.#step = answer;
    if (answer.step !== 'take-over' && answer.step !== 'change-password') return this.#complain(this.#t('failed'));
    if (answer.step === 'take-over') {
      this.#takeOver.value?.begin();
      void this.#takeOver.load().then(() => this.#focusOn('h2'));
    }
    this.#to(answer.step, 'h2');
    this.dispatchEvent(new SignInStepEvent(answer.step, answer.step === 'change-password' ? answer.ticket : undefined));
  }

  #signedIn(): void {
    this.#to('done');
    this.dispatchEvent(new SignedInEvent());
  }

  #refused(failure: unknown): void {
    if (!isBhxhError(failure)) return this.#complain(this.#t('failed'));
    if (isApiError(failure) && failure.code === 'session.locked') {
      this.#lock.begin(failure.retryAfter ?? 60);
      return this.#complain(this.#t('locked'), true);
    }
    if (failure.code === 'session.first-password') {
      this.#complain(this.#t('firstPassword'));
      this.dispatchEvent(new SignInStepEvent('activate'));
      return;
    }
    this.#complain(failure.userMessage(this.#locale));
    // The number is mostly right: the password is what is typed again.
    if (failure.code === 'session.refused') this.#focusOn('#password');
  }

  #complain(sentence: string, locked = false): void {
    this.#problem = { title: this.#t('problem'), sentence, locked };
    this.#focusOn('.problem');
  }

  /** Back to the fields, the number kept; a step that is over says so. */
  #backWith(sentence: string): void {
    this.#to('credentials', sentence ? '.problem' : '#password');
    if (sentence) this.#problem = { title: this.#t('problem'), sentence };
    this.dispatchEvent(new SignInStepEvent('credentials'));
  }

  #to(view: View, focus?: string): void {
    this.#view = view;
    this.#problem = undefined;
    this.#faults = {};
    this.#said = '';
    if (view === 'done') this.#typed = { number: '', password: '' };
    if (view === 'done' || view === 'credentials') this.#step = undefined;
    if (focus) this.#focusNext = focus;
    this.requestUpdate();
  }

  /** Whatever is slotted to change the password gets the ticket; when it is done, the new password signs in. */
  #giveTicket(): void {
    if (this.#view !== 'change-password' || !this.#step) return;
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('slot[name=change-password]');
    for (const element of slot?.assignedElements() ?? []) {
      if ('ticket' in element && element.ticket !== this.#step.ticket) element.ticket = this.#step.ticket;
      element.addEventListener('password-changed', this.#changed, { once: true });
    }
  }

  readonly #changed = () => {
    if (this.#view !== 'change-password') return;
    this.#to('credentials', '#password');
    this.#said = this.#t('changed');
    this.dispatchEvent(new SignInStepEvent('credentials'));
  };

  #focusOn(selector: string): void {
    this.#focusNext = selector;
    this.requestUpdate();
  }

  get #locale(): 'vi' | 'en' {
    return this.language === 'en' ? 'en' : 'vi';
  }
}

export interface BhxhSignIn {
  addEventListener<K extends keyof SignInEventMap>(
    type: K,
    listener: (this: BhxhSignIn, event: SignInEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-sign-in': BhxhSignIn;
  }
}
