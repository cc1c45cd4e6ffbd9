import type { BhxhClient } from '@bhxh-kit/client';
import { isBhxhError } from '@bhxh-kit/client/errors';
import type { ReviewCase, SealKeySet } from '@bhxh-kit/contract';
import { loadEveryWord } from '@bhxh-kit/domain/wording';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { DeadlineClock } from '../deadline/deadline-clock.js';
import { deadlineNote } from '../deadline/deadline-note.js';
import { deadlineWords } from '../deadline/words.js';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { NextFocus } from '../foundation/next-focus.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { openDialog } from '../foundation/open-dialog.js';
import { property, state } from '../foundation/property.js';
import { stateWords } from '../foundation/words.state.js';
import { absentView } from './case-absent.js';
import { type Acting, problemView } from './case-acts.js';
import { caseBody } from './case-body.js';
import { openBySentences } from './case-heading.js';
import { CasePhotographs, type PhotographSource } from './case-photographs.js';
import { type CaseAct, type CaseRejection, CaseSession } from './case-session.js';
import { CaseTimer } from './case-timer.js';
import type { CaseView } from './case-view.js';
import { PaperDesk } from './paper-desk.js';
import { rejectDialog } from './reject-dialog.js';
import { RejectionDraft } from './rejection-draft.js';
import { styles } from './review-case.styles.js';
import { CaseLoadedEvent, CaseOpenEvent, ReviewActEvent, type ReviewCaseEventMap, ReviewedEvent } from './review-events.js';
import { viewOf } from './view-of.js';
import { reviewCaseWords } from './words.js';

export type { PhotographSource } from './case-photographs.js';
export type { CaseAct, CaseRejection } from './case-session.js';
export { CaseLoadedEvent, CaseOpenEvent, ReviewActEvent, type ReviewCaseEventMap, ReviewedEvent } from './review-events.js';

/**
 * Hồ sơ tại bàn cán bộ (O1–O4): what was declared beside the photographs that prove it, what it may be a duplicate of, what happened so far, and the acts
 * the status allows. An act can be taken back for a minute; one on a case that somebody else changed meanwhile is refused and told.
 *
 * With a client the case of `case-id` is read, and each look is recorded by the gateway. Without one a page hands the case in as `case` and takes over
 * the acts: it cancels `act` and hands in the case as it became.
 *
 * @summary One declaration as an officer reviews it.
 * @fires {ReviewActEvent} act - An officer is about to do something; cancel it to take it over.
 * @fires {ReviewedEvent} reviewed - The gateway took an act, or took it back.
 * @fires {CaseOpenEvent} case-open - An officer asks for another case; cancel it to open it elsewhere.
 * @fires {CaseLoadedEvent} case-loaded - A case is in view, also after a reload.
 * @attr {string} case-id - The case to read.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart heading - Name and reference.
 * @csspart status - Where the declaration stands.
 * @csspart deadline - The date the paper is due, with the time left.
 * @csspart open-by - Who else has the case open.
 * @csspart facts - A group of facts with its photographs.
 * @csspart photograph - One photograph.
 * @csspart duplicates - The comparison with other declarations.
 * @csspart acts - The buttons, and what was done.
 * @csspart problem - Why an act did not come about.
 * @csspart paper - The check of the paper by its code.
 * @csspart verdict - What came of it.
 * @csspart history - What happened, oldest first.
 * @csspart dialog - The dialog of a rejection.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, links, focus ring.
 * @cssproperty [--bhxh-photograph-height=20em] - Height of the box of a photograph.
 */
export class BhxhReviewCase extends KitElement {
  /** @internal */
  static override styles = [foundation, controls, noticeStyles, styles];

  /** Which case to read. */
  @property({ attribute: 'case-id' }) caseId = '';

  /** A case handed in: then nothing is read before something is done to it. */
  @property({ attribute: false }) case: ReviewCase | undefined;

  /** Where the photographs of a case handed in come from, when that is not the client. */
  @property({ attribute: false }) photographSource: PhotographSource | undefined;

  /** Published keys of the seal on Mẫu 01, where the page has them and not the client. */
  @property({ attribute: false }) sealKeys: SealKeySet['keys'] | undefined;

  @state() private contactShown = false;
  @state() private rejecting = false;

  protected readonly t = this.speak(reviewCaseWords);
  readonly #common = this.speak(stateWords);
  readonly #deadlineWords = this.speak(deadlineWords);
  readonly #session = new CaseSession(() => this.requestUpdate());
  readonly #photographs = new CasePhotographs(this);
  readonly #clock = new DeadlineClock(this);
  readonly #announcer = new Announcer(this);
  readonly #draft = new RejectionDraft(() => this.requestUpdate());
  readonly #paper = new PaperDesk(this, {
    t: this.t,
    speak: (words) => this.speak(words),
    client: () => this.activeClient,
    file: () => this.#session.file,
    open: (id) => this.#openCase(id),
  });
  /** What is followed: the case handed in, or the id that is read. */
  #followed: ReviewCase | string | undefined;
  #client: BhxhClient | undefined;
  #file: ReviewCase | undefined;
  readonly #focus = new NextFocus(this, this.#announcer);
  /** A case asked for inside the element, whose heading then takes the focus. */
  #asked = false;

  constructor() {
    super();
    new CaseTimer(this, this.#session);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Without them labels of organisations and changes are said by the fields' own names.
    void loadEveryWord().then(
      () => this.requestUpdate(),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session.forget();
    this.#followed = this.#file = undefined;
    this.rejecting = this.contactShown = false;
    this.requestUpdate();
  }

  /** Puts the focus on the heading of the case. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h2')?.focus(options);
  }

  /** Checks the code of a paper that was scanned elsewhere on the page, as `scan` of the queue's `case-open`; without a case in view it opens the paper's. */
  async checkPaper(scan: string): Promise<void> {
    await this.#paper.check(scan);
  }

  /** Reads the case again; what an officer has written stays. */
  async reload(): Promise<void> {
    const client = this.activeClient;
    if (!client) return;
    await this.#session.reload(client);
    if (this.#session.problem) this.#focus.to('.problem');
    else {
      this.#focus.to(this.rejecting ? '#reject-title' : 'h2');
      this.#announcer.say(this.t('reloaded'));
    }
  }

  protected override willUpdate(): void {
    if (!this.isConnected) return;
    this.#follow();
    const { file, undoSeconds } = this.#session;
    if (undoSeconds === 0 && this.renderRoot.querySelector('#undo:focus')) this.#focus.to('#acts');
    this.#photographs.follow(file, this.activeClient, this.photographSource);
    this.#paper.follow();
    if (file && file !== this.#file) this.#begin(file);
  }

  /** What a case that has just come needs besides being rendered. */
  #begin(file: ReviewCase): void {
    this.#draft.belongTo(file.id);
    this.#clock.start(file.status === 'waiting-for-paper' ? file.paperDueAt : undefined, file.now);
    if (this.#asked) this.#focus.to('h2');
    this.#asked = false;
  }

  #follow(): void {
    const client = this.activeClient;
    const wanted = this.case ?? (client && this.caseId ? this.caseId : undefined);
    if (wanted === this.#followed && (this.case || client === this.#client)) return;
    this.#followed = wanted;
    this.#client = client;
    this.rejecting = this.contactShown = false;
    if (this.case) this.#session.show(this.case);
    else if (client && this.caseId) void this.#session.open(client, this.caseId);
    else this.#session.forget();
  }

  protected override updated(_: PropertyValues): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      openDialog(dialog);
    }
    this.#focus.give();
    this.#tell(this.#session.file);
  }

  /** Who else has the case open is said once, politely; the page is told of each case that came. */
  #tell(file: ReviewCase | undefined): void {
    const before = this.#file;
    if (file === before) return;
    this.#file = file;
    if (!file) return;
    const others = openBySentences(this.#view(file)).join(' ');
    if (others && (before?.id !== file.id || before.openBy.length !== file.openBy.length)) this.#announcer.say(others);
    this.dispatchEvent(new CaseLoadedEvent(file));
  }

  async #act(act: CaseAct, rejection?: CaseRejection): Promise<void> {
    const { file, busy } = this.#session;
    if (!file || busy || !this.dispatchEvent(new ReviewActEvent(act, file.id, file.version, rejection))) return;
    const client = this.activeClient;
    const outcome = client && (await this.#session.act(client, act, rejection));
    if (!client) this.#session.problem = { kind: 'refused', error: this.t('noClient') };
    if (!outcome) {
      this.#refused();
      return;
    }
    if (act === 'reject') this.#draft.clear();
    this.rejecting = false;
    this.#focus.to('.done');
    this.dispatchEvent(new ReviewedEvent(act, outcome));
  }

  #refused(): void {
    const { problem } = this.#session;
    if (problem?.kind === 'rejection') this.#draft.refuse(problem.code, problem.facts);
    this.#focus.to(problem?.kind === 'rejection' ? this.#draft.faulty : '.problem');
  }

  readonly #sendRejection = () => {
    const said = this.#draft.checked();
    if (said) return void this.#act('reject', said);
    this.#focus.to(this.#draft.faulty);
  };

  readonly #closed = () => {
    this.rejecting = false;
    if (!this.#focus.asked) this.#focus.to('#reject');
  };

  readonly #openCase = (id: string) => {
    if (!this.dispatchEvent(new CaseOpenEvent(id))) return;
    this.#asked = true;
    this.case = undefined;
    this.caseId = id;
  };

  readonly #reload = () => void this.reload();

  readonly #again = () => {
    const client = this.activeClient;
    if (client && this.caseId) void this.#session.open(client, this.caseId);
  };

  #view(file: ReviewCase): CaseView {
    const { t, language, overrides, contactShown } = this;
    return viewOf(file, {
      t,
      common: this.#common,
      language,
      overrides,
      contactShown,
      session: this.#session,
      photographs: this.#photographs,
      toggleContact: () => (this.contactShown = !this.contactShown),
      openCase: this.#openCase,
    });
  }

  protected override render(): TemplateResult {
    const { file } = this.#session;
    const unconnected = this.caseId !== '' && !this.activeClient;
    const around = { t: this.t, common: this.#common, unconnected, inWords: this.#inWords, again: this.#again, paper: this.#paper.view() };
    return html`<div class="case">${file ? this.#case(this.#view(file)) : absentView(this.#session, around)}${this.#announcer.region}</div>`;
  }

  #case(view: CaseView): TemplateResult {
    const { file } = view;
    const due = file.status === 'waiting-for-paper' ? file.paperDueAt : undefined;
    const deadline = due ? deadlineNote(this.#deadlineWords, due, this.#clock.left, this.language) : nothing;
    const problem = problemView(view, this.#inWords, this.#draft.written, this.#reload);
    const body = caseBody(view, { deadline, problem: this.rejecting ? nothing : problem, acting: this.#acting, paper: this.#paper.view() });
    return html`${body}${this.rejecting ? rejectDialog(view, this.#draft, problem, this.#rejection) : nothing}`;
  }

  readonly #acting: Acting = {
    act: (act) => void this.#act(act),
    reject: () => (this.rejecting = true),
    reload: this.#reload,
  };

  readonly #rejection = {
    send: this.#sendRejection,
    close: () => this.renderRoot.querySelector('dialog')?.close(),
    closed: this.#closed,
  };

  readonly #inWords = (error: unknown): string => (isBhxhError(error) ? error.userMessage(this.language === 'en' ? 'en' : 'vi') : String(error));
}

export interface BhxhReviewCase {
  addEventListener<K extends keyof ReviewCaseEventMap>(
    type: K,
    listener: (this: BhxhReviewCase, event: ReviewCaseEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-review-case': BhxhReviewCase;
  }
}
