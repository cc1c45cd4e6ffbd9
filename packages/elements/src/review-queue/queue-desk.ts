import type { BhxhClient } from '@bhxh-kit/client';
import type { ReviewListOutcome, ReviewRow } from '@bhxh-kit/contract';
import { LIST_MAX } from '@bhxh-kit/domain';
import type { ReactiveControllerHost } from 'lit';
import type { AgencyRow } from '../agency-picker/agency-row.js';
import type { Announcer } from '../foundation/announcer.js';
import type { Translate } from '../foundation/words.js';
import { AgencyChoice } from './agency-choice.js';
import { headline } from './list-result.js';
import type { ListWords } from './list-words.js';
import { countText, newsText } from './queue-body.js';
import { QueueOpenEvent, type ReviewListAct, ReviewListActEvent, ReviewListedEvent } from './queue-events.js';
import { OPEN_FILTER, type QueueFilter, queryOf, STATUSES } from './queue-filter.js';
import { QueueLists } from './queue-lists.js';
import { QueueSession } from './queue-session.js';
import { clientSource, type QueueSource, rowsSource } from './queue-source.js';
import type { QueueActs } from './queue-view.js';
import { RowChoice } from './row-choice.js';
import { walkRows } from './row-walk.js';
import { soughtIn } from './scanned-paper.js';
import type { ReviewQueueWords } from './words.js';

/** The element as the desk sees it. */
export interface QueueHost extends ReactiveControllerHost, EventTarget {
  rows: readonly ReviewRow[] | undefined;
  agencies: readonly AgencyRow[] | undefined;
  now: string;
  current: string;
  withoutLists: boolean;
}

/** What the element lends the desk. */
export interface Lent {
  /** The client in force. */
  client(): BhxhClient | undefined;
  readonly t: Translate<ReviewQueueWords>;
  readonly list: Translate<ListWords>;
  readonly announcer: Announcer;
  /** Something is to have the focus after the next rendering. */
  focusOn(selector: string): void;
}

/** What an officer does in the queue, and what comes of it: filters, rows, choices, lists. */
export class QueueDesk {
  readonly session = new QueueSession(() => this.host.requestUpdate());
  readonly choice = new RowChoice();
  readonly agency: AgencyChoice;
  readonly lists: QueueLists;
  filter: QueueFilter = OPEN_FILTER;
  /** A list had no room for all that was to be chosen. */
  full = false;
  /** Of the last key: Firefox does not say it of the click that Shift + Space makes. */
  #shift = false;
  /** A code scanned into the search was not whole. */
  scanDamaged = false;
  #source: QueueSource | undefined;
  /** What the source was made of; another of these makes another. */
  #made: readonly unknown[] = [];
  #stopSession: (() => void) | undefined;

  constructor(
    private readonly host: QueueHost,
    private readonly lent: Lent,
  ) {
    this.agency = new AgencyChoice(host, () => ({ agencies: host.agencies, client: lent.client() }));
    this.lists = new QueueLists(
      host,
      {
        client: () => (host.rows || host.withoutLists ? undefined : lent.client()),
        about: (act, items, listId) => host.dispatchEvent(new ReviewListActEvent(act, items, listId)),
        acted: (act, outcome) => {
          this.listed(outcome);
          host.dispatchEvent(new ReviewListedEvent(act, outcome));
        },
        focusOn: (selector) => this.#focusOn(selector),
        open: (row) => this.acts.open(row),
        noClient: () => lent.t('noClient'),
      },
      lent.list,
    );
  }

  /** Another client, or other rows, begin anew. */
  follow(): void {
    const { rows, now, agencies } = this.host;
    const client = rows ? undefined : this.lent.client();
    const made = rows ? [rows, now, agencies] : [client];
    if (made.length === this.#made.length && made.every((part, index) => part === this.#made[index])) return;
    // Newer rows of the same page take nothing away that the officer chose.
    if (!rows || this.#made.length !== made.length) this.forget();
    this.#made = made;
    if (rows) this.#source = rowsSource(rows, { now: now || new Date().toISOString(), agencies: agencies ?? [] });
    else if (client) {
      this.#source = clientSource(client);
      // Who signs out leaves nothing on the screen; who signs in sees their own.
      this.#stopSession = client.onSessionChange(() => {
        this.#clear();
        this.#begin();
      });
    }
    this.#begin();
  }

  /** Ends what is under way; nothing of the officer stays. */
  forget(): void {
    this.#stopSession?.();
    this.#stopSession = this.#source = undefined;
    this.#made = [];
    this.#clear();
  }

  async reload(): Promise<void> {
    this.session.reload();
    void this.lists.readWaiting();
    await this.session.settled;
  }

  /** Looks quietly for news. */
  async look(): Promise<void> {
    const before = JSON.stringify(this.session.news);
    await Promise.all([this.session.look(), this.lists.readWaiting()]);
    const { news } = this.session;
    if (news && JSON.stringify(news) !== before) this.#say(newsText(this.lent.t, news));
  }

  /** Brings what became of a list into the rows. */
  listed({ results }: ReviewListOutcome): void {
    this.session.take(results);
    this.choice.clear();
    const { result } = this.lists.desk;
    if (result) this.#say(headline(this.lent.list, result));
  }

  /** Shows what became of a list that the page acted on itself. */
  show(act: ReviewListAct, outcome: ReviewListOutcome): void {
    this.lists.show(act, outcome);
    this.listed(outcome);
  }

  readonly acts: QueueActs = {
    filter: (change) => void this.#narrow({ ...this.filter, ...change }),
    find: (text) => void this.#find(text),
    clearFilter: () => {
      this.#focusOn('#find');
      void this.#narrow(OPEN_FILTER);
    },
    filtersOpened: (open) => this.agency.open(open),
    reload: () => void this.reload().then(() => this.#sayCount()),
    reveal: () => {
      this.session.reveal();
      this.#focusOn('.scroller');
      this.#say(this.lent.t('updated'));
    },
    more: () => void this.#more(),
    open: (row) => this.#open(row),
    choose: (row, { shiftKey, detail }) => {
      const range = shiftKey || (detail === 0 && this.#shift);
      this.#room(range ? this.choice.extend(row, this.session.rows) : this.choice.toggle(row));
    },
    chooseAll: (on) => {
      if (!on) this.choice.clear();
      this.#room(!on || this.choice.all(this.session.rows));
    },
    key: (event) => {
      this.#shift = event.shiftKey;
      const reached = walkRows(event, this.session.rows);
      if (reached) this.#room(this.choice.extend(reached, this.session.rows));
    },
    ask: () => this.lists.desk.ask(this.choice.of(this.session.rows)),
  };

  #clear(): void {
    this.session.forget();
    this.lists.desk.forget();
    this.choice.clear();
    this.agency.forget();
    this.filter = OPEN_FILTER;
    this.full = this.scanDamaged = false;
  }

  #begin(): void {
    this.#load();
    void this.lists.readWaiting();
  }

  #load(): void {
    if (this.#source) this.session.load(this.#source, queryOf(this.filter));
  }

  async #narrow(filter: QueueFilter): Promise<void> {
    this.filter = filter;
    this.#load();
    await this.session.settled;
    if (this.filter === filter) this.#sayCount();
  }

  /** A scanned paper opens its case, whatever became of it. */
  async #find(text: string): Promise<void> {
    const sought = soughtIn(text);
    this.scanDamaged = 'damaged' in sought;
    this.host.requestUpdate();
    if ('damaged' in sought) return;
    if ('find' in sought) return this.#narrow({ ...this.filter, find: sought.find });
    await this.#narrow({ ...OPEN_FILTER, status: STATUSES, find: sought.reference });
    const [row, ...others] = this.session.rows;
    if (this.filter.find === sought.reference && row && others.length === 0) this.#open(row, text);
  }

  #open(row: ReviewRow, scan?: string): void {
    if (this.host.dispatchEvent(new QueueOpenEvent(row.id, row, scan))) this.host.current = row.id;
  }

  async #more(): Promise<void> {
    const first = await this.session.loadMore();
    if (this.session.more !== 'failed') this.#say(this.lent.t('moreDone', { count: this.session.rows.length }));
    if (first) this.#focusOn(`[data-id="${CSS.escape(first.id)}"] .open`);
  }

  #room(enough: boolean): void {
    this.full = !enough;
    this.host.requestUpdate();
    const { t } = this.lent;
    this.#say(enough ? t('chosen', { count: this.choice.size }) : t('chooseFull', { max: LIST_MAX }));
  }

  #sayCount(): void {
    if (this.session.state === 'ready') this.#say(countText({ t: this.lent.t, session: this.session, filter: this.filter }));
  }

  #say(sentence: string): void {
    this.lent.announcer.say(sentence);
  }

  #focusOn(selector: string): void {
    this.lent.focusOn(selector);
    this.host.requestUpdate();
  }
}
