import type { ReviewRow } from '@bhxh-kit/contract';
import type { nothing, TemplateResult } from 'lit';
import type { Translate } from '../foundation/words.js';
import type { StateWords } from '../foundation/words.state.js';
import type { DueText } from './due-text.js';
import type { ListWords } from './list-words.js';
import type { QueueFilter } from './queue-filter.js';
import type { QueueLists } from './queue-lists.js';
import type { QueueSession } from './queue-session.js';
import type { RowChoice } from './row-choice.js';
import type { ReviewQueueWords } from './words.js';

/** What the templates of the queue read. */
export interface QueueView {
  readonly t: Translate<ReviewQueueWords>;
  readonly list: Translate<ListWords>;
  readonly common: Translate<StateWords>;
  readonly language: string;
  readonly locale: 'vi' | 'en';
  readonly session: QueueSession;
  readonly lists: QueueLists;
  readonly choice: RowChoice;
  readonly filter: QueueFilter;
  /** Id of the case that is open at this desk. */
  readonly current: string;
  /** A list had no room for all that was to be chosen. */
  readonly full: boolean;
  /** A code scanned into the search was not whole. */
  readonly scanDamaged: boolean;
  /** Whether rows can be chosen. */
  readonly choosing: boolean;
  /** Rows are handed in: only what a row shows is found. */
  readonly handedIn: boolean;
  statusName(status: string): string;
  purposeName(purpose: string): string;
  subjectName(subject: string): string;
  nameOf(row: ReviewRow | undefined): string;
  due(row: ReviewRow): DueText;
  /** What went wrong, in words. */
  inWords(error: unknown): string;
  /** The filter by agency, once its code and its agencies are here. */
  agencyFilter(): TemplateResult | typeof nothing;
}

/** What a person can do in the queue. */
export interface QueueActs {
  filter(change: Partial<QueueFilter>): void;
  /** Looks for what was typed, or scanned from a Mẫu 01, into the search. */
  find(text: string): void;
  clearFilter(): void;
  filtersOpened(open: boolean): void;
  reload(): void;
  reveal(): void;
  more(): void;
  open(row: ReviewRow): void;
  /** With Shift, everything from the row touched last. */
  choose(row: ReviewRow, press: MouseEvent): void;
  chooseAll(on: boolean): void;
  key(event: KeyboardEvent): void;
  /** Opens the question whether the chosen rows are to be approved. */
  ask(): void;
}
