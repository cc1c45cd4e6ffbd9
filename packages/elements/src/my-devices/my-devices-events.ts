import { KitEvent } from '../foundation/kit-event.js';

/** `signed-out`: the person signed out on every device, this one included. */
export class SignedOutEvent extends KitEvent {
  constructor() {
    super('signed-out');
  }
}

/** `passkeys-changed`: the person added a passkey, or removed one. */
export class PasskeysChangedEvent extends KitEvent {
  constructor() {
    super('passkeys-changed');
  }
}

/** Events of `<bhxh-my-devices>` by name. */
export interface MyDevicesEventMap extends HTMLElementEventMap {
  'signed-out': SignedOutEvent;
  'passkeys-changed': PasskeysChangedEvent;
}
