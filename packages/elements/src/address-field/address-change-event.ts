import { KitEvent } from '../foundation/kit-event.js';
import type { AddressValue } from './address-value.js';

/** `change`: a person changed the address. The element's `value` is it already. */
export class AddressChangeEvent extends KitEvent {
  constructor(readonly address: AddressValue) {
    super('change');
  }
}

/** Events of `<bhxh-address-field>` by name. */
export interface AddressFieldEventMap extends Omit<HTMLElementEventMap, 'change'> {
  change: AddressChangeEvent;
}
