import { AccountSheet, type SheetActs, type SheetPart } from '../account-sheet/account-sheet.js';
import { PasswordChangedEvent, type PasswordEventMap } from '../account-sheet/password-changed-event.js';
import { partTools } from '../foundation/part-tools.js';
import { property } from '../foundation/property.js';

export { PasswordChangedEvent, type PasswordEventMap } from '../account-sheet/password-changed-event.js';

/**
 * Đổi mật khẩu (A3, A4): the password in use, the new one twice, then the one-time code that was sent to the registered contact. Says since when the password is in use and by when it is to be changed.
 *
 * Needs a client that is signed in; or, where signing in answered that the password is too old, the `ticket` it gave: then the password in use is not asked again.
 * Password managers know the fields; nothing hinders a paste; length counts, not kinds of characters. Nothing typed is lost by going back or by a cut line.
 *
 * @summary Changes the password of the account that is signed in.
 * @fires {PasswordChangedEvent} password-changed - The account has its new password; with a ticket, the person now signs in with it.
 * @slot signed-out - What is shown to whoever is not signed in, e.g. a link to the page where people sign in.
 * @slot done - What is shown once the password is changed.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart heading - The heading.
 * @csspart problem - Why the password was not changed, with the way out.
 * @csspart field - One field with its label.
 * @csspart input - A text field.
 * @csspart error - The sentence that says what is wrong.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, focus ring.
 */
export class BhxhChangePassword extends AccountSheet {
  /** The ticket signing in gave because the password is too old. */
  @property({ attribute: false }) ticket?: string | undefined;
  /** The number the person signs in with, where the page knows it: password managers keep the new password under it, and it is not allowed in the password. */
  @property({ attribute: false }) bhxhNumber?: string | undefined;

  protected override async loadPart(acts: SheetActs): Promise<SheetPart> {
    const { PasswordChange } = await import('./change-part.js');
    return new PasswordChange(this, { ...acts, passwordChanged: () => this.dispatchEvent(new PasswordChangedEvent()) }, partTools, () => ({
      ticket: this.ticket,
      bhxhNumber: this.bhxhNumber,
    }));
  }
}

export interface BhxhChangePassword {
  addEventListener<K extends keyof PasswordEventMap>(
    type: K,
    listener: (this: BhxhChangePassword, event: PasswordEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-change-password': BhxhChangePassword;
  }
}
