import { KitEvent } from '../foundation/kit-event.js';

/** `consented`: the person agreed. */
export class ConsentedEvent extends KitEvent {
  constructor(
    /** Version of the texts that were shown. */
    readonly textVersion: string,
    /** What was agreed to; a purpose that is not here was left out. */
    readonly purposes: readonly string[],
    /** Whether it is kept already. Before sign-in it is kept in the memory of the page, and recorded with the first sign-in of this client. */
    readonly recorded: boolean,
  ) {
    super('consented');
  }
}

/** `declined`: the person does not agree to what is necessary. Nothing was recorded. */
export class ConsentDeclinedEvent extends KitEvent {
  constructor() {
    super('declined');
  }
}

/** `withdrawn`: the person took the consent to one purpose back. */
export class ConsentWithdrawnEvent extends KitEvent {
  constructor(readonly purpose: string) {
    super('withdrawn');
  }
}

/** Events of `<bhxh-consent>` by name. */
export interface ConsentEventMap extends HTMLElementEventMap {
  consented: ConsentedEvent;
  declined: ConsentDeclinedEvent;
  withdrawn: ConsentWithdrawnEvent;
}
