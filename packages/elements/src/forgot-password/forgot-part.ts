import type { OutputOf, operations } from '@bhxh-kit/contract';
// By their own files: through the first entry a bundler that splits would cut what the elements share into more chunks.
import { PASSWORD_MIN } from '@bhxh-kit/domain/accounts/password.js';
import { parseBhxhNumber } from '@bhxh-kit/domain/numbers/bhxh-number.js';
import { parsePhone } from '@bhxh-kit/domain/numbers/phone.js';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { SheetActs, SheetPart } from '../account-sheet/account-sheet.js';
import { newPasswordFault, ruleOf } from '../account-sheet/password-rule.js';
import { boxView, showChoice } from '../account-sheet/secret-box.js';
import { isSpent, type Outcome, SheetCalls } from '../account-sheet/sheet-calls.js';
import type { PartTools } from '../foundation/part-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import { forgotWords } from './forgot-words.js';

type Box = 'number' | 'contact' | 'new';
type Sent = OutputOf<(typeof operations)['passwords']['requestReset']>;

/** Quên mật khẩu (A6): number and registered contact, then code and new password; the end. Says the same whether or not there is such an account. */
export class PasswordForgotten implements SheetPart {
  readonly #t: Translate<(typeof forgotWords)['vi']>;
  readonly #calls: SheetCalls<'sending' | 'setting'>;
  #view: 'person' | 'password' | 'done' = 'person';
  #typed: Record<Box, string> = { number: '', contact: '', new: '' };
  #faults: Partial<Record<Box, string>> = {};
  #problem = '';
  #shown = false;
  #sent: Sent | undefined;
  /** Of whom the code that is out was asked, and until when it works by the clock of the page. */
  #sentFor = '';
  #goodUntil = 0;

  constructor(
    private readonly host: ReactiveControllerHost & Listener,
    private readonly acts: SheetActs,
    private readonly tools: PartTools,
  ) {
    this.#t = tools.translator(forgotWords, host);
    const words = {
      noClient: () => this.#t('noClient'),
      failed: () => this.#t('failed'),
      locked: (minutes: number) => this.#t('locked', { minutes }),
      tooSoon: (minutes: number) => this.#t('tooSoon', { minutes }),
    };
    this.#calls = new SheetCalls(host, acts, tools, words);
  }

  end(): void {
    this.#calls.end();
  }

  render(): TemplateResult {
    return this.#view === 'person' ? this.#person() : this.#view === 'password' ? this.#password() : this.#done();
  }

  #person(): TemplateResult {
    const { html, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const busy = this.#calls.busy !== undefined;
    return html`<h2 part="heading" tabindex="-1">${t('title')}</h2>
      <h3 class="step" tabindex="-1">${t('stepPerson')}</h3>
      ${this.#trouble()}
      <p>${t('intro')}</p>
      <form novalidate aria-busy=${String(busy)} @submit=${this.#next} @keydown=${ignoreComposedEnter}>
        ${this.#box('number')} ${this.#box('contact')}
        <div class="actions"><button type="submit" class="primary" ?disabled=${busy}>${busy ? t('sending') : t('send')}</button></div>
      </form>`;
  }

  #password(): TemplateResult {
    const { html, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const { busy } = this.#calls;
    // The number stays in the form, so that a password manager knows whose the new password is.
    return html`<h2 part="heading" tabindex="-1">${t('title')}</h2>
      <h3 class="step" tabindex="-1">${t('stepPassword')}</h3>
      ${this.#trouble()}
      <p id="sent" role="status">${t('sent', { contact: this.#typed.contact.trim() })}</p>
      <form novalidate aria-busy=${String(busy !== undefined)} @submit=${this.#set} @keydown=${ignoreComposedEnter}>
        <input type="text" name="username" autocomplete="username" .value=${digitsOf(this.#typed.number)} readonly hidden />
        <bhxh-one-time-code id="code" required .sent=${this.#sent} .sending=${busy === 'sending'} @send-again=${this.#sendAgain}></bhxh-one-time-code>
        ${this.#box('new')} ${showChoice(t('show'), this.#shown, this.#show, this.tools)}
        <div class="actions">
          <button type="submit" class="primary" ?disabled=${busy}>${busy === 'setting' ? t('setting') : t('set')}</button>
          <button type="button" id="back" class="quiet" ?disabled=${busy} @click=${() => this.#to('person', '.step')}>${t('back')}</button>
        </div>
      </form>
      <p class="hint">${t('notComing')}</p>`;
  }

  #done(): TemplateResult {
    return this.tools.html`<h2 part="heading" tabindex="-1">${this.#t('doneTitle')}</h2>
      <p>${this.#t('done')}</p>
      <slot name="done"></slot>`;
  }

  #trouble() {
    const { html, nothing } = this.tools;
    if (!this.#problem) return nothing;
    return html`<div class="problem" part="problem" role="alert" tabindex="-1"><h4>${this.#t('refusedTitle')}</h4><p>${this.#problem}</p></div>`;
  }

  #box(box: Box): TemplateResult {
    const t = this.#t;
    const write = (text: string) => {
      this.#typed[box] = text;
      if (box !== 'new') return;
      // What is typed now is told by the rule.
      delete this.#faults.new;
      this.host.requestUpdate();
    };
    const traits = {
      number: { hint: t('numberHint'), autocomplete: 'username' },
      contact: { hint: t('contactHint'), autocomplete: 'tel-national' },
      new: {
        hint: t('newHint', { min: PASSWORD_MIN }),
        rule: this.#faults.new ? '' : ruleOf(this.#typed.new, { short: t('ruleShort'), fine: t('ruleFine') }, this.#rule),
        autocomplete: 'new-password',
        secret: !this.#shown,
      },
    }[box];
    return boxView({ id: box, label: t(box), text: this.#typed[box], fault: this.#faults[box], ...traits }, write, this.tools);
  }

  get #rule() {
    return { bhxhNumber: digitsOf(this.#typed.number), locale: this.#calls.locale };
  }

  readonly #show = (shown: boolean) => {
    this.#shown = shown;
    this.host.requestUpdate();
  };

  /** Who is asked for, as it travels: a phone number in the form it is registered in. */
  get #asked(): { readonly bhxhNumber: string; readonly contact: string } {
    const phone = parsePhone(this.#typed.contact);
    return { bhxhNumber: digitsOf(this.#typed.number), contact: phone.ok ? phone.value.national : this.#typed.contact.trim() };
  }

  readonly #next = (event: Event) => {
    event.preventDefault();
    const { contact } = this.#asked;
    const faults = {
      number: parseBhxhNumber(this.#typed.number).ok ? '' : this.#t('numberWrong'),
      contact: parsePhone(contact).ok || /^[^\s@]+@[^\s@]+$/.test(contact) ? '' : this.#t('contactWrong'),
    };
    if (this.#calls.busy || !this.#right(faults)) return;
    // Back from the code without changing anything: the code that is out still works.
    if (this.#sent && this.#sentFor === JSON.stringify(this.#asked) && performance.now() < this.#goodUntil) this.#to('password', '.step');
    else void this.#send();
  };

  readonly #sendAgain = () => void this.#send();

  async #send(): Promise<void> {
    const asked = this.#asked;
    const outcome = await this.#calls.run('sending', async (client, signal) => {
      this.#sent = await client.passwords.requestReset(asked, { signal });
      this.#sentFor = JSON.stringify(asked);
      this.#goodUntil = performance.now() + Date.parse(this.#sent.expiresAt) - Date.parse(this.#sent.sentAt);
    });
    if (outcome === 'done') this.#to('password', '.step');
    else this.#tell(outcome);
  }

  readonly #set = (event: Event) => {
    event.preventDefault();
    const code = this.acts.code();
    if (this.#calls.busy || !code || !this.#sent) return;
    const typed = code.checkValidity();
    if (!typed) code.showError();
    const right = this.#right({ new: newPasswordFault(this.#typed.new, this.#t('newMissing'), this.#rule) });
    if (!typed) this.acts.focus('#code');
    if (typed && right) void this.#confirm({ ...this.#asked, codeId: this.#sent.codeId, oneTimeCode: code.value, newPassword: this.#typed.new });
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
    const outcome = await this.#calls.run('setting', (client, signal) => client.passwords.reset(confirmed, { signal }));
    if (outcome !== 'done') {
      this.#tell(outcome);
      return;
    }
    this.#typed = { number: '', contact: '', new: '' };
    this.#sent = undefined;
    this.#shown = false;
    this.#to('done', 'h2');
    this.acts.passwordChanged();
  }

  #tell(outcome: Exclude<Outcome, 'done'>): void {
    if (outcome === 'ended') return;
    const { field, fault, sentence } = outcome;
    if (isSpent(fault)) this.#goodUntil = 0;
    if (field === 'newPassword') this.#right({ new: sentence });
    else if (field === 'code') this.acts.focus('#code');
    else {
      this.#problem = sentence;
      this.acts.focus('.problem');
    }
  }

  /** Shows what is wrong, and brings the focus to the first of it; whether nothing is. */
  #right(faults: Partial<Record<Box, string>>): boolean {
    this.#faults = faults;
    this.#problem = '';
    const first = (['number', 'contact', 'new'] as const).find((box) => faults[box]);
    this.host.requestUpdate();
    if (first) this.acts.focus(`#${first}`);
    return first === undefined;
  }

  #to(view: 'person' | 'password' | 'done', focus: string): void {
    this.#view = view;
    this.#problem = '';
    this.#faults = {};
    this.acts.focus(focus);
  }
}

/** The number as it travels, out of a card number too. */
function digitsOf(text: string): string {
  const number = parseBhxhNumber(text);
  return number.ok ? number.value.digits : text;
}
