import { KitEvent } from '../foundation/kit-event.js';
import type { AgencyRow } from './agency-row.js';

/** `change`: a person chose another agency. The element's `value` is its code already. */
export class AgencyChangeEvent extends KitEvent {
  constructor(readonly agency: AgencyRow) {
    super('change');
  }
}

/** Events of `<bhxh-agency-picker>` by name. */
export interface AgencyPickerEventMap extends Omit<HTMLElementEventMap, 'change'> {
  change: AgencyChangeEvent;
}
