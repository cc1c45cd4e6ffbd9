import type { BhxhClient } from '@bhxh-kit/client';
import type { SignInStep } from '@bhxh-kit/contract';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { NextFocus } from '../foundation/next-focus.js';
import { notice } from '../foundation/notice.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { property } from '../foundation/property.js';
import { said } from '../foundation/said.styles.js';
import { sheet } from '../foundation/sheet.styles.js';
import { stateWords } from '../foundation/words.state.js';
import { CredentialsStep, type NextStep } from './credentials-step.js';
import type { overduePassword } from './overdue-password.js';
import { SessionWatch } from './session-watch.js';
import { styles } from './sign-in.styles.js';
import { SignedInEvent, type SignInEventMap, SignInStepEvent, VneidNoAccountEvent } from './sign-in-events.js';
import type { TakeOver } from './take-over.js';
import { signInWords } from './words.js';

export { SignedInEvent, type SignInEventMap, SignInStepEvent, type SignInStepName, VneidNoAccountEvent } from './sign-in-events.js';

/** What is shown. */
type View = 'credentials' | 'take-over' | 'change-password' | 'done';

/**
 * Đăng nhập (A1): BHXH number and password; password managers and pasting work, a whole card number too.
 *
 * Where the browser and the gateway know passkeys a person signs in by fingerprint, face or PIN, by a button or from the browser's list under the number (A7).
 *
 * Where the page names in `vneid-return` where people come back to, and the rules know VNeID, a button signs in with it (A10); on that page the element takes the answer.
 *
 * An account that is in use on another device is taken over with a code to its registered contact (A5); the same browser is known again and not asked. A password that is too
 * old where the rules enforce its change signs in to nothing else, and is changed right there (A3). The tokens stay in the memory of the client.
 * A session that ends on another device is noticed within a minute, and at once by whoever comes back to the page: the fields are back then, with the reason.
 *
 * @summary Signs a person in.
 * @fires {SignedInEvent} signed-in - The client has a session; does not bubble.
 * @fires {SignInStepEvent} step - Signing in goes on with another step; does not bubble.
 * @fires {VneidNoAccountEvent} vneid-no-account - Somebody came back from VNeID who has no account here; does not bubble.
 * @slot first-time - Where accounts are activated, e.g. a link to a page with `<bhxh-activate>`.
 * @slot forgotten - Where a forgotten password is replaced.
 * @slot change-password - In the place of the `<bhxh-change-password>` shown for a password that is too old: anything with a `ticket` property, which is given it, that fires `password-changed`.
 * @slot done - What is shown instead while somebody is signed in.
 * @attr {string} vneid-return - The page people come back to from VNeID, absolute or relative to this one; one of `BHXH_VNEID_RETURN_URLS` of the gateway.
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
  static override styles = [foundation, controls, sheet, noticeStyles, said, styles];

  /** Where people come back to from VNeID (A10), on a page with this element; without it VNeID is not offered. */
  @property({ attribute: 'vneid-return' }) vneidReturn = '';

  readonly #t = this.speak(signInWords);
  readonly #common = this.speak(stateWords);
  readonly #announcer = new Announcer(this);
  readonly #focus = new NextFocus(this, this.#announcer);
  readonly #credentials = new CredentialsStep(this, {
    client: () => this.activeClient,
    focus: (selector, why) => this.#focus.toFault(selector, why),
    say: (sentence) => this.#announcer.say(sentence),
    signedIn: () => this.#signedIn(),
    vneidReturn: () => this.vneidReturn,
    noAccount: (vneid) => this.dispatchEvent(new VneidNoAccountEvent(vneid)),
    firstPassword: () => this.dispatchEvent(new SignInStepEvent('activate')),
    goOn: (step) => this.#goOn(step),
  });
  #view: View = 'credentials';
  #step: SignInStep | undefined;
  #heard: BhxhClient | undefined;
  #stopHearing: (() => void) | undefined;
  readonly #takeOver: LazyPart<TakeOver> = new LazyPart(this, async () => {
    const { TakeOver } = await import('./take-over.js');
    const acts = {
      client: () => this.activeClient,
      focus: (selector: string) => this.#focus.to(selector),
      field: () => this.renderRoot.querySelector('bhxh-one-time-code'),
      signedIn: () => this.#signedIn(),
      back: (sentence = '') => this.#backWith(sentence),
    };
    return new TakeOver(this, acts);
  });
  readonly #overdue: LazyPart<typeof overduePassword> = new LazyPart(this, async () => (await import('./overdue-password.js')).overduePassword);

  constructor() {
    super();
    new SessionWatch(this, () => (this.#view === 'done' ? this.activeClient : undefined));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#credentials.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#credentials.end();
    this.#takeOver.value?.end();
    this.#hear(undefined);
  }

  /** Focuses the first field, or the heading of the step that is asked for. */
  override focus(options?: FocusOptions): void {
    (this.renderRoot.querySelector<HTMLElement>('#number') ?? this.renderRoot.querySelector<HTMLElement>('h2'))?.focus(options);
  }

  /** Waits for what is being loaded, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await Promise.all([this.#takeOver.settled, this.#overdue.settled]);
    return done && !this.isUpdatePending;
  }

  protected override willUpdate(): void {
    this.#hear(this.isConnected ? this.activeClient : undefined);
    this.#credentials.offerPasskeys(this.isConnected && this.#view === 'credentials');
    this.#credentials.offerVneid(this.#view === 'credentials');
  }

  protected override updated(_: PropertyValues): void {
    this.#giveTicket();
    const field = this.#focus.give();
    if (field instanceof HTMLInputElement) field.select();
    // On a small screen what is said of the field would stand above it, unseen.
    if (field) this.renderRoot.querySelector('.problem')?.scrollIntoView({ block: 'nearest' });
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
        if (why) this.#credentials.tell({ title: this.#t('over'), sentence: why.userMessage(this.#locale) });
      }
    });
    if (client.signedIn !== (this.#view === 'done')) this.#to(client.signedIn ? 'done' : 'credentials');
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
    if (this.#view === 'credentials' || !this.#step) return this.#credentials.render();
    const step = this.#step;
    if (this.#view === 'take-over') return this.#lazily(this.#takeOver, (part) => part.render(step));
    const acts = { client: this.activeClient, back: () => this.#backWith(''), slotted: () => this.#giveTicket() };
    return this.#lazily(this.#overdue, (view) => view(step, this, this.#t, acts));
  }

  #lazily<Part>(part: LazyPart<Part>, render: (part: Part) => TemplateResult): TemplateResult {
    if (part.value) return render(part.value);
    if (part.state !== 'failed') return html`<p role="status">${this.#common('loading')}</p>`;
    return notice('failed', this.#common('actFailed'), this.#common, () => void part.load());
  }

  #goOn(step: SignInStep & { readonly step: NextStep }): void {
    const takesOver = step.step === 'take-over';
    if (takesOver) this.#takeOver.value?.begin();
    void (takesOver ? this.#takeOver : this.#overdue).load().then(() => this.#focus.to('h2'));
    this.#step = step;
    this.#to(step.step, 'h2');
    this.dispatchEvent(new SignInStepEvent(step.step, step.step === 'change-password' ? step.ticket : undefined));
  }

  #signedIn(): void {
    this.#to('done');
    this.dispatchEvent(new SignedInEvent());
  }

  /** Back to the fields, the number kept; a step that is over says so. */
  #backWith(sentence: string): void {
    this.#to('credentials', sentence ? '.problem' : '#password');
    this.#credentials.tell({ sentence });
    this.dispatchEvent(new SignInStepEvent('credentials'));
  }

  #to(view: View, focus?: string): void {
    this.#view = view;
    this.#credentials.clear();
    if (view === 'done') this.#credentials.forget();
    if (view === 'done' || view === 'credentials') this.#step = undefined;
    if (focus) this.#focus.to(focus);
    this.requestUpdate();
  }

  /** Whatever changes the password gets the ticket; when it is done, the new password signs in. */
  #giveTicket(): void {
    if (this.#view !== 'change-password' || !this.#step) return;
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('slot[name=change-password]');
    for (const element of slot?.assignedElements({ flatten: true }) ?? []) {
      if ('ticket' in element && element.ticket !== this.#step.ticket) element.ticket = this.#step.ticket;
      element.addEventListener('password-changed', this.#changed, { once: true });
    }
  }

  readonly #changed = () => {
    if (this.#view !== 'change-password') return;
    this.#to('credentials', '#password');
    this.#credentials.tell({ said: this.#t('changed') });
    this.dispatchEvent(new SignInStepEvent('credentials'));
  };

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
