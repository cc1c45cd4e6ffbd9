import type { OutputOf, operations } from '@bhxh-kit/contract';
// By their own files: through the first entry a bundler that splits would cut what the elements share into more chunks.
import { PASSWORD_MIN } from '@bhxh-kit/domain/accounts/password.js';
import { parseBhxhNumber } from '@bhxh-kit/domain/numbers/bhxh-number.js';
import { parsePhone } from '@bhxh-kit/domain/numbers/phone.js';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { SheetActs } from '../account-sheet/account-sheet.js';
import type { PasswordActs } from '../account-sheet/password-changed-event.js';
import { newPasswordFault, ruleOf } from '../account-sheet/password-rule.js';
import { boxView, showChoice } from '../account-sheet/secret-box.js';
import { contactOf, digitsOf } from '../account-sheet/person-typed.js';
import { SentCode } from '../account-sheet/sent-code.js';
import { isSpent, type Outcome } from '../account-sheet/sheet-calls.js';
import { SheetForm } from '../account-sheet/sheet-form.js';
import type { PartTools } from '../foundation/part-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import { forgotWords } from './forgot-words.js';

type Box = 'number' | 'contact' | 'new';
type Sent = OutputOf<(typeof operations)['passwords']['requestReset']>;

/** Quên mật khẩu (A6): number and registered contact, then code and new password; the end. Says the same whether or not there is such an account. */
export class PasswordForgotten extends SheetForm<'person' | 'password' | 'done', Box, 'sending' | 'setting'> {
  readonly #t: Translate<(typeof forgotWords)['vi']>;
  readonly #code = new SentCode<Sent>();
  /** Of whom the code that is out was asked. */
  #sentFor = '';

  constructor(
    host: ReactiveControllerHost & Listener,
    protected override readonly acts: SheetActs & PasswordActs,
    tools: PartTools,
  ) {
    const t = tools.translator(forgotWords, host);
    super(host, acts, tools, t, { view: 'person', boxes: ['number', 'contact', 'new'] }, { tooSoon: (minutes) => t('tooSoon', { minutes }) });
    this.#t = t;
  }

  render(): TemplateResult {
    return this.view === 'person' ? this.#person() : this.view === 'password' ? this.#password() : this.#done();
  }

  #person(): TemplateResult {
    const { html, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const busy = this.calls.busy !== undefined;
    return html`<h2 part="heading" tabindex="-1">${t('title')}</h2>
      <h3 class="step" tabindex="-1">${t('stepPerson')}</h3>
      ${this.trouble()}
      <p>${t('intro')}</p>
      <form novalidate aria-busy=${String(busy)} @submit=${this.#next} @keydown=${ignoreComposedEnter}>
        ${this.#box('number')} ${this.#box('contact')}
        <div class="actions"><button type="submit" class="primary" ?disabled=${busy}>${busy ? t('sending') : t('send')}</button></div>
      </form>`;
  }

  #password(): TemplateResult {
    const { html, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const { busy } = this.calls;
    // The number stays in the form, so that a password manager knows whose the new password is.
    return html`<h2 part="heading" tabindex="-1">${t('title')}</h2>
      <h3 class="step" tabindex="-1">${t('stepPassword')}</h3>
      ${this.trouble()}
      <p id="sent" role="status">${t('sent', { contact: this.typed.contact.trim() })}</p>
      <form novalidate aria-busy=${String(busy !== undefined)} @submit=${this.#set} @keydown=${ignoreComposedEnter}>
        <input type="text" name="username" autocomplete="username" .value=${digitsOf(this.typed.number)} readonly hidden />
        <bhxh-one-time-code id="code" required .sent=${this.#code.sent} .sending=${busy === 'sending'} @send-again=${this.#sendAgain}></bhxh-one-time-code>
        ${this.#box('new')} ${showChoice(t('show'), this.shown, this.show, this.tools)}
        <div class="actions">
          <button type="submit" class="primary" ?disabled=${busy}>${busy === 'setting' ? t('setting') : t('set')}</button>
          <button type="button" id="back" class="quiet" ?disabled=${busy} @click=${() => this.to('person', '.step')}>${t('back')}</button>
        </div>
      </form>
      <p class="hint">${t('notComing')}</p>`;
  }

  #done(): TemplateResult {
    return this.tools.html`<h2 part="heading" tabindex="-1">${this.#t('doneTitle')}</h2>
      <p>${this.#t('done')}</p>
      <slot name="done"></slot>`;
  }

  #box(box: Box): TemplateResult {
    const t = this.#t;
    const write = (text: string) => {
      this.typed[box] = text;
      if (box !== 'new') return;
      // What is typed now is told by the rule.
      delete this.faults.new;
      this.host.requestUpdate();
    };
    const traits = {
      number: { hint: t('numberHint'), autocomplete: 'username' },
      contact: { hint: t('contactHint'), autocomplete: 'tel-national' },
      new: {
        hint: t('newHint', { min: PASSWORD_MIN }),
        rule: this.faults.new ? '' : ruleOf(this.typed.new, { short: t('ruleShort'), fine: t('ruleFine') }, this.#rule),
        autocomplete: 'new-password',
        secret: !this.shown,
      },
    }[box];
    return boxView({ id: box, label: t(box), text: this.typed[box], fault: this.faults[box], ...traits }, write, this.tools);
  }

  get #rule() {
    return { bhxhNumber: digitsOf(this.typed.number), locale: this.calls.locale };
  }

  /** Who is asked for, as it travels: a phone number in the form it is registered in. */
  get #asked(): { readonly bhxhNumber: string; readonly contact: string } {
    return { bhxhNumber: digitsOf(this.typed.number), contact: contactOf(this.typed.contact) };
  }

  readonly #next = (event: Event) => {
    event.preventDefault();
    const { contact } = this.#asked;
    const faults = {
      number: parseBhxhNumber(this.typed.number).ok ? '' : this.#t('numberWrong'),
      contact: parsePhone(contact).ok || /^[^\s@]+@[^\s@]+$/.test(contact) ? '' : this.#t('contactWrong'),
    };
    if (this.calls.busy || !this.right(faults)) return;
    // Back from the code without changing anything: the code that is out still works.
    if (this.#code.good && this.#sentFor === JSON.stringify(this.#asked)) this.to('password', '.step');
    else void this.#send();
  };

  readonly #sendAgain = () => void this.#send();

  async #send(): Promise<void> {
    const asked = this.#asked;
    const outcome = await this.calls.run('sending', async (client, signal) => {
      this.#code.take(await client.passwords.requestReset(asked, { signal }));
      this.#sentFor = JSON.stringify(asked);
    });
    if (outcome === 'done') this.to('password', '.step');
    else this.#tell(outcome);
  }

  readonly #set = (event: Event) => {
    event.preventDefault();
    const code = this.acts.code();
    const { sent } = this.#code;
    if (this.calls.busy || !code || !sent) return;
    const typed = code.checkValidity();
    if (!typed) code.showError();
    const right = this.right({ new: newPasswordFault(this.typed.new, this.#t('newMissing'), this.#rule) });
    if (!typed) this.acts.focus('#code');
    if (typed && right) void this.#confirm({ ...this.#asked, codeId: sent.codeId, oneTimeCode: code.value, newPassword: this.typed.new });
  };

  async #confirm({
    contact: _,
    ...confirmed
  }: {
    bhxhNumber: string;
    contact: string;
    codeId: string;
    oneTimeCode: string;
    newPassword: string;
  }): Promise<void> {
    const outcome = await this.calls.run('setting', (client, signal) => client.passwords.reset(confirmed, { signal }));
    if (outcome !== 'done') {
      this.#tell(outcome);
      return;
    }
    this.#code.sent = undefined;
    this.finish('done');
    this.acts.passwordChanged();
  }

  #tell(outcome: Exclude<Outcome, 'done'>): void {
    if (outcome === 'ended') return;
    const { field, fault, sentence } = outcome;
    if (isSpent(fault)) this.#code.spend();
    if (field === 'newPassword') this.right({ new: sentence });
    else if (field === 'code') this.acts.focus('#code');
    else this.complain(sentence);
  }
}
