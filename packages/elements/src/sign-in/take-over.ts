import type { BhxhClient } from '@bhxh-kit/client';
import { isApiError, isBhxhError } from '@bhxh-kit/client/errors';
import type { SentAccountCode, SignInStep } from '@bhxh-kit/contract';
import { formatMoment } from '@bhxh-kit/domain/text/format-moment.js';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import '../one-time-code/define.js';
import { problemBox } from '../foundation/problem-box.js';
import { type Listener, translator } from '../foundation/words.js';
import type { BhxhOneTimeCode } from '../one-time-code/one-time-code.js';
import { takeOverWords } from './take-over-words.js';

/** What the element does for it. */
export interface TakeOverActs {
  client(): BhxhClient | undefined;
  focus(selector: string): void;
  /** The field of the code, once it is there. */
  field(): BhxhOneTimeCode | null;
  signedIn(): void;
  /** Back to number and password, with a sentence that says why. */
  back(sentence?: string): void;
}

/** The account is in use on another device (A5): the warning, the code, and only then is the other one signed out. */
export class TakeOver {
  readonly #t;
  #sent: SentAccountCode | undefined;
  #problem: { readonly title: string; readonly sentence: string } | undefined;
  #busy: 'sending' | 'taking-over' | undefined;
  #abort: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Listener,
    private readonly acts: TakeOverActs,
  ) {
    this.#t = translator(takeOverWords, host);
  }

  /** Begins anew, with another ticket. */
  begin(): void {
    this.end();
    this.#sent = this.#problem = undefined;
  }

  /** Ends what is under way: the element was taken away. */
  end(): void {
    this.#abort?.abort();
    this.#busy = undefined;
  }

  render(step: SignInStep): TemplateResult {
    const t = this.#t;
    return html`<h2 part="heading" tabindex="-1">${t('takeOverTitle')}</h2>
      ${this.#problem ? problemBox(this.#problem.title, this.#problem.sentence, 3) : nothing}
      ${this.#sent ? this.#code(step, this.#sent) : this.#warning(step)}`;
  }

  #warning(step: SignInStep): TemplateResult {
    const t = this.#t;
    return html`<p>${step.signedInAt ? t('since', { since: formatMoment(step.signedInAt, this.#locale) }) : nothing} ${t('warning')}</p>
      <p>${t('proof')} ${t('notYou')}</p>
      <div class="actions">
        <button type="button" id="send-code" class="primary" ?disabled=${this.#busy} @click=${() => void this.#send(step)}>${this.#busy ? t('sendingCode') : t('sendCode')}</button>
        <button type="button" id="stay" class="quiet" ?disabled=${this.#busy} @click=${() => this.acts.back()}>${t('stay')}</button>
      </div>`;
  }

  #code(step: SignInStep, sent: SentAccountCode): TemplateResult {
    const t = this.#t;
    const takeOver = (event: Event) => {
      event.preventDefault();
      void this.#takeOver(step, sent);
    };
    return html`<form novalidate aria-busy=${String(this.#busy !== undefined)} @submit=${takeOver}>
      <p>${t('warning')}</p>
      <bhxh-one-time-code required .sent=${sent} .messages=${this.host.overrides[0]} ?sending=${this.#busy === 'sending'} @send-again=${() => void this.#send(step)}></bhxh-one-time-code>
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${this.#busy}>${this.#busy === 'taking-over' ? t('takingOver') : t('takeOver')}</button>
        <button type="button" class="quiet" ?disabled=${this.#busy} @click=${() => this.acts.back()}>${t('stay')}</button>
      </div>
      <p class="hint">${t('notReached')}</p>
    </form>`;
  }

  #send({ ticket }: SignInStep): Promise<void> {
    const send = async (client: BhxhClient, signal: AbortSignal) => {
      this.#sent = await client.devices.sendTakeOverCode({ ticket }, { signal });
      this.acts.focus('bhxh-one-time-code');
    };
    return this.#call('sending', send);
  }

  async #takeOver({ ticket }: SignInStep, { codeId }: SentAccountCode): Promise<void> {
    const field = this.acts.field();
    if (this.#busy || !field?.reportValidity()) return;
    const oneTimeCode = field.value;
    await this.#call('taking-over', async (client, signal) => {
      await client.devices.takeOver({ ticket, codeId, oneTimeCode }, { signal });
      this.acts.signedIn();
    });
  }

  async #call(busy: 'sending' | 'taking-over', call: (client: BhxhClient, signal: AbortSignal) => Promise<void>): Promise<void> {
    const client = this.acts.client();
    if (!client || this.#busy) return;
    const { signal } = (this.#abort = new AbortController());
    this.#busy = busy;
    this.#problem = undefined;
    this.host.requestUpdate();
    try {
      await call(client, signal);
    } catch (failure) {
      if (!signal.aborted) this.#refused(failure, busy);
    } finally {
      if (!signal.aborted) this.#busy = undefined;
      this.host.requestUpdate();
    }
  }

  #refused(failure: unknown, busy: 'sending' | 'taking-over'): void {
    if (isApiError(failure)) {
      if (failure.code === 'session.ticket-over') return this.acts.back(failure.userMessage(this.#locale));
      const fault = failure.fieldErrors.find(({ pointer }) => pointer === '/oneTimeCode');
      const field = this.acts.field();
      if (fault && field) {
        field.tell(fault);
        this.acts.focus('bhxh-one-time-code');
        return;
      }
    }
    const seconds = isApiError(failure) && failure.code === 'code.too-soon' ? failure.retryAfter : undefined;
    const sentence = seconds ? this.#t('tooSoon', { time: this.#time(seconds) }) : isBhxhError(failure) ? failure.userMessage(this.#locale) : '';
    this.#problem = { title: this.#t(busy === 'sending' ? 'codeFailed' : 'takeOverFailed'), sentence };
    this.acts.focus('.problem');
  }

  #time(seconds: number): string {
    return seconds > 120 ? this.#t('waitMinutes', { minutes: Math.ceil(seconds / 60) }) : this.#t('waitSeconds', { seconds: Math.ceil(seconds) });
  }

  get #locale(): 'vi' | 'en' {
    return this.host.language === 'en' ? 'en' : 'vi';
  }
}
