import { KitEvent } from '../foundation/kit-event.js';

/** `signed-out`: the person signed out on every device, this one included. */
export class SignedOutEvent extends KitEvent {
  constructor() {
    super('signed-out');
  }
}

/** Events of `<bhxh-my-devices>` by name. */
export interface MyDevicesEventMap extends HTMLElementEventMap {
  'signed-out': SignedOutEvent;
}
