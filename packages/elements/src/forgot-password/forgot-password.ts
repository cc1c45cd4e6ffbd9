import { AccountSheet, type SheetActs, type SheetPart } from '../account-sheet/account-sheet.js';
import { PasswordChangedEvent, type PasswordEventMap } from '../account-sheet/password-changed-event.js';
import { partTools } from '../foundation/part-tools.js';

export { PasswordChangedEvent, type PasswordEventMap } from '../account-sheet/password-changed-event.js';

/**
 * Quên mật khẩu (A6): the BHXH number and a registered phone number or e-mail address, then the one-time code that was sent there and a new password.
 * Says the same whether or not there is such an account and whether or not the contact is its own.
 *
 * Password managers know the fields; nothing hinders a paste; length counts, not kinds of characters. Nothing typed is lost by going back or by a cut line.
 *
 * @summary Sets a forgotten password anew.
 * @fires {PasswordChangedEvent} password-changed - The account has its new password, and the person can sign in.
 * @slot done - What is shown once the password is set, e.g. a link to the page where people sign in.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart heading - The heading.
 * @csspart problem - Why the password was not set, with the way out.
 * @csspart field - One field with its label.
 * @csspart input - A text field.
 * @csspart error - The sentence that says what is wrong.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, focus ring.
 */
export class BhxhForgotPassword extends AccountSheet {
  protected override async loadPart(acts: SheetActs): Promise<SheetPart> {
    const { PasswordForgotten } = await import('./forgot-part.js');
    return new PasswordForgotten(this, { ...acts, passwordChanged: () => this.dispatchEvent(new PasswordChangedEvent()) }, partTools);
  }
}

export interface BhxhForgotPassword {
  addEventListener<K extends keyof PasswordEventMap>(
    type: K,
    listener: (this: BhxhForgotPassword, event: PasswordEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-forgot-password': BhxhForgotPassword;
  }
}
