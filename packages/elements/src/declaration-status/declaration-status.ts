import type { BhxhClient } from '@bhxh-kit/client';
import { isBhxhError } from '@bhxh-kit/client/errors';
import type { Correction, DeclarationProgress } from '@bhxh-kit/contract';
import type { DeclarationStatus } from '@bhxh-kit/domain';
// By their own files: the form, which is loaded for a correction, shares no more with this than it must.
import { parsePhone } from '@bhxh-kit/domain/numbers/phone.js';
import { formFileName, parseReference } from '@bhxh-kit/domain/references/reference.js';
import { parseEmail } from '@bhxh-kit/domain/text/email.js';
import { codeName, faultMessage } from '@bhxh-kit/domain/wording';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { CallCheck } from '../checks/call-check.js';
import { DeadlineClock } from '../deadline/deadline-clock.js';
import { deadlineNote, momentText } from '../deadline/deadline-note.js';
import { deadlineWords } from '../deadline/words.js';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { foundation } from '../foundation/foundation.styles.js';
import { KitElement } from '../foundation/kit-element.js';
import { LaterActs } from '../foundation/later-acts.js';
import { NextFocus } from '../foundation/next-focus.js';
import { noticeStyles } from '../foundation/notice.styles.js';
import { partTools } from '../foundation/part-tools.js';
import { problemBox } from '../foundation/problem-box.js';
import { property, state } from '../foundation/property.js';
import { sheet } from '../foundation/sheet.styles.js';
import { hostSentences } from '../foundation/words.js';
import { stateWords } from '../foundation/words.state.js';
import { download } from '../printing/download.js';
import { DeclarationCorrectEvent, type DeclarationStatusEventMap } from './correct-event.js';
import { styles } from './declaration-status.styles.js';
import type { ProgressView, progressView } from './progress-view.js';
import { Rejection } from './rejection.js';
import type { Resending } from './resending.js';
import { declarationStatusWords } from './words.js';

export { DeclarationCorrectEvent, type DeclarationStatusEventMap } from './correct-event.js';

type Box = 'reference' | 'contact';

/**
 * Theo dõi tờ khai (R17): reference and phone number or e-mail address give the status, the deadline, what to do now and the form again.
 *
 * An unknown reference and a wrong contact get the same answer, as the gateway gives it. Nothing typed is kept outside the page.
 *
 * Until it is decided the notice of receipt can be sent again, to the contacts of the declaration and to no other; where it went is said masked (R12).
 *
 * A rejected declaration is told with its reasons; with the code of the message it opens here for correcting, in a `<bhxh-declaration-form>` that is loaded then: nothing is typed again (O4).
 *
 * @summary Shows where a declaration stands, and corrects a rejected one.
 * @fires {DeclarationCorrectEvent} correct - A rejected declaration was opened and is about to show here for correcting; cancelable, for a page that hands it to a form of its own.
 * @attr {string} reference - The reference, filled in ahead.
 * @attr {'light'|'dark'} theme - Fixes the colours.
 * @csspart root - Everything the element shows.
 * @csspart heading - The heading.
 * @csspart input - A text field.
 * @csspart problem - Why the gateway gave no answer.
 * @csspart reference - The reference.
 * @csspart status - Where the declaration stands.
 * @csspart deadline - The date the paper is due, with the time left.
 * @csspart history - What happened, oldest first.
 * @csspart download - The button that saves Mẫu 01.
 * @csspart resend - The button that sends the notice of receipt again.
 * @csspart rejection - Why it was not accepted, and the way to correct it.
 * @csspart correct - The button that begins the correction.
 * @csspart check - The typed check, where the gateway asks one.
 * @csspart error - The sentence that says what is wrong.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Buttons, links, focus ring.
 */
export class BhxhDeclarationStatus extends KitElement {
  /** @internal */
  static override styles = [foundation, controls, sheet, noticeStyles, styles];

  @property() reference = '';
  /** Where a declaration stands, where the page knows it from elsewhere: shown at once, and nothing is asked. */
  @property({ attribute: false }) progress: DeclarationProgress | undefined;

  @state() private contact = '';
  @state() private faults: Partial<Record<Box, string>> = {};
  @state() private problem = '';
  @state() private busy: 'follow' | 'form' | undefined;
  @state() private saved = '';
  /** What came back for correcting. */
  @state() private correction: Correction | undefined;

  protected readonly t = this.speak(declarationStatusWords);
  readonly #common = this.speak(stateWords);
  readonly #deadlineWords = this.speak(deadlineWords);
  readonly #later = new LaterActs(this, this.#common);
  readonly #rejection = new Rejection(this, this.#later, this.#common, {
    focus: (selector, why) => this.#focus.toFault(selector, why),
    open: (correction) => this.#correct(correction),
    follow: (reference) => this.#follow(reference),
  });
  readonly #followCheck = new CallCheck(this, { operation: 'declarations.follow', submit: 'challengeFollow', lasting: true });
  readonly #clock = new DeadlineClock(this);
  readonly #announcer = new Announcer(this);
  /** Loaded with the first answer. */
  #view: typeof progressView | undefined;
  #resending: Resending | undefined;
  #abort: AbortController | undefined;
  readonly #focus = new NextFocus(this, this.#announcer);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
    this.busy = undefined;
    this.#rejection.forget();
  }

  /** Waits for what is being loaded, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#later.settled;
    return done && !this.isUpdatePending;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { progress } = this;
    if (!changed.has('progress') || !progress) return;
    this.saved = '';
    this.#resending = undefined;
    this.#rejection.forget();
    this.#clock.start(progress.status === 'waiting-for-paper' ? progress.paperDueAt : undefined, progress.now);
    if (!this.#view) void this.#later.run(this.#fetchView);
  }

  readonly #fetchView = async () => {
    this.#view = (await import('./progress-view.js')).progressView;
    this.requestUpdate();
  };

  protected override updated(_: PropertyValues): void {
    this.#focus.give();
  }

  get #locale(): 'vi' | 'en' {
    return this.language === 'en' ? 'en' : 'vi';
  }

  /** What is asked with: numbers cleaned of what a paste brings along; what no parser understands goes as typed and is simply not found. */
  get #key() {
    const contact = this.contact.trim();
    const [phone, email] = [parsePhone(contact), parseEmail(contact)];
    return { reference: this.reference.trim(), contact: phone.ok ? phone.value.national : email.ok ? email.value : contact };
  }

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    if (this.busy) return;
    this.faults = this.#check();
    const wrong = (['reference', 'contact'] as const).find((box) => this.faults[box]);
    if (wrong) {
      this.#focus.toFault(`#${wrong}`, this.faults[wrong]);
    } else
      void this.#ask(
        'follow',
        async (client, signal) => {
          if (!this.#view) await this.#fetchView();
          return this.#followCheck.pass(client, signal, async (options) => client.declarations.follow(this.#key, options));
        },
        (progress) => this.#show(progress),
      );
  };

  #check(): Partial<Record<Box, string>> {
    const reference = parseReference(this.reference);
    return {
      ...(reference.ok ? {} : { reference: faultMessage(reference.code, reference.facts, this.#locale, { overrides: hostSentences(this) }) }),
      ...(this.contact.trim() ? {} : { contact: this.t('missing', { label: this.t('contact') }) }),
    };
  }

  #show(progress: DeclarationProgress): void {
    this.progress = progress;
    this.#focus.to('h2');
  }

  readonly #save = () => {
    if (this.#followCheck.asks) return;
    void this.#ask(
      'form',
      (client, signal) => this.#followCheck.pass(client, signal, async (options) => client.declarations.form(this.#key, options)),
      (bytes) => {
        this.#focus.to('[part=download]');
        this.saved = formFileName(this.progress!.reference);
        download(new Blob([bytes], { type: 'application/pdf' }), this.saved);
      },
    );
  };

  /** Loaded when somebody wants it: most have their notice. */
  readonly #resend = () => {
    const { activeClient: client, progress } = this;
    const key = this.#key;
    const signal = this.#abort?.signal;
    if (client && signal && !this.#followCheck.asks)
      void this.#later.run(async () => {
        const { Resending } = await import('./resending.js');
        const resending = this.#resending ?? new Resending(this, partTools, momentText);
        // Another may be followed meanwhile: nothing is said of this one there.
        if (this.progress === progress) this.#resending = resending;
        // Not waited for: a check in the middle of it waits for what is loaded. What is on its way goes on when another is followed.
        void resending.send(() => this.#followCheck.pass(client, signal, async ({ signal: _, ...options }) => client.notices.resend(key, options)));
      }, 'resend');
  };

  /** One question at a time; leaving the page ends it. */
  async #ask<Answer>(
    busy: 'follow' | 'form',
    ask: (client: BhxhClient, signal: AbortSignal) => PromiseLike<Answer>,
    take: (answer: Answer) => void,
  ): Promise<void> {
    const client = this.activeClient;
    const { signal } = (this.#abort = new AbortController());
    this.problem = '';
    if (!client) {
      this.#complain(this.t('noClient'));
      return;
    }
    this.busy = busy;
    try {
      const answer = await ask(client, signal);
      if (!signal.aborted) take(answer);
    } catch (failure) {
      if (!signal.aborted) this.#complain(isBhxhError(failure) ? failure.userMessage(this.#locale) : this.#common('actFailed'));
    }
    if (!signal.aborted) this.busy = undefined;
  }

  #complain(sentence: string): void {
    this.problem = sentence;
    this.#focus.to('.problem');
  }

  readonly #again = () => {
    this.#abort?.abort();
    this.busy = undefined;
    this.progress = undefined;
    this.problem = this.contact = '';
    this.#focus.to('#reference');
  };

  /** Shows the form in this place, unless the page takes what was opened; answers whether it is shown here. */
  #correct(correction: Correction): boolean {
    if (!this.dispatchEvent(new DeclarationCorrectEvent(correction))) return false;
    void this.#later.run(async () => {
      await import('../declaration-form/define.js');
      this.correction = correction;
    });
    return true;
  }

  /** The declaration that was sent anew is the one to follow. */
  #follow(reference: string): void {
    this.reference = reference;
    this.progress = this.correction = undefined;
    this.#focus.to('#reference');
  }

  protected override render(): TemplateResult {
    if (this.correction) return this.#rejection.form(this.correction, this);
    return html`<div class="sheet">
      <h2 part="heading" tabindex="-1">${this.progress ? this.t('answer', { reference: this.progress.reference, status: this.#statusName(this.progress.status) }) : this.t('title')}</h2>
      ${this.problem ? problemBox(this.t('failedTitle'), this.problem, 3) : nothing}
      ${this.progress ? this.#result(this.progress) : this.#question()}
      ${this.#followCheck.render()}${this.#announcer.region}
    </div>`;
  }

  #question(): TemplateResult {
    return html`<form novalidate @submit=${this.#onSubmit} aria-busy=${String(this.busy !== undefined)}>
      ${this.#box('reference', this.reference, this.t('referenceHint'))}${this.#box('contact', this.contact, '')}
      <button type="submit" class="primary" ?disabled=${this.busy}>${this.busy ? this.t('following') : this.t('follow')}</button>
    </form>`;
  }

  #box(box: Box, text: string, hint: string): TemplateResult {
    const fault = this.faults[box];
    const describedBy = [hint && `${box}-hint`, fault && `${box}-error`].filter(Boolean).join(' ') || nothing;
    return html`<div class="field">
      <label class="label" for=${box}>${this.t(box)}<span class="required" aria-hidden="true"> *</span></label>
      ${hint ? html`<p class="hint" id="${box}-hint">${hint}</p>` : nothing}
      <input
        id=${box} part="input" type="text" .value=${text} spellcheck="false" autocapitalize="none" aria-required="true" autocomplete=${box === 'contact' ? 'tel-national' : 'off'}
        aria-invalid=${fault ? 'true' : nothing} aria-describedby=${describedBy} @input=${(event: Event) => (this[box] = (event.target as HTMLInputElement).value)}
      />
      ${fault ? html`<p class="error" part="error" id="${box}-error">${fault}</p>` : nothing}
    </div>`;
  }

  readonly #statusName = (status: string): string => codeName('status', status as DeclarationStatus, this.#locale, hostSentences(this));

  #result(progress: DeclarationProgress): TemplateResult {
    const { status } = progress;
    const waiting = status === 'waiting-for-paper';
    const due = waiting ? progress.paperDueAt : undefined;
    // What is handed in has no contact to ask with.
    const mine = this.contact !== '';
    const open = mine && status !== 'cancelled' && status !== 'rejected';
    const next = `next-${status as DeclarationStatus}` as const;
    const shown: ProgressView = {
      progress,
      t: this.t,
      next: this.t(next in declarationStatusWords.vi ? next : 'next-other'),
      deadline: due ? deadlineNote(this.#deadlineWords, due, this.#clock.left, this.language) : nothing,
      rejection: this.#rejection.render(progress, this.#key, this.activeClient),
      statusName: this.#statusName,
      momentText: (instant: string) => momentText(instant, this.language),
    };
    return html`${this.#view?.(shown, partTools) ?? nothing}
      <div class="actions no-print">
        ${open ? html`<button type="button" class="primary" part="download" ?disabled=${this.busy} @click=${this.#save}>${this.busy ? this.t('fetching') : this.t('download')}</button>` : nothing}
        ${mine && (waiting || status === 'in-review') ? html`<button type="button" part="resend" @click=${this.#resend}>${this.t('resend')}</button>` : nothing}
        <button type="button" @click=${this.#again}>${this.t('another')}</button>
      </div>
      ${this.#later.notice()}${this.#resending?.render() ?? nothing}
      <p role="status">${this.saved ? this.t('downloaded', { file: this.saved }) : nothing}</p>`;
  }
}

export interface BhxhDeclarationStatus {
  addEventListener<K extends keyof DeclarationStatusEventMap>(
    type: K,
    listener: (this: BhxhDeclarationStatus, event: DeclarationStatusEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-declaration-status': BhxhDeclarationStatus;
  }
}
