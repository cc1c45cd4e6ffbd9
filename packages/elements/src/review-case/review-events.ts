import type { ReviewCase, ReviewOutcome } from '@bhxh-kit/contract';
import { KitEvent } from '../foundation/kit-event.js';
import type { CaseAct, CaseRejection } from './case-session.js';

/** `act`: an officer is about to do something to the case. `preventDefault()` takes it over, e.g. where the page asks its own server. */
export class ReviewActEvent extends KitEvent {
  constructor(
    readonly act: CaseAct,
    readonly id: string,
    /** The version the officer saw. */
    readonly version: number,
    /** With `reject` alone: what the person is told. */
    readonly rejection?: CaseRejection,
  ) {
    super('act', { cancelable: true });
  }
}

/** `reviewed`: the gateway took an act of the officer, or took it back. */
export class ReviewedEvent extends KitEvent {
  constructor(
    readonly act: CaseAct,
    readonly outcome: ReviewOutcome,
  ) {
    super('reviewed');
  }
}

/** `case-open`: an officer asks for another case, e.g. a duplicate. Cancel it to open it elsewhere; otherwise `caseId` changes. */
export class CaseOpenEvent extends KitEvent {
  constructor(readonly id: string) {
    super('case-open', { cancelable: true });
  }
}

/** `case-loaded`: a case is in view, also after a reload. */
export class CaseLoadedEvent extends KitEvent {
  constructor(readonly file: ReviewCase) {
    super('case-loaded');
  }
}

/** Events of `<bhxh-review-case>` by name. */
export interface ReviewCaseEventMap extends HTMLElementEventMap {
  act: ReviewActEvent;
  reviewed: ReviewedEvent;
  'case-open': CaseOpenEvent;
  'case-loaded': CaseLoadedEvent;
}
