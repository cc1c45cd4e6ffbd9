import type { ReviewListOutcome, ReviewRow } from '@bhxh-kit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { AgencyRow } from '../agency-picker/agency-row.js';
import { deadlineWords } from '../deadline/words.js';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { dialogStyles } from '../foundation/dialog.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { NextFocus } from '../foundation/next-focus.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { openDialog } from '../foundation/open-dialog.js';
import { property } from '../foundation/property.js';
import { tableStyles } from '../foundation/table.styles.js';
import { stateWords } from '../foundation/words.state.js';
import { listDialog } from './list-dialog.js';
import { listResult } from './list-result.js';
import { listWords } from './list-words.js';
import { queueBody } from './queue-body.js';
import { QueueDesk } from './queue-desk.js';
import type { ReviewListAct, ReviewQueueEventMap } from './queue-events.js';
import { queueFilters } from './queue-filters.js';
import type { ActedRow } from './queue-session.js';
import { QueueTimer } from './queue-timer.js';
import type { QueueView } from './queue-view.js';
import { styles } from './review-queue.styles.js';
import { viewOf } from './view-of.js';
import { waitingLists } from './waiting-lists.js';
import { reviewQueueWords } from './words.js';

export { QueueOpenEvent, type ReviewListAct, ReviewListActEvent, ReviewListedEvent, type ReviewQueueEventMap } from './queue-events.js';
export type { ActedRow } from './queue-session.js';

/**
 * Hàng chờ xem xét của cán bộ (O1, O5): declarations of the officer's agency and those below it, the oldest deadline first, with the time left in words.
 *
 * Rows in view stay where they are: what is new is told, and comes when the officer asks. What is searched for stays in memory and in the body of a request.
 * Rows come from `rows`, else from the client (`reviews.list`).
 *
 * @summary The queue of declarations at an officer's desk.
 * @fires {QueueOpenEvent} case-open - An officer chose a case; cancel it, and its row is not marked as open.
 * @fires {ReviewListActEvent} list-act - An officer is about to act on a list; cancel it to take it over.
 * @fires {ReviewListedEvent} list-reviewed - The gateway acted on a list.
 * @attr {string} current - Id of the case that is open at this desk.
 * @attr {string} now - With `rows` alone: the moment of the gateway's clock they are of (RFC 3339). Without it the device's clock counts.
 * @attr {number} refresh-seconds - Seconds between two quiet looks for news; 0 for none.
 * @attr {boolean} without-lists - No rows can be chosen, and no lists are shown.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart filters - Search and filters.
 * @csspart news - What is new since the rows were read.
 * @csspart bar - What is chosen, and what to do with it.
 * @csspart scroller - The box the table scrolls in sideways.
 * @csspart table - The table.
 * @csspart row - A row.
 * @csspart open - The button in a row that opens its case.
 * @csspart deadline - What is left until the deadline of a row.
 * @csspart waiting - The lists that wait for a second person.
 * @csspart result - What became of a list.
 * @csspart dialog - The dialog about a list.
 * @csspart problem - Why an act did not come about.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, links, focus ring.
 * @cssproperty [--bhxh-table-height=none] - Largest height of the table before it scrolls.
 */
export class BhxhReviewQueue extends KitElement {
  /** @internal */
  static override styles = [foundation, controls, noticeStyles, dialogStyles, tableStyles, styles];

  /** The rows, where the page has them; no client is asked for them then. */
  @property({ attribute: false }) rows: readonly ReviewRow[] | undefined;

  /** The officer's agency and those below it, to narrow rows that are handed in. */
  @property({ attribute: false }) agencies: readonly AgencyRow[] | undefined;

  @property() now = '';

  @property() current = '';

  @property({ type: Number, attribute: 'refresh-seconds' }) refreshSeconds = 120;

  @property({ type: Boolean, attribute: 'without-lists' }) withoutLists = false;

  protected readonly t = this.speak(reviewQueueWords);
  readonly #list = this.speak(listWords);
  readonly #common = this.speak(stateWords);
  readonly #deadline = this.speak(deadlineWords);
  readonly #announcer = new Announcer(this);
  readonly #desk = new QueueDesk(this, {
    client: () => this.activeClient,
    t: this.t,
    list: this.#list,
    announcer: this.#announcer,
    focusOn: (selector) => this.#focus.to(selector),
  });
  readonly #focus = new NextFocus(this, this.#announcer);

  constructor() {
    super();
    new QueueTimer(this, {
      undoSeconds: () => this.#desk.lists.desk.undoSeconds,
      lookEvery: () => (this.rows ? 0 : this.refreshSeconds),
      look: () => void this.#desk.look(),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk.forget();
  }

  /** Puts the focus on the row whose case is open here, else on the search. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('[aria-current] .open') ?? this.renderRoot.querySelector<HTMLElement>('#find');
    target?.focus(options);
  }

  /** Reads the queue again from its beginning. */
  async reload(): Promise<void> {
    await this.#desk.reload();
  }

  /** Looks whether there is anything new, as it does by itself every `refresh-seconds`; rows in view stay where they are. */
  async look(): Promise<void> {
    await this.#desk.look();
  }

  /** Shows what an act made of a declaration, where its row stands: the outcome of `reviewed` of `<bhxh-review-case>`. */
  take(outcome: ActedRow): void {
    this.#desk.session.take([outcome]);
  }

  /** Shows what became of a list, where the page took the act over. */
  showOutcome(act: ReviewListAct, outcome: ReviewListOutcome): void {
    this.#desk.show(act, outcome);
  }

  /** Waits for the rows too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#desk.session.settled;
    return super.getUpdateComplete();
  }

  protected override willUpdate(): void {
    if (!this.isConnected) return;
    const { session, choice, lists } = this.#desk;
    this.#desk.follow();
    choice.keep(session.rows);
    // The button goes with its last second: whoever stood on it stays with the result.
    if (lists.desk.undoSeconds === 0 && this.renderRoot?.querySelector('#undo:focus')) this.#focus.to('#result');
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      openDialog(dialog);
    }
    this.#focus.give();
  }

  protected override render(): TemplateResult {
    if (!this.rows && !this.activeClient) return html`<p class="empty">${this.t('noClient')}</p>${this.#announcer.region}`;
    const view = this.#view();
    const { acts } = this.#desk;
    return html`<div class="queue">
      ${this.#announcer.region}${this.withoutLists ? nothing : html`${waitingLists(view)}${listResult(view)}`}
      ${queueFilters(view, acts)}${queueBody(view, acts)}${listDialog(view)}
    </div>`;
  }

  #view(): QueueView {
    const { t, language, current } = this;
    const { acts, agency, choice, filter, full, lists, scanDamaged, session } = this.#desk;
    const change = (agencyCode: string): void => acts.filter({ agencyCode });
    const given = {
      t,
      list: this.#list,
      common: this.#common,
      language,
      session,
      lists,
      choice,
      filter,
      full,
      scanDamaged,
      current,
      choosing: !this.withoutLists,
      handedIn: this.rows !== undefined,
      agencyFilter: () => agency.render({ label: t('agency'), clear: t('agencyAny'), code: filter.agencyCode, change }, t('agencyFailed'), this.#common),
    };
    return viewOf(given, this, this.#deadline);
  }
}

export interface BhxhReviewQueue {
  addEventListener<K extends keyof ReviewQueueEventMap>(
    type: K,
    listener: (this: BhxhReviewQueue, event: ReviewQueueEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-review-queue': BhxhReviewQueue;
  }
}
