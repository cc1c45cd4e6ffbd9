import { KitEvent } from '../foundation/kit-event.js';

/** `password-changed`: the account has another password. Neither number nor password is in the event. */
export class PasswordChangedEvent extends KitEvent {
  constructor() {
    super('password-changed');
  }
}

/** What the elements of passwords do besides for their parts. */
export interface PasswordActs {
  passwordChanged(): void;
}

/** Events of `<bhxh-change-password>` and `<bhxh-forgot-password>` by name. */
export interface PasswordEventMap extends HTMLElementEventMap {
  'password-changed': PasswordChangedEvent;
}
