import type { DeclarationReceipt, StepId } from '@bhxh-kit/domain';
import { KitEvent } from '../foundation/kit-event.js';

/** `submitted`: the agency's gateway took the declaration. */
export class DeclarationSubmittedEvent extends KitEvent {
  constructor(readonly receipt: DeclarationReceipt) {
    super('submitted');
  }
}

/** `step-change`: the form is about to show another step; cancel it to stay. */
export class DeclarationStepChangeEvent extends KitEvent {
  constructor(
    readonly from: StepId,
    readonly to: StepId,
  ) {
    super('step-change', { cancelable: true });
  }
}

/** Events of `<bhxh-declaration-form>` by name. */
export interface DeclarationFormEventMap extends HTMLElementEventMap {
  submitted: DeclarationSubmittedEvent;
  'step-change': DeclarationStepChangeEvent;
}
