// By their own files: through the first entry a bundler that splits would cut what the elements share into more chunks.
import { PASSWORD_MIN } from '@bhxh-kit/domain/accounts/password.js';
import { parseBhxhNumber } from '@bhxh-kit/domain/numbers/bhxh-number.js';
import { parseActivationCode } from '@bhxh-kit/domain/review/activation-code.js';
import { reviewFaultWords } from '@bhxh-kit/domain/review/review-words.js';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { SheetActs } from '../account-sheet/account-sheet.js';
import { newPasswordFault } from '../account-sheet/password-rule.js';
import { contactOf, digitsOf } from '../account-sheet/person-typed.js';
import { boxView, showChoice } from '../account-sheet/secret-box.js';
import type { Outcome } from '../account-sheet/sheet-calls.js';
import { SheetForm } from '../account-sheet/sheet-form.js';
import type { PartTools } from '../foundation/part-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import { activationWords } from './activation-words.js';

type Box = 'number' | 'code' | 'password' | 'contact';

/** What the element does for its activation. */
export interface ActivationActs {
  /** The code of a link that was opened, once. */
  linked(): string | undefined;
  activated(): void;
}

/** Kích hoạt tài khoản (O3, A2): number, code and the first password; the way to another code; the end. */
export class Activation extends SheetForm<'choose' | 'request' | 'done', Box, 'activating' | 'sending'> {
  readonly #t: Translate<(typeof activationWords)['vi']>;
  /** Whether the code in the field is the link's. */
  #linked = false;

  constructor(
    host: ReactiveControllerHost & Listener,
    acts: SheetActs,
    tools: PartTools,
    private readonly own: ActivationActs,
  ) {
    const t = tools.translator(activationWords, host);
    super(host, acts, tools, t, { view: 'choose', boxes: ['number', 'code', 'password', 'contact'] });
    this.#t = t;
  }

  /** A link may have been opened: its code stands in the field. */
  look(): void {
    const code = this.own.linked();
    if (code === undefined) return;
    const read = parseActivationCode(code);
    this.view = 'choose';
    this.typed.code = read.ok ? `${read.value.slice(0, 4)}-${read.value.slice(4)}` : code;
    this.#linked = true;
    this.faults = {};
    this.clearTrouble();
  }

  render(): TemplateResult {
    return this.view === 'choose' ? this.#choose() : this.view === 'request' ? this.#request() : this.#done();
  }

  #choose(): TemplateResult {
    const { html, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const { busy } = this.calls;
    return html`<h2 part="heading" tabindex="-1">${t('title')}</h2>
      ${this.trouble(3)}
      <p>${t('intro')}</p>
      <p class="said" role="status">${this.said}</p>
      <form novalidate aria-busy=${String(busy !== undefined)} @submit=${this.#activate} @keydown=${ignoreComposedEnter}>
        ${this.#box('number')}
        ${this.#box('code')}
        ${this.#box('password')}
        ${showChoice(t('show'), this.shown, this.show, this.tools)}
        <div class="actions">
          <button type="submit" class="primary" ?disabled=${busy}>${busy ? t('activating') : t('activate')}</button>
          <button type="button" id="ask-new" class="quiet" ?disabled=${busy} @click=${this.#toRequest}>${t('askNew')}</button>
        </div>
      </form>`;
  }

  #request(): TemplateResult {
    const { html, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const { busy } = this.calls;
    return html`<h2 part="heading" tabindex="-1">${t('requestTitle')}</h2>
      ${this.trouble(3)}
      <p>${t('requestIntro')}</p>
      <form novalidate aria-busy=${String(busy !== undefined)} @submit=${this.#send} @keydown=${ignoreComposedEnter}>
        ${this.#box('number')} ${this.#box('contact')}
        <div class="actions">
          <button type="submit" class="primary" ?disabled=${busy}>${busy ? t('sending') : t('send')}</button>
          <button type="button" class="quiet" ?disabled=${busy} @click=${() => this.to('choose', '#code')}>${t('back')}</button>
        </div>
      </form>`;
  }

  #done(): TemplateResult {
    return this.tools.html`<h2 part="heading" tabindex="-1">${this.#t('doneTitle')}</h2>
      <p>${this.#t('done')}</p>
      <slot name="done"></slot>`;
  }

  #box(box: Box): TemplateResult {
    const t = this.#t;
    const traits = {
      // The account a password manager keeps the new password under.
      number: { hint: t('numberHint'), autocomplete: 'username' },
      code: { hint: this.#linked ? t('codeFromLink') : t('codeHint'), autocomplete: 'one-time-code', capitals: true },
      password: { hint: t('passwordHint', { min: PASSWORD_MIN }), autocomplete: 'new-password', secret: !this.shown },
      contact: { autocomplete: 'tel-national' },
    }[box];
    const write = (text: string) => {
      this.typed[box] = text;
      if (box === 'code' && this.#linked) {
        this.#linked = false;
        this.host.requestUpdate();
      }
    };
    return boxView({ id: box, label: t(box), text: this.typed[box], fault: this.faults[box], ...traits }, write, this.tools);
  }

  readonly #toRequest = () => this.to('request', this.typed.number ? '#contact' : '#number');

  readonly #activate = (event: Event) => {
    event.preventDefault();
    if (this.calls.busy || !this.right({ number: this.#numberFault(), code: this.#codeFault(), password: this.#passwordFault() })) return;
    const { number, code, password } = this.typed;
    void this.#call(
      this.calls.run('activating', (client, signal) =>
        client.accounts.activate({ bhxhNumber: digitsOf(number), activationCode: code.trim(), password }, { signal }),
      ),
      () => {
        this.finish('done');
        this.own.activated();
      },
    );
  };

  readonly #send = (event: Event) => {
    event.preventDefault();
    if (this.calls.busy || !this.right({ number: this.#numberFault(), contact: this.typed.contact.trim() ? '' : this.#t('contactMissing') })) return;
    const { number, contact } = this.typed;
    void this.#call(
      this.calls.run('sending', (client, signal) =>
        client.accounts.requestActivation({ bhxhNumber: digitsOf(number), contact: contactOf(contact) }, { signal }),
      ),
      () => {
        this.typed.code = '';
        this.#linked = false;
        this.to('choose', '#code', this.#t('sent'));
      },
    );
  };

  async #call(called: Promise<Outcome>, done: () => void): Promise<void> {
    this.clearTrouble();
    const outcome = await called;
    if (outcome === 'done') done();
    else if (outcome !== 'ended') this.#tell(outcome);
  }

  #tell({ sentence, code, field }: Exclude<Outcome, string>): void {
    if (field === 'password') this.right({ password: sentence });
    else this.complain(code === 'activation.refused' ? this.#reasons() : sentence);
  }

  #reasons(): TemplateResult {
    const t = this.#t;
    return this.tools.html`<p>${t('refused')}</p><ul><li>${t('refusedWrong')}</li><li>${t('refusedOver')}</li><li>${t('refusedUsed')}</li></ul>`;
  }

  #numberFault(): string {
    return parseBhxhNumber(this.typed.number).ok ? '' : this.#t('numberWrong');
  }

  #codeFault(): string {
    const code = parseActivationCode(this.typed.code);
    return code.ok ? '' : (reviewFaultWords(code.code, {}, this.calls.locale) ?? '');
  }

  #passwordFault(): string {
    const { number, password } = this.typed;
    return newPasswordFault(password, this.#t('passwordMissing'), { bhxhNumber: digitsOf(number), locale: this.calls.locale });
  }
}
