import type { BhxhClient } from '@bhxh-kit/client';
import { KitEvent } from '../foundation/kit-event.js';

/** `profile-change`: a guardian switched between their own profile and a child's, or the child's link ended and their own is shown again. */
export class ProfileChangeEvent extends KitEvent {
  constructor(
    /** To hand to the page's other elements: asks for the cards and histories of whoever is shown now. */
    readonly client: BhxhClient,
    /** Whether a child is shown. */
    readonly ofChild: boolean,
  ) {
    super('profile-change');
  }
}

/** `contact-changed`: the registered phone or e-mail address was changed. It is not in the event. */
export class ContactChangedEvent extends KitEvent {
  constructor(readonly kind: 'mobilePhone' | 'email') {
    super('contact-changed');
  }
}

/** Events of `<bhxh-profile>` by name. */
export interface ProfileEventMap extends HTMLElementEventMap {
  'profile-change': ProfileChangeEvent;
  'contact-changed': ContactChangedEvent;
}
