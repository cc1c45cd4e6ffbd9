import type { BhxhClient } from '@bhxh-kit/client';
// By their own files: through the first entry a bundler that splits would cut what the elements share into more chunks.
import { PASSWORD_MIN, parsePassword } from '@bhxh-kit/domain/accounts/password.js';
import { parseBhxhNumber } from '@bhxh-kit/domain/numbers/bhxh-number.js';
import { parsePhone } from '@bhxh-kit/domain/numbers/phone.js';
import { parseActivationCode } from '@bhxh-kit/domain/review/activation-code.js';
import { reviewFaultWords } from '@bhxh-kit/domain/review/review-words.js';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { PartTools } from '../foundation/part-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import { type Box, boxView } from './activation-box.js';
import { activationWords } from './activation-words.js';

/** What the element does for its activation. */
export interface ActivationActs {
  client(): BhxhClient | undefined;
  focus(selector: string): void;
  activated(): void;
}

type Problem = 'refused' | { readonly sentence: string };

/** Kích hoạt tài khoản (O3, A2): number, code and the first password; the way to another code; the end. Nothing typed leaves the memory of the page. */
export class Activation {
  readonly #t: Translate<(typeof activationWords)['vi']>;
  #view: 'choose' | 'request' | 'done' = 'choose';
  #typed: Record<Box, string> = { number: '', code: '', password: '', contact: '' };
  #faults: Partial<Record<Box, string>> = {};
  #problem: Problem | undefined;
  #said = '';
  #shown = false;
  #linked = false;
  #busy: 'activating' | 'sending' | undefined;
  #abort: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Listener,
    private readonly acts: ActivationActs,
    private readonly tools: PartTools,
  ) {
    this.#t = tools.translator(activationWords, host);
  }

  /** A link was opened: its code stands in the field. */
  take(code: string): void {
    const read = parseActivationCode(code);
    this.#view = 'choose';
    this.#typed.code = read.ok ? `${read.value.slice(0, 4)}-${read.value.slice(4)}` : code;
    this.#linked = true;
    this.#problem = undefined;
    this.#faults = {};
    this.host.requestUpdate();
  }

  /** Ends what is under way: the element was taken away. */
  end(): void {
    this.#abort?.abort();
    this.#busy = undefined;
  }

  render(): TemplateResult {
    return this.#view === 'choose' ? this.#choose() : this.#view === 'request' ? this.#request() : this.#done();
  }

  #choose(): TemplateResult {
    const { html, live, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    return html`<h2 part="heading" tabindex="-1">${t('title')}</h2>
      ${this.#trouble()}
      <p>${t('intro')}</p>
      <p class="said" role="status">${this.#said}</p>
      <form novalidate aria-busy=${String(this.#busy !== undefined)} @submit=${this.#activate} @keydown=${ignoreComposedEnter}>
        ${this.#box('number')}
        ${this.#box('code')}
        ${this.#box('password')}
        <label class="choice"><input id="show" type="checkbox" .checked=${live(this.#shown)} @change=${this.#show} /> <span>${t('show')}</span></label>
        <div class="actions">
          <button type="submit" class="primary" ?disabled=${this.#busy}>${this.#busy ? t('activating') : t('activate')}</button>
          <button type="button" id="ask-new" class="quiet" ?disabled=${this.#busy} @click=${this.#toRequest}>${t('askNew')}</button>
        </div>
      </form>`;
  }

  #request(): TemplateResult {
    const { html, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    return html`<h2 part="heading" tabindex="-1">${t('requestTitle')}</h2>
      ${this.#trouble()}
      <p>${t('requestIntro')}</p>
      <form novalidate aria-busy=${String(this.#busy !== undefined)} @submit=${this.#send} @keydown=${ignoreComposedEnter}>
        ${this.#box('number')} ${this.#box('contact')}
        <div class="actions">
          <button type="submit" class="primary" ?disabled=${this.#busy}>${this.#busy ? t('sending') : t('send')}</button>
          <button type="button" class="quiet" ?disabled=${this.#busy} @click=${() => this.#to('choose', '#code')}>${t('back')}</button>
        </div>
      </form>`;
  }

  #done(): TemplateResult {
    return this.tools.html`<h2 part="heading" tabindex="-1">${this.#t('doneTitle')}</h2>
      <p>${this.#t('done')}</p>
      <slot name="done"></slot>`;
  }

  #trouble() {
    const { html, nothing } = this.tools;
    const t = this.#t;
    if (!this.#problem) return nothing;
    const said =
      this.#problem === 'refused'
        ? html`<p>${t('refused')}</p><ul><li>${t('refusedWrong')}</li><li>${t('refusedOver')}</li><li>${t('refusedUsed')}</li></ul>`
        : html`<p>${this.#problem.sentence}</p>`;
    return html`<div class="problem" part="problem" role="alert" tabindex="-1"><h3>${t('refusedTitle')}</h3>${said}</div>`;
  }

  #box(box: Box): TemplateResult {
    const { tools, host } = this;
    const hint = {
      number: this.#t('numberHint'),
      code: this.#linked ? this.#t('codeFromLink') : this.#t('codeHint'),
      password: this.#t('passwordHint', { min: PASSWORD_MIN }),
      contact: '',
    }[box];
    const write = (text: string) => {
      this.#typed[box] = text;
      if (box === 'code' && this.#linked) {
        this.#linked = false;
        host.requestUpdate();
      }
    };
    return boxView({ box, label: this.#t(box), hint, text: this.#typed[box], fault: this.#faults[box], shown: this.#shown }, write, tools);
  }

  readonly #show = (event: Event) => {
    this.#shown = (event.target as HTMLInputElement).checked;
    this.host.requestUpdate();
  };

  readonly #toRequest = () => this.#to('request', this.#typed.number ? '#contact' : '#number');

  readonly #activate = (event: Event) => {
    event.preventDefault();
    if (this.#busy || !this.#right({ number: this.#numberFault(), code: this.#codeFault(), password: this.#passwordFault() })) return;
    const { number, code, password } = this.#typed;
    void this.#call(
      'activating',
      (client, signal) => client.accounts.activate({ bhxhNumber: digitsOf(number), activationCode: code.trim(), password }, { signal }),
      () => {
        this.#typed = { number: '', code: '', password: '', contact: '' };
        this.#shown = false;
        this.#to('done', 'h2');
        this.acts.activated();
      },
    );
  };

  readonly #send = (event: Event) => {
    event.preventDefault();
    if (this.#busy || !this.#right({ number: this.#numberFault(), contact: this.#typed.contact.trim() ? '' : this.#t('contactMissing') })) return;
    const { number, contact } = this.#typed;
    const phone = parsePhone(contact);
    void this.#call(
      'sending',
      (client, signal) =>
        client.accounts.requestActivation({ bhxhNumber: digitsOf(number), contact: phone.ok ? phone.value.national : contact.trim() }, { signal }),
      () => {
        this.#typed.code = '';
        this.#linked = false;
        this.#to('choose', '#code', this.#t('sent'));
      },
    );
  };

  async #call(busy: 'activating' | 'sending', call: (client: BhxhClient, signal: AbortSignal) => PromiseLike<unknown>, done: () => void): Promise<void> {
    const client = this.acts.client();
    if (!client) {
      this.#complain({ sentence: this.#t('noClient') });
      return;
    }
    const { signal } = (this.#abort = new AbortController());
    this.#busy = busy;
    this.#problem = undefined;
    this.#said = '';
    this.host.requestUpdate();
    try {
      await call(client, signal);
      if (signal.aborted) return;
      this.#busy = undefined;
      done();
    } catch (failure) {
      if (signal.aborted) return;
      this.#busy = undefined;
      this.#refused(failure);
    }
  }

  #refused(failure: unknown): void {
    const { isApiError, isBhxhError } = this.tools;
    if (!isApiError(failure)) return this.#complain({ sentence: isBhxhError(failure) ? failure.userMessage(this.#locale) : this.#t('failed') });
    const [fault] = failure.fieldErrors.filter(({ pointer }) => pointer === '/password');
    if (fault) {
      this.#right({ password: reviewFaultWords(fault.code, fault.facts as Record<string, string>, this.#locale) ?? failure.userMessage(this.#locale) });
      return;
    }
    if (failure.code === 'activation.refused') return this.#complain('refused');
    const locked = failure.code === 'session.locked';
    this.#complain({ sentence: locked ? this.#t('locked', { minutes: Math.ceil((failure.retryAfter ?? 60) / 60) }) : failure.userMessage(this.#locale) });
  }

  #numberFault(): string {
    return parseBhxhNumber(this.#typed.number).ok ? '' : this.#t('numberWrong');
  }

  #codeFault(): string {
    const code = parseActivationCode(this.#typed.code);
    return code.ok ? '' : (reviewFaultWords(code.code, {}, this.#locale) ?? '');
  }

  #passwordFault(): string {
    const { number, password } = this.#typed;
    if (!password) return this.#t('passwordMissing');
    const chosen = parsePassword(password, { bhxhNumber: digitsOf(number) });
    return chosen.ok ? '' : (reviewFaultWords(chosen.code, chosen.facts, this.#locale) ?? '');
  }

  /** Shows what is wrong, and brings the focus to the first of it; whether nothing is. */
  #right(faults: Partial<Record<Box, string>>): boolean {
    this.#faults = faults;
    this.#problem = undefined;
    const first = (['number', 'code', 'password', 'contact'] as const).find((box) => faults[box]);
    if (first) this.acts.focus(`#${first}`);
    return first === undefined;
  }

  #complain(problem: Problem): void {
    this.#problem = problem;
    this.acts.focus('.problem');
  }

  #to(view: 'choose' | 'request' | 'done', focus: string, said = ''): void {
    this.#view = view;
    this.#problem = undefined;
    this.#faults = {};
    this.#said = said;
    this.acts.focus(focus);
  }

  get #locale(): 'vi' | 'en' {
    return this.host.language === 'en' ? 'en' : 'vi';
  }
}

/** The number as it travels, out of a card number too. */
function digitsOf(text: string): string {
  const number = parseBhxhNumber(text);
  return number.ok ? number.value.digits : text;
}
