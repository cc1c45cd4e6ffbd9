import { KitEvent } from '../foundation/kit-event.js';

/** `activated`: the account has its first password, and the person can sign in. Neither number nor password is in the event. */
export class AccountActivatedEvent extends KitEvent {
  constructor() {
    super('activated');
  }
}

/** Events of `<bhxh-activate>` by name. */
export interface ActivateEventMap extends HTMLElementEventMap {
  activated: AccountActivatedEvent;
}
