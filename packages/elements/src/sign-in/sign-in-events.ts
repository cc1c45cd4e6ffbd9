import type { VneidResult } from '@bhxh-kit/contract';
import { KitEvent } from '../foundation/kit-event.js';

/** `signed-in`: the client of the element has a session. The event says nothing of the person. */
export class SignedInEvent extends KitEvent {
  constructor() {
    super('signed-in');
  }
}

/** Where signing in stands: number and password, the first password still to be chosen, the account in use elsewhere (A5), a password that is too old (A3). */
export type SignInStepName = 'credentials' | 'activate' | 'take-over' | 'change-password';

/** `step`: signing in goes on somewhere else than where it began. */
export class SignInStepEvent extends KitEvent {
  constructor(
    readonly step: SignInStepName,
    /** Of `change-password`: what the change is begun with, for a page that brings its own. */
    readonly ticket?: string,
  ) {
    super('step');
  }
}

/** `vneid-no-account`: somebody came back from VNeID (A10) who has no account here. */
export class VneidNoAccountEvent extends KitEvent {
  constructor(
    /** Who they are, and what spares their declaration photographs and paper: for `<bhxh-declaration-form>.vneid`. */
    readonly vneid: VneidResult,
  ) {
    super('vneid-no-account');
  }
}

/** Events of `<bhxh-sign-in>` by name. */
export interface SignInEventMap extends HTMLElementEventMap {
  'signed-in': SignedInEvent;
  step: SignInStepEvent;
  'vneid-no-account': VneidNoAccountEvent;
}
