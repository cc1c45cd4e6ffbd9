import type { BhxhClient } from '@bhxh-kit/client';
import type { Correction, VneidResult } from '@bhxh-kit/contract';
import type { Circumstances, DeclarationPurpose, FieldId, HandIn, Move, RulePackId, StepId, SubjectType, Unit } from '@bhxh-kit/domain';
import { textOf } from '@bhxh-kit/domain/declaration/form.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { sourceFor } from '../address-field/unit-source.js';
import type { AgencyRow } from '../agency-picker/agency-row.js';
import { deadlineWords } from '../deadline/words.js';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { property, state } from '../foundation/property.js';
import { commonWords } from '../foundation/words.common.js';
import { checkTools } from './check-tools.js';
import { tellChildren } from './child-complaints.js';
import { correcting } from './correcting.js';
import { type DeclarationFormEventMap, DeclarationStepChangeEvent, DeclarationSubmittedEvent } from './declaration-events.js';
import { styles } from './declaration-form.styles.js';
import type { DraftPart } from './draft-part.js';
import { errorSummary } from './error-summary.js';
import { type FocusTarget, focusOn, showField } from './focus.js';
import { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';
import type { Form01Source } from './form01-file.js';
import { warnOfLoss } from './loss-warning.js';
import { PhotographsPart } from './photographs-part.js';
import { lowestUnit, PlaceNames } from './place-names.js';
import { awaited, type Problem, problemBox } from './problem.js';
import { progress, skippedNotes, stepHeading } from './progress.js';
import { Purposes } from './purposes.js';
import type { ReceiptView } from './receipt.js';
import { RecordedDeclaration } from './recorded-declaration.js';
import { styles as reviewStyles } from './review.styles.js';
import { type Rules, RulesLoader } from './rules-loader.js';
import { ScanOpener } from './scan-opener.js';
import { Sending } from './sending.js';
import { stepForm } from './step-form.js';
import { viewOf } from './view-of.js';
import { declarationFormWords } from './words.js';

export { type DeclarationFormEventMap, DeclarationStepChangeEvent, DeclarationSubmittedEvent } from './declaration-events.js';

/**
 * Tờ khai Mẫu 01: registers a person, a child or an organisation for e-transactions, adjusts what is registered or stops, step by step, and gives the receipt with
 * the form as PDF.
 *
 * The rules of the day come from the gateway, else from `rule-pack`. Nothing typed is lost by going back, by an error or by a cut line; a declaration that
 * is sent again by hand goes under the same key and is recorded once.
 *
 * @summary The declaration form in five steps, with its receipt.
 * @fires {DeclarationSubmittedEvent} submitted - The gateway took the declaration; `receipt` has its reference and deadline.
 * @fires {DeclarationStepChangeEvent} step-change - Another step is about to show; cancelable.
 * @slot intro - The host's own text above the form.
 * @slot help - The host's own text below the form, e.g. a hotline.
 * @slot receipt - The host's own text on the receipt.
 * @attr {'2021'|'2023'|'2025'} rule-pack - Fixes the rules instead of asking the gateway.
 * @attr {string} today - The day the form is filled, ISO date; with `rule-pack` only. Default: today in Vietnam.
 * @attr {'register'|'adjust'|'stop'} purpose - Chosen at first: what the declaration is for.
 * @attr {'individual'|'child'|'organisation'} subject - Chosen at first.
 * @attr {number} draft-days - How many days a draft is kept, sealed, in this browser; 0 for never, where computers are shared. Default 7.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart steps - The list of the steps.
 * @csspart heading - The heading of the step in hand.
 * @csspart summary - The errors of the step, as links.
 * @csspart problem - Why the declaration was not sent, or the form not opened.
 * @csspart field - One field with its label.
 * @csspart label - The label of a field.
 * @csspart input - A text field.
 * @csspart error - The sentence that says what is wrong.
 * @csspart warning - The sentence that says what to look at again.
 * @csspart address - The address field.
 * @csspart photo - A photo field.
 * @csspart identity - The offer to verify the identity instead, and its confirmation.
 * @csspart agency - The agency picker.
 * @csspart review - One section of the review.
 * @csspart scan - The ways to fill the form by scanning a card, with what the last scan did.
 * @csspart scanned - That a field was read from a card.
 * @csspart camera - The dialog of the camera that scans.
 * @csspart check - The code of the e-mail address, or the typed check, before the declaration is sent.
 * @csspart draft - The choice of a draft that was found, and how long this one is kept.
 * @csspart commitment - The commitment with its box.
 * @csspart notice - What is told beforehand, or was skipped.
 * @csspart correction - Why the declaration came back, with the fields to correct.
 * @csspart deadline - The date the paper is due, with the time left.
 * @csspart receipt - The receipt.
 * @csspart reference - The reference on the receipt.
 * @csspart download - The button that saves Mẫu 01.
 * @csspart actions - The buttons of a step.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, links, focus ring, the step in hand.
 */
export class BhxhDeclarationForm extends KitElement {
  /** @internal */
  static override styles = [foundation, controls, styles, reviewStyles];

  @property({ attribute: 'rule-pack' }) rulePack?: RulePackId;
  @property() today = '';
  @property() purpose: DeclarationPurpose = 'register';
  @property() subject?: SubjectType;
  /** Days a draft is kept, sealed, in this browser; 0 where computers are shared. Read when the form opens. */
  @property({ type: Number, attribute: 'draft-days' }) draftDays = 7;
  /** The agencies themselves, when no client is to be asked. */
  @property({ attribute: false }) agencies?: readonly AgencyRow[];
  /** The administrative units themselves, when no client is to be asked. */
  @property({ attribute: false }) units?: readonly Unit[];
  /** What the page knows of the person: the guardian signed in, the sex as a scanned paper says. Of a verified identity and of VNeID the gateway's own word alone counts. */
  @property({ attribute: false }) circumstances: Omit<Circumstances, 'identityVerified' | 'vneid'> = {};

  /** A rejected declaration that `corrections.open` gave back, also as `correction` of the status element's event: the form begins with everything in it (O4). */
  @property({ attribute: false }) correction?: Correction;

  /** Who came by VNeID, as `finishVneid` of `@bhxh-kit/client/vneid` gave it: the form is filled, and asks neither photographs nor paper (A10). Kept nowhere. */
  @property({ attribute: false }) vneid?: VneidResult;

  @state() private sending = false;
  @state() private problem: Problem | undefined;

  protected readonly t = this.speak(declarationFormWords);
  protected readonly common = this.speak(commonWords);
  readonly #deadlineWords = this.speak(deadlineWords);
  readonly #rules = new RulesLoader(this);
  readonly #names = new PlaceNames(this);
  readonly #photographs = new PhotographsPart(this);
  readonly #purposes = new Purposes(this);
  readonly #correcting = correcting(this, this.#purposes);
  readonly #recorded = new RecordedDeclaration(this);
  readonly #scan = new ScanOpener(this, () => this.#session!);
  readonly #sending = new Sending(this, () => void this.#record(this.#session!));
  readonly #childSentences = new WeakMap<Element, string>();
  #session: FormSession | undefined;
  #drafts: DraftPart | undefined;
  #rulesInUse: Rules | undefined;
  #vneidInUse: VneidResult | undefined;
  #clientInUse: BhxhClient | undefined;
  #stopHearing: (() => void) | undefined;
  /** What takes the focus after the next rendering. */
  #focusNext: FocusTarget | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopHearing?.();
    this.#clientInUse = undefined;
    warnOfLoss(this, false);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const client = this.activeClient;
    const another = client !== this.#clientInUse;
    if (another) {
      this.#stopHearing?.();
      this.#stopHearing = client?.onSessionChange?.(() => this.requestUpdate());
      this.#clientInUse = client;
    }
    if (changed.has('rulePack') || changed.has('today') || another || this.#rules.state === 'idle') this.#findRules(client);
    this.#adopt();
  }

  #findRules(client: BhxhClient | undefined): void {
    if (this.rulePack || !client) this.#rules.settle(this.rulePack, this.today);
    else void this.#rules.ask(client);
  }

  /** Brings rules, language and what is known of the person into the form. */
  #adopt(): void {
    const { rules } = this.#rules;
    if (!rules) return;
    const circumstances = { ...this.circumstances, guardianSignedIn: this.circumstances.guardianSignedIn ?? this.activeClient?.signedIn ?? false };
    const start = { ...rules, locale: this.#locale, purpose: this.purpose, subject: this.subject, circumstances };
    if (!this.#session) {
      this.#session = new FormSession(start, () => this.requestUpdate());
      if (this.draftDays > 0 && !this.correction) this.#keepDrafts().catch(() => undefined);
    }
    if (this.#rulesInUse && this.#rulesInUse !== rules && this.#session.form.step !== 'receipt') this.#session.underRules(rules);
    this.#rulesInUse = rules;
    this.#session.under(this.#locale, circumstances);
    if (this.vneid && this.vneid !== this.#vneidInUse) void this.#scan.fillFrom((this.#vneidInUse = this.vneid));
    if (!this.correction) return;
    if (this.#correcting.state === 'idle') void this.#correcting.load();
    this.#correcting.value?.begin(this.#session, this.correction, this.#goOnWith);
  }

  /** R20. Loaded beside the form; where it does not come the form is as it was, and warns of what is lost. */
  async #keepDrafts(): Promise<void> {
    const { DraftPart } = await import('./draft-part.js');
    this.#drafts = new DraftPart(this, checkTools, {
      session: () => this.#session!,
      client: () => this.activeClient,
      kind: [this.purpose, this.subject, this.rulePack],
      days: this.draftDays,
      ready: (form) => this.#purposes.ready(form),
      goOn: this.#goOnWith,
      focus: () => focusOn(this.renderRoot, 'heading'),
    });
  }

  /** Goes on with a form that was begun before, once `Purposes.ready` for it. */
  readonly #goOnWith = (...[form, pictures]: Parameters<FormSession['goOnWith']>) => {
    this.#focusNext = 'heading';
    this.#session!.goOnWith(form, pictures);
    if (form.step === 'review') void this.#askNames();
  };

  protected override updated(): void {
    const form = this.#session?.form;
    if (!form) return;
    tellChildren(this.renderRoot, this.#view, this.#childSentences);
    warnOfLoss(this, this.isConnected && this.#session!.begun && form.step !== 'receipt' && !this.#drafts?.safe);
    if (this.#focusNext) focusOn(this.renderRoot, this.#focusNext);
    this.#focusNext = undefined;
  }

  get #locale(): 'vi' | 'en' {
    return this.language === 'en' ? 'en' : 'vi';
  }

  /** Waits for the photo field too, where it is being loaded. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await Promise.all([this.#photographs.settled, this.#purposes.settled, this.#scan.settled, this.#correcting.settled]);
    return done && !this.isUpdatePending;
  }

  /** What templates read. */
  get #view(): FormView {
    const { activeClient: client, agencies, units, language, overrides } = this;
    const t = this.#purposes.words(this.t, this.#session!.form);
    const goTo = (step: StepId, field?: FieldId) => this.#make(this.#session!.to(step), field);
    return viewOf(this.#session!, this.#names, {
      t,
      client,
      agencies,
      units,
      language,
      overrides,
      goTo,
      scan: this.#scan,
      identityVerifier: this.#rules.rules?.identityVerifier,
    });
  }

  /** Makes a move unless the host stops it; the focus goes to the new step, the errors, or the field that was asked for. */
  #make(move: Move, field?: FieldId): void {
    const from = this.#session!.form.step;
    const to = move.form.step;
    if (to !== from && !this.dispatchEvent(new DeclarationStepChangeEvent(from, to))) return;
    this.problem = undefined;
    this.#focusNext = move.faults.length > 0 ? 'summary' : (field ?? 'heading');
    this.#session!.make(move);
    const { activeClient: client } = this;
    if (from === 'subject' && client?.signedIn && move.form.purpose !== 'register') void this.#purposes.fill(client, (known) => this.#session!.fill(known));
    if (to === 'review') void this.#askNames();
  }

  #askNames(): Promise<void> {
    const { form } = this.#session!;
    const units = sourceFor({ units: this.units, assetsBase: this.assetsBase, client: this.activeClient });
    return this.#names.ask(units, this.activeClient, { scheme: form.pack.addressScheme, unit: lowestUnit(form), agency: textOf(form, 'agency') });
  }

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    if (this.sending || !this.#session) return;
    if (!this.#purposes.knows(this.#session.form)) {
      void this.#purposes.load().then(() => this.#purposes.knows(this.#session!.form) && this.#onSubmit(event));
      return;
    }
    const move = this.#session.next();
    if (this.#session.form.step === 'review' && move.faults.length === 0) void this.#record(this.#session);
    else this.#make(move);
  };

  async #record(session: FormSession): Promise<void> {
    const client = this.activeClient;
    if (!client) {
      this.#complain(this.t('noClient'), false);
      return;
    }
    this.problem = undefined;
    // What was amiss before is not any more.
    session.summary = [];
    this.sending = true;
    const sent = await this.#sending.send(session, client, this.#locale, this.t('broken'));
    this.sending = false;
    if (sent.end === 'received') {
      this.#recorded.take(sent.submission, sent.receipt);
      this.#focusNext = 'heading';
      this.dispatchEvent(new DeclarationSubmittedEvent(sent.receipt));
      return;
    }
    if (sent.end === 'superseded') await this.#rules.ask(client);
    if (sent.end === 'incomplete' || sent.end === 'asked') this.#focusNext = sent.end === 'asked' ? 'check' : 'summary';
    else this.#complain(sent.sentence, sent.end === 'failed' && sent.again);
  }

  #complain(sentence: string, again: boolean): void {
    this.problem = { sentence, again };
    this.#focusNext = this.#session!.summary.length > 0 ? 'summary' : 'problem';
    this.requestUpdate();
  }

  async #form01Source(): Promise<Omit<Form01Source, 'submission'>> {
    await this.#askNames();
    const { form, pictures } = this.#session!;
    const { activeClient: client, assetsBase } = this;
    const { addressText, placeNamed } = this.#view;
    return { receipt: form.receipt!, addressText: placeNamed ? addressText : undefined, portrait: pictures.get('portrait'), client, assetsBase };
  }

  protected override render(): TemplateResult {
    const session = this.#session;
    if (!session) return awaited(this.#rules.state === 'failed', this.t('rulesFailed'), this.common, () => this.#findRules(this.activeClient));
    if (this.correction && !this.#correcting.value)
      return awaited(this.#correcting.state === 'failed', this.t('partFailed'), this.common, () => void this.#correcting.load());
    const view = this.#view;
    const receipt = session.form.step === 'receipt';
    return html`<slot name="intro"></slot><div class="sheet">
      ${receipt ? nothing : progress(view)}
      <h2 class="heading step-head" part="heading" tabindex="-1">${receipt ? this.t('received') : stepHeading(view)}</h2>
      ${this.#drafts?.render('above')}
      ${skippedNotes(view).map((note) => html`<p class="notice" part="notice">${note}</p>`)}
      ${this.#correcting.value?.render(view)}
      ${this.problem ? problemBox(this.problem, this.t, this.sending, this.#onSubmit) : nothing}
      ${this.#purposes.awaited(view.form, this.t, this.common)}
      ${errorSummary(view, session.summary, (field) => showField(this.renderRoot, field))}
      ${receipt ? html`${this.#sending.receipt(view, this.#receiptView())}<slot name="receipt"></slot>` : this.#step(view)}
      ${this.#sending.render(view)}
      ${this.#drafts?.render('below')}
    </div><slot name="help"></slot>`;
  }

  #step(view: FormView): TemplateResult {
    const back = () => this.#make(this.#session!.back());
    return stepForm(view, this.#photographs.render(view, this.common), this.#purposes.step(view), { sending: this.sending, submit: this.#onSubmit, back });
  }

  #receiptView(): ReceiptView {
    const { form } = this.#session!;
    const receipt = form.receipt!;
    return {
      receipt,
      handIn: textOf(form, 'handIn') as HandIn,
      office: this.#names.agency(receipt.agencyCode, this.agencies).at(-1),
      deadline: this.#recorded.deadline(this.#deadlineWords, receipt),
      file: this.#recorded.file,
      worded: (t) => this.#purposes.words(t, form),
      save: () => void this.#recorded.save(() => this.#form01Source()),
    };
  }
}

export interface BhxhDeclarationForm {
  addEventListener<K extends keyof DeclarationFormEventMap>(
    type: K,
    listener: (this: BhxhDeclarationForm, event: DeclarationFormEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-declaration-form': BhxhDeclarationForm;
  }
}
