import type { Correction } from '@bhxh-kit/contract';
import { KitEvent } from '../foundation/kit-event.js';

/**
 * `correct`: a person opened their rejected declaration by its code and wants to correct it. The status element then shows the form in its own place; cancel the event to hand `correction`
 * to a form of yours: `form.correction = event.correction`. It holds everything the person declared: keep it in memory alone.
 */
export class DeclarationCorrectEvent extends KitEvent {
  constructor(readonly correction: Correction) {
    super('correct', { cancelable: true });
  }
}

/** Events of `<bhxh-declaration-status>` by name. */
export interface DeclarationStatusEventMap extends HTMLElementEventMap {
  correct: DeclarationCorrectEvent;
}
