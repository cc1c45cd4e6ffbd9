import { KitEvent } from '../foundation/kit-event.js';

/** `change`: a person typed, pasted or let the telephone fill in something else. The element's `value` is it already. */
export class OneTimeCodeChangeEvent extends KitEvent {
  constructor(readonly value: string) {
    super('change');
  }
}

/** `send-again`: a person asks for another code. Whoever listens sends it and sets `sent`. */
export class SendAgainEvent extends KitEvent {
  constructor() {
    super('send-again');
  }
}

/** Events of `<bhxh-one-time-code>` by name. */
export interface OneTimeCodeEventMap extends Omit<HTMLElementEventMap, 'change'> {
  change: OneTimeCodeChangeEvent;
  'send-again': SendAgainEvent;
}
