import type { ResentNotice } from '@bhxh-kit/contract';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import { resendingWords } from './resending-words.js';

/** Gửi lại thông báo (R12, R13): sends the notice of receipt again, and says where it went, masked, and when it may be asked for once more. */
export class Resending {
  readonly #t: Translate<(typeof resendingWords)['vi']>;
  #said = '';
  #fault = '';
  #busy = false;

  /** `momentText` gives a moment in words, which the element has. */
  constructor(
    private readonly host: ReactiveControllerHost & Listener,
    private readonly tools: PartTools,
    private readonly momentText: (instant: string, language: string) => string,
  ) {
    this.#t = tools.translator(resendingWords, host);
  }

  /** The button keeps the focus: what came of it is said politely, beside it. */
  render(): TemplateResult {
    const { html, nothing } = this.tools;
    return html`<p role="status">${this.#said}</p>
      <div role="alert">${this.#fault ? html`<p class="error" part="error">${this.#fault}</p>` : nothing}</div>`;
  }

  /** Never rejects; one at a time. */
  async send(resend: () => Promise<ResentNotice>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#tell(this.#t('resending'));
    try {
      const { sentTo, sendAgainAt } = await resend();
      const contacts = this.#inWords(sentTo);
      if (contacts) this.#tell(this.#t('resent', { contacts, moment: this.momentText(sendAgainAt, this.host.language) }));
      else this.#tell('', this.#t('resentNowhere'));
    } catch (failure) {
      this.#tell('', this.#reasonOf(failure));
    }
    this.#busy = false;
  }

  #inWords(sentTo: readonly string[]): string {
    const contacts = sentTo.map((contact) => this.#t(contact.includes('@') ? 'resentEmail' : 'resentPhone', { contact }));
    const [phone = '', email] = contacts;
    return email ? this.#t('resentBoth', { phone, email }) : phone;
  }

  #reasonOf(failure: unknown): string {
    const { isApiError, isBhxhError } = this.tools;
    if (isApiError(failure) && failure.code === 'notice.too-soon' && failure.retryAfter)
      return this.#t('resentTooSoon', { count: Math.ceil(failure.retryAfter / 60) });
    return isBhxhError(failure) ? failure.userMessage(this.host.language === 'en' ? 'en' : 'vi') : this.#t('resentFailed');
  }

  #tell(said: string, fault = ''): void {
    this.#said = said;
    this.#fault = fault;
    this.host.requestUpdate();
  }
}
