import { AccountSheet, type SheetActs, type SheetPart } from '../account-sheet/account-sheet.js';
import { partTools } from '../foundation/part-tools.js';
import { styles } from './activate.styles.js';
import { AccountActivatedEvent, type ActivateEventMap } from './activated-event.js';
import { takeActivationCode } from './activation-link.js';

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
export class BhxhActivate extends AccountSheet {
  /** @internal */
  static override styles = [AccountSheet.styles, styles];

  /** The code of a link that was opened, until it stands in its field. */
  #linked: string | undefined;

  override connectedCallback(): void {
    // Before anything is loaded: the address bar is free of the code at once.
    this.#readLink();
    super.connectedCallback();
    window.addEventListener('hashchange', this.#readLink);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#readLink);
  }

  protected override async loadPart(acts: SheetActs): Promise<SheetPart> {
    const { Activation } = await import('./activation-part.js');
    return new Activation(this, acts, partTools, { linked: this.#takeLinked, activated: () => this.dispatchEvent(new AccountActivatedEvent()) });
  }

  readonly #takeLinked = (): string | undefined => {
    const code = this.#linked;
    this.#linked = undefined;
    return code;
  };

  readonly #readLink = (): void => {
    const code = takeActivationCode();
    if (code === undefined) return;
    this.#linked = code;
    this.requestUpdate();
  };
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
