import { html, type PropertyValues, type TemplateResult } from 'lit';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { notice } from '../foundation/notice.js';
import { partTools } from '../foundation/part-tools.js';
import { said } from '../foundation/said.styles.js';
import { sheet } from '../foundation/sheet.styles.js';
import { stateWords } from '../foundation/words.state.js';
import { styles } from './activate.styles.js';
import { AccountActivatedEvent, type ActivateEventMap } from './activated-event.js';
import { takeActivationCode } from './activation-link.js';
import type { Activation } from './activation-part.js';

export { AccountActivatedEvent, type ActivateEventMap } from './activated-event.js';

/**
 * Kích hoạt tài khoản (O3, A2): with the one-time code of the approval a person chooses the first password of their account, and asks for another code where it is too late.
 *
 * The page may be opened by the link of the e-mail: the code stands in its fragment (`#bhxh-activation=…`), which no server sees, and is taken out of the address bar before anything is shown.
 * Password managers know the fields; nothing hinders a paste; length counts, not kinds of characters.
 *
 * @summary Chooses the first password of an approved account.
 * @fires {AccountActivatedEvent} activated - The account has its password, and the person can sign in.
 * @slot done - What is shown once the account is active, e.g. a link to the page where people sign in.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart heading - The heading.
 * @csspart problem - Why the account was not activated, with the ways out.
 * @csspart field - One field with its label.
 * @csspart input - A text field.
 * @csspart error - The sentence that says what is wrong.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, focus ring.
 */
export class BhxhActivate extends KitElement {
  /** @internal */
  static override styles = [foundation, controls, sheet, said, styles];

  readonly #common = this.speak(stateWords);
  /** The code of a link that was opened before what reads it was here. */
  #linked: string | undefined;
  #focusNext: string | undefined;
  readonly #activation: LazyPart<Activation> = new LazyPart(this, async () => {
    const { Activation } = await import('./activation-part.js');
    const acts = {
      client: () => this.activeClient,
      focus: (selector: string) => this.#focusOn(selector),
      activated: () => this.dispatchEvent(new AccountActivatedEvent()),
    };
    return new Activation(this, acts, partTools);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    // Before anything is loaded: the address bar is free of the code at once.
    this.#readLink();
    window.addEventListener('hashchange', this.#readLink);
    void this.#activation.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#readLink);
    this.#activation.value?.end();
  }

  /** Waits for what is being loaded, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#activation.settled;
    return done && !this.isUpdatePending;
  }

  protected override willUpdate(): void {
    const { value } = this.#activation;
    if (!value || this.#linked === undefined) return;
    value.take(this.#linked);
    this.#linked = undefined;
  }

  protected override updated(_: PropertyValues): void {
    const target = this.#focusNext;
    this.#focusNext = undefined;
    if (target) this.renderRoot.querySelector<HTMLElement>(target)?.focus();
  }

  readonly #readLink = (): void => {
    const code = takeActivationCode();
    if (code === undefined) return;
    this.#linked = code;
    this.requestUpdate();
  };

  #focusOn(selector: string): void {
    this.#focusNext = selector;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`<div class="sheet">${this.#body()}</div>`;
  }

  #body(): TemplateResult {
    const { state, value } = this.#activation;
    if (value) return value.render();
    if (state !== 'failed') return html`<p role="status">${this.#common('loading')}</p>`;
    return notice('failed', this.#common('actFailed'), this.#common, () => void this.#activation.load());
  }
}

export interface BhxhActivate {
  addEventListener<K extends keyof ActivateEventMap>(
    type: K,
    listener: (this: BhxhActivate, event: ActivateEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-activate': BhxhActivate;
  }
}
