import type { BhxhClient } from '@bhxh-kit/client';
import type { Correction, DeclarationKey, DeclarationProgress } from '@bhxh-kit/contract';
// By their own files: through the first entry a bundler that splits would cut what the elements share into more chunks.
import { parseActivationCode } from '@bhxh-kit/domain/review/activation-code.js';
import { reasonWords } from '@bhxh-kit/domain/review/review-words.js';
import type { nothing, ReactiveControllerHost, TemplateResult } from 'lit';
import type { DeclarationSubmittedEvent } from '../declaration-form/declaration-events.js';
import type { PartTools } from '../foundation/part-tools.js';
import type { Catalogue, Listener, Translate } from '../foundation/words.js';
import type { RejectionActs } from './rejection.js';
import { rejectionWords } from './rejection-words.js';

/** What a page may style of the form while it stands here. */
const FORM_PARTS = [
  ...['steps', 'heading', 'summary', 'problem', 'field', 'label', 'input', 'error', 'warning', 'address', 'photo', 'agency', 'review', 'check'],
  ...['commitment', 'notice', 'correction', 'deadline', 'receipt', 'reference', 'download', 'actions'],
].join(', ');

/** Milliseconds between two codes, as the gateway keeps them apart. */
const BETWEEN = 60_000;

/** Chưa được chấp nhận (O4, R17): the reasons in words, each with its way out, and the code that gives everything back for correcting. */
export class RejectionPart {
  readonly #t: Translate<(typeof rejectionWords)['vi']>;
  #asking = false;
  #typed = '';
  #fault = '';
  #said = '';
  #busy: 'sending' | 'opening' | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** The reference it was sent under anew. */
  #anew = '';

  constructor(
    private readonly host: ReactiveControllerHost & Listener,
    private readonly acts: RejectionActs,
    private readonly tools: PartTools,
  ) {
    this.#t = tools.translator(rejectionWords, host);
  }

  /** Forgets what was typed: another declaration is followed, or the element was taken away. */
  forget(): void {
    clearTimeout(this.#resting);
    this.#asking = false;
    this.#typed = this.#fault = this.#said = '';
    this.#busy = this.#resting = undefined;
  }

  /** `until` is the last moment for correcting in words. */
  render(
    { reasons = [], words, correctableUntil = '', correctedAs, now }: DeclarationProgress,
    until: string,
    key: DeclarationKey,
    client: BhxhClient,
  ): TemplateResult {
    const { html, nothing } = this.tools;
    const t = this.#t;
    const correctable = correctableUntil > now;
    return html`<section class="rejection" part="rejection" aria-labelledby="reasons-title">
      <h3 id="reasons-title">${t('reasonsTitle')}</h3>
      <ul class="reasons">
        ${reasons.map((reason) => this.#reason(reason))}
      </ul>
      ${words ? html`<p class="officer"><strong>${t('officerWrites')}</strong> ${words}</p>` : nothing}
      ${correctableUntil ? html`<p>${correctable ? t('correctable', { moment: until }) : t('tooLate')}</p>` : nothing}
      ${correctable ? (this.#asking ? this.#code(key, client) : this.#begin()) : nothing}
      ${correctedAs ? this.#corrected(correctedAs) : nothing}
      <p role="status">${this.#said}</p>
    </section>`;
  }

  /** The declaration in the form, and once it was sent the way on to the new one. */
  form(correction: Correction, client: BhxhClient | undefined, messages: Catalogue | undefined): TemplateResult {
    const { html, nothing } = this.tools;
    const received = ({ receipt }: DeclarationSubmittedEvent) => {
      this.#anew = receipt.reference;
      this.host.requestUpdate();
    };
    return html`<bhxh-declaration-form exportparts=${FORM_PARTS} .client=${client} .messages=${messages} .correction=${correction} @submitted=${received}></bhxh-declaration-form>
      ${this.#anew ? html`<p class="actions no-print"><button type="button" id="follow-new" @click=${() => this.acts.follow(this.#anew)}>${this.#t('followNew')}</button></p>` : nothing}`;
  }

  /** It was handed in again: what counts is the other one. */
  #corrected(reference: string): TemplateResult {
    const { html } = this.tools;
    return html`<p>${this.#t('corrected', { reference })}</p>
      <p class="actions no-print"><button type="button" id="follow-corrected" class="primary" @click=${() => this.acts.follow(reference)}>${this.#t('followCorrected')}</button></p>`;
  }

  #reason(reason: string): TemplateResult {
    const { told, wayOut } = reasonWords(reason, this.host.language === 'en' ? 'en' : 'vi');
    return this.tools.html`<li><strong>${told}</strong> ${wayOut}</li>`;
  }

  #begin(): TemplateResult {
    const begin = () => {
      this.#asking = true;
      this.#said = '';
      this.acts.focus('#correction-code');
    };
    return this.tools.html`<button type="button" id="correct" class="primary" part="correct" @click=${begin}>${this.#t('correct')}</button>`;
  }

  #code(key: DeclarationKey, client: BhxhClient): TemplateResult | typeof nothing {
    const { html, live, nothing, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const open = (event: Event) => {
      event.preventDefault();
      void this.#open(key, client);
    };
    return html`<form novalidate aria-labelledby="code-title" aria-busy=${String(this.#busy !== undefined)} @submit=${open} @keydown=${ignoreComposedEnter}>
      <h3 id="code-title">${t('codeTitle')}</h3>
      <div class="field">
        <label class="label" for="correction-code">${t('code')}<span class="required" aria-hidden="true"> *</span></label>
        <p class="hint" id="code-hint">${t('codeHint')}</p>
        <input
          id="correction-code" part="input" type="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" aria-required="true" .value=${live(this.#typed)}
          aria-invalid=${this.#fault ? 'true' : nothing} aria-describedby=${this.#fault ? 'code-hint code-error' : 'code-hint'} @input=${this.#write}
        />
        <div role="alert">${this.#fault ? html`<p class="error" part="error" id="code-error">${this.#fault}</p>` : nothing}</div>
      </div>
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${this.#busy}>${this.#busy === 'opening' ? t('opening') : t('open')}</button>
        <button type="button" id="send-code" ?disabled=${this.#busy !== undefined || this.#resting !== undefined} aria-describedby="send-code-hint" @click=${() => void this.#send(key, client)}>
          ${this.#busy === 'sending' ? t('sendingCode') : t('sendCode')}
        </button>
      </div>
      <p class="hint" id="send-code-hint">${t('sendCodeHint')}</p>
    </form>`;
  }

  readonly #write = (event: Event) => {
    this.#typed = (event.target as HTMLInputElement).value;
  };

  async #open(key: DeclarationKey, client: BhxhClient): Promise<void> {
    if (this.#busy) return;
    const code = parseActivationCode(this.#typed);
    if (!code.ok) {
      this.#complain(this.#t(code.code === 'activation-code.empty' ? 'codeMissing' : 'codeShape'));
      return;
    }
    this.#turn('opening');
    try {
      const correction = await client.corrections.open({ ...key, correctionCode: code.value });
      this.forget();
      this.#anew = '';
      if (!this.acts.open(correction)) this.#said = this.#t('handedOver');
      this.host.requestUpdate();
    } catch (failure) {
      this.#turn(undefined);
      this.#complain(this.#reasonOf(failure));
    }
  }

  async #send(key: DeclarationKey, client: BhxhClient): Promise<void> {
    if (this.#busy) return;
    this.#turn('sending');
    try {
      await client.corrections.requestCode(key);
      this.#said = this.#t('codeSent');
      this.#resting = setTimeout(() => {
        this.#resting = undefined;
        this.host.requestUpdate();
      }, BETWEEN);
      this.#turn(undefined);
      this.acts.focus('#correction-code');
    } catch (failure) {
      this.#turn(undefined);
      this.#complain(this.#reasonOf(failure));
    }
  }

  #reasonOf(failure: unknown): string {
    const { isApiError, isBhxhError } = this.tools;
    if (isApiError(failure) && failure.code === 'correction.refused') return this.#t('codeRefused');
    if (isApiError(failure) && failure.code === 'session.locked') return this.#t('codeLocked', { minutes: Math.ceil((failure.retryAfter ?? 60) / 60) });
    return isBhxhError(failure) ? failure.userMessage(this.host.language === 'en' ? 'en' : 'vi') : this.#t('failed');
  }

  #complain(sentence: string): void {
    // An alert that does not change is not heard again.
    const again = sentence === this.#fault ? sentence : undefined;
    this.#fault = sentence;
    this.#said = '';
    this.acts.focus('#correction-code', again);
  }

  #turn(busy: 'sending' | 'opening' | undefined): void {
    this.#busy = busy;
    if (busy) this.#fault = this.#said = '';
    this.host.requestUpdate();
  }
}
