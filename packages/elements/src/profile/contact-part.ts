import type { BhxhClient } from '@bhxh-kit/client';
import type { ContactChange } from '@bhxh-kit/contract';
// By their own files: through the first entry a bundler that splits would cut what the elements share into more chunks.
import { parsePhone } from '@bhxh-kit/domain/numbers/phone.js';
import { parseOneTimeCode } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { parseEmail } from '@bhxh-kit/domain/text/email.js';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import { CodeClock } from '../one-time-code/code-clock.js';
import { contactWords } from './contact-words.js';

/** What the element does for the change of a contact. */
export interface ContactActs {
  client(): BhxhClient | undefined;
  /** `why` is what is wrong there: it is said where the focus is already. */
  focus(selector: string, why?: string): void;
  changed(): void;
  close(): void;
}

type Box = 'contact' | 'registeredCode' | 'newCode';

/** Longer than this nobody counts seconds. */
const COUNTED_MOST = 120;

/** Đổi liên hệ (A8, A4): the new contact; the code to the registered one and the code to the new one; the end. Nothing typed leaves the memory of the page. */
export class ContactPart {
  readonly #t: Translate<(typeof contactWords)['vi']>;
  #sent: ContactChange | undefined;
  #over = false;
  #typed: Record<Box, string> = { contact: '', registeredCode: '', newCode: '' };
  #faults: Partial<Record<Box, string>> = {};
  #problem = '';
  #said = '';
  #busy: 'sending' | 'changing' | undefined;
  #clock: CodeClock | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #abort: AbortController | undefined;

  constructor(
    private readonly kind: 'mobilePhone' | 'email',
    private readonly host: ReactiveControllerHost & Listener,
    private readonly acts: ContactActs,
    private readonly tools: PartTools,
  ) {
    this.#t = tools.translator(contactWords, host);
  }

  /** Ends what is under way: the element was taken away, or another contact is to be changed. */
  end(): void {
    this.#abort?.abort();
    clearInterval(this.#timer);
    this.#busy = undefined;
  }

  render(): TemplateResult {
    const { html, nothing, problemBox } = this.tools;
    const t = this.#t;
    const body = this.#over ? this.#done() : this.#sent ? this.#codes(this.#sent) : this.#ask();
    return html`<h3 id="contact-title" tabindex="-1">${t(this.kind === 'email' ? 'emailTitle' : 'phoneTitle')}</h3>
      ${this.#problem ? problemBox(t('problem'), this.#problem) : nothing}
      <p class="said" role="status">${this.#said}</p>
      ${body}`;
  }

  #ask(): TemplateResult {
    const { html, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const email = this.kind === 'email';
    return html`<p>${t('contactIntro')}</p>
      <form novalidate aria-labelledby="contact-title" aria-busy=${String(this.#busy !== undefined)} @submit=${this.#send} @keydown=${ignoreComposedEnter}>
        ${this.#box('contact', t(email ? 'newEmail' : 'newPhone'), t(email ? 'emailHint' : 'phoneHint'))}
        <div class="actions">
          <button type="submit" class="primary" ?disabled=${this.#busy}>${t(this.#busy ? 'sending' : 'sendCodes')}</button>
          <button type="button" class="quiet" id="cancel" @click=${this.acts.close}>${t('cancel')}</button>
        </div>
      </form>`;
  }

  #codes({ toRegistered, toNew }: ContactChange): TemplateResult {
    const { html, nothing, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const seconds = this.#clock?.secondsLeft ?? 0;
    return html`<form novalidate aria-labelledby="contact-title" aria-busy=${String(this.#busy !== undefined)} @submit=${this.#change} @keydown=${ignoreComposedEnter}>
      ${this.#box('registeredCode', t('registeredCode', { sentTo: toRegistered.sentTo }))} ${this.#box('newCode', t('newCode', { sentTo: toNew.sentTo }))}
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${this.#busy}>${t(this.#busy === 'changing' ? 'changing' : 'change')}</button>
        <button type="button" id="again" ?disabled=${this.#busy !== undefined || seconds > 0} aria-describedby="again-wait" @click=${this.#send}>${t(this.#busy === 'sending' ? 'sending' : 'sendAgain')}</button>
        <button type="button" class="quiet" id="other" ?disabled=${this.#busy} @click=${this.#other}>${t('otherContact')}</button>
        <button type="button" class="quiet" id="cancel" @click=${this.acts.close}>${t('cancel')}</button>
      </div>
      <p class="hint" id="again-wait">${t('wait')} ${seconds > 0 ? html`<span aria-hidden="true">${t('waitSeconds', { seconds })}</span>` : nothing}</p>
    </form>`;
  }

  /** Shows the seconds until codes can be sent again, while there are any. */
  #count(sent: ContactChange): void {
    this.#clock = new CodeClock(sent.toRegistered);
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (!this.#clock?.secondsLeft) clearInterval(this.#timer);
      this.host.requestUpdate();
    }, 1000);
  }

  #done(): TemplateResult {
    return this.tools.html`<div class="actions"><button type="button" id="cancel" @click=${this.acts.close}>${this.#t('done')}</button></div>`;
  }

  #box(box: Box, label: string, hint = ''): TemplateResult {
    const { html, live, nothing } = this.tools;
    const fault = this.#faults[box];
    const code = box !== 'contact';
    const describedBy = [hint && `${box}-hint`, fault && `${box}-error`].filter(Boolean).join(' ') || nothing;
    const autocomplete = code ? 'one-time-code' : this.kind === 'email' ? 'email' : 'tel-national';
    const inputmode = code ? 'numeric' : this.kind === 'email' ? 'email' : 'tel';
    return html`<div class="field" part="field">
      <label class="label" for=${box}>${label}<span class="required" aria-hidden="true"> *</span></label>
      ${hint ? html`<p class="hint" id="${box}-hint">${hint}</p>` : nothing}
      <input
        id=${box} name=${box} part="input" type="text" .value=${live(this.#typed[box])} autocomplete=${autocomplete} inputmode=${inputmode} autocapitalize="none"
        spellcheck="false" aria-required="true" aria-invalid=${fault ? 'true' : nothing} aria-describedby=${describedBy} @input=${(event: Event) => this.#write(box, event)}
      />
      ${fault ? html`<p class="error" part="error" id="${box}-error">${fault}</p>` : nothing}
    </div>`;
  }

  #write(box: Box, event: Event): void {
    this.#typed[box] = (event.target as HTMLInputElement).value;
    const { [box]: told, ...others } = this.#faults;
    if (told === undefined) return;
    this.#faults = others;
    this.host.requestUpdate();
  }

  readonly #send = (event: Event): void => {
    event.preventDefault();
    if (this.#busy || !this.#right({ contact: this.#contactFault() })) return;
    const { kind } = this;
    void this.#call(
      'sending',
      (client, signal) => client.contacts.sendCodes({ kind, contact: this.#typed.contact, locale: this.#locale }, { signal }),
      (sent) => {
        this.#sent = sent;
        this.#count(sent);
        this.#typed = { ...this.#typed, registeredCode: '', newCode: '' };
        this.#said = this.#t('codesSent', { registered: sent.toRegistered.sentTo, contact: sent.toNew.sentTo });
        this.acts.focus('#registeredCode');
      },
    );
  };

  readonly #change = (event: Event): void => {
    event.preventDefault();
    const { registeredCode, newCode } = this.#typed;
    const shape = (text: string) => (parseOneTimeCode(text).ok ? '' : this.#t('codeShape'));
    if (this.#busy || !this.#sent || !this.#right({ registeredCode: shape(registeredCode), newCode: shape(newCode) })) return;
    const { changeId } = this.#sent;
    void this.#call(
      'changing',
      (client, signal) => client.contacts.change({ changeId, registeredCode, newCode }, { signal }),
      () => {
        this.#over = true;
        clearInterval(this.#timer);
        this.#typed = { contact: '', registeredCode: '', newCode: '' };
        this.#said = this.#t(this.kind === 'email' ? 'emailDone' : 'phoneDone');
        this.acts.focus('#contact-title');
        this.acts.changed();
      },
    );
  };

  readonly #other = (): void => {
    clearInterval(this.#timer);
    this.#sent = undefined;
    this.#problem = this.#said = '';
    this.#faults = {};
    this.acts.focus('#contact');
  };

  async #call<Answer>(
    busy: 'sending' | 'changing',
    call: (client: BhxhClient, signal: AbortSignal) => PromiseLike<Answer>,
    done: (answer: Answer) => void,
  ): Promise<void> {
    const client = this.acts.client();
    if (!client) {
      this.#complain(this.#t('noClient'));
      return;
    }
    const { signal } = (this.#abort = new AbortController());
    this.#busy = busy;
    this.#problem = this.#said = '';
    this.host.requestUpdate();
    try {
      const answer = await call(client, signal);
      if (signal.aborted) return;
      this.#busy = undefined;
      done(answer);
      this.host.requestUpdate();
    } catch (failure) {
      if (signal.aborted) return;
      this.#busy = undefined;
      this.#refused(failure);
    }
  }

  #refused(failure: unknown): void {
    const { isApiError, isBhxhError } = this.tools;
    if (!isApiError(failure)) return this.#complain(isBhxhError(failure) ? failure.userMessage(this.#locale) : this.#t('wrong'));
    const faults = Object.fromEntries(failure.fieldErrors.map(({ pointer, code, facts }) => [pointer.slice(1), this.#faultWords(code, facts)]));
    if (!this.#right(faults)) return;
    if (failure.code !== 'code.too-soon') return this.#complain(failure.userMessage(this.#locale));
    const seconds = failure.retryAfter ?? 60;
    this.#complain(seconds > COUNTED_MOST ? this.#t('tooMany') : this.#t('tooSoon', { seconds }));
  }

  #faultWords(code: string, facts: Readonly<Record<string, unknown>> | undefined): string {
    const t = this.#t;
    if (code === 'contact.same') return t('same');
    if (code === 'one-time-code.wrong') return t('codeWrong', { count: Number(facts?.['triesLeft'] ?? 0) });
    if (code === 'one-time-code.locked') return t('codeLocked');
    if (code === 'one-time-code.expired') return t('codeOver');
    if (code.startsWith('one-time-code.')) return t('codeShape');
    return t(this.kind === 'email' ? 'emailWrong' : 'phoneWrong');
  }

  #contactFault(): string {
    const { contact } = this.#typed;
    const right = this.kind === 'email' ? parseEmail(contact).ok : parsePhone(contact).ok;
    return right ? '' : this.#t(this.kind === 'email' ? 'emailWrong' : 'phoneWrong');
  }

  /** Shows what is wrong, and brings the focus to the first of it; whether nothing is. */
  #right(faults: Partial<Record<Box, string>>): boolean {
    this.#faults = faults;
    this.#problem = '';
    const first = (['contact', 'registeredCode', 'newCode'] as const).find((box) => faults[box]);
    if (first) this.acts.focus(`#${first}`, faults[first]);
    return first === undefined;
  }

  #complain(problem: string): void {
    this.#problem = problem;
    this.acts.focus('.problem');
  }

  get #locale(): 'vi' | 'en' {
    return this.host.language === 'en' ? 'en' : 'vi';
  }
}
