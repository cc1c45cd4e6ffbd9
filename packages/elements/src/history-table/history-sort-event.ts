import { KitEvent } from '../foundation/kit-event.js';
import type { Sort } from './shown-rows.js';

/** `sort`: a person asked for another order. `preventDefault()` keeps the old one, e.g. where the host sorts at its server. */
export class HistorySortEvent extends KitEvent {
  constructor(readonly sort: Sort) {
    super('sort', { cancelable: true });
  }
}

/** Events of the history elements by name. */
export interface HistoryEventMap extends HTMLElementEventMap {
  sort: HistorySortEvent;
}
