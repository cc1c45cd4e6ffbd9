import type { ReviewListOutcome, ReviewRow } from '@bhxh-kit/contract';
import { KitEvent } from '../foundation/kit-event.js';

/** What an officer does with a list (O5). */
export type ReviewListAct = 'approve' | 'confirm' | 'decline' | 'undo';

/** `case-open`: an officer chose a case. Unless it is cancelled its row is marked as the one at the desk. */
export class QueueOpenEvent extends KitEvent {
  constructor(
    readonly id: string,
    readonly row: ReviewRow,
    /** The code of the Mẫu 01 by which it was found: `checkPaper` of the case takes it. */
    readonly scan?: string,
  ) {
    super('case-open', { cancelable: true });
  }
}

/** `list-act`: an officer is about to act on a list. `preventDefault()` takes it over, e.g. where the page asks its own server. */
export class ReviewListActEvent extends KitEvent {
  constructor(
    readonly act: ReviewListAct,
    /** With `approve` alone: each case in the version the officer saw. */
    readonly items: readonly { readonly id: string; readonly version: number }[],
    /** Of the list there is; one that is being approved has none yet. */
    readonly listId?: string,
  ) {
    super('list-act', { cancelable: true });
  }
}

/** `list-reviewed`: the gateway acted on a list; the outcome says what became of each row. */
export class ReviewListedEvent extends KitEvent {
  constructor(
    readonly act: ReviewListAct,
    readonly outcome: ReviewListOutcome,
  ) {
    super('list-reviewed');
  }
}

/** Events of `<bhxh-review-queue>` by name. */
export interface ReviewQueueEventMap extends HTMLElementEventMap {
  'case-open': QueueOpenEvent;
  'list-act': ReviewListActEvent;
  'list-reviewed': ReviewListedEvent;
}
