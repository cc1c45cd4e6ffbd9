import type { OutputOf, operations } from '@bhxh-kit/contract';
import { PASSWORD_MIN } from '@bhxh-kit/domain/accounts/password.js';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { SheetActs } from '../account-sheet/account-sheet.js';
import type { PasswordActs } from '../account-sheet/password-changed-event.js';
import { newPasswordFault, ruleOf } from '../account-sheet/password-rule.js';
import { boxView, showChoice } from '../account-sheet/secret-box.js';
import { SentCode } from '../account-sheet/sent-code.js';
import { isSpent, type Outcome } from '../account-sheet/sheet-calls.js';
import { SheetForm } from '../account-sheet/sheet-form.js';
import type { PartTools } from '../foundation/part-tools.js';
import type { Listener, Translate } from '../foundation/words.js';
import { changeWords } from './change-words.js';

type Box = 'current' | 'new' | 'again';
type Age = OutputOf<(typeof operations)['passwords']['age']>;
type Sent = OutputOf<(typeof operations)['passwords']['requestChange']>;

/** What the page gave the element. */
export interface ChangeGiven {
  readonly ticket: string | undefined;
  readonly bhxhNumber: string | undefined;
}

/** Which field a pointer of the gateway means. */
const BOX_OF: Readonly<Record<string, Box>> = { currentPassword: 'current', newPassword: 'new' };

/** Đổi mật khẩu (A3, A4): the one in use and the new one, then the code; the end. Nothing typed leaves the memory of the page. */
export class PasswordChange extends SheetForm<'passwords' | 'code' | 'done', Box, 'sending' | 'changing'> {
  readonly #t: Translate<(typeof changeWords)['vi']>;
  readonly #code = new SentCode<Sent>();
  #age: Age | 'failed' | undefined;
  #ticket: string | undefined;
  /** Whose age was asked for: another client, or another session of it, has another. */
  #askedOf: unknown;

  constructor(
    host: ReactiveControllerHost & Listener,
    protected override readonly acts: SheetActs & PasswordActs,
    tools: PartTools,
    private readonly given: () => ChangeGiven,
  ) {
    const t = tools.translator(changeWords, host);
    super(host, acts, tools, t, { view: 'passwords', boxes: ['current', 'new', 'again'] });
    this.#t = t;
  }

  look(): void {
    const { ticket } = this.given();
    // Another sign-in asks for another change.
    if (ticket !== this.#ticket) {
      this.#ticket = ticket;
      this.#begin();
    }
    const client = this.acts.client();
    const whose = client?.signedIn && ticket === undefined ? client : undefined;
    if (whose === this.#askedOf) return;
    this.#askedOf = whose;
    this.#age = undefined;
    // Who signs in next on this page is perhaps somebody else; that it is done stays to be read until then.
    if (whose || this.view !== 'done') this.#begin();
    if (whose) void this.#fetchAge();
  }

  #begin(): void {
    this.calls.end();
    this.forget();
    this.#code.spend();
    this.#code.sent = undefined;
    this.view = 'passwords';
  }

  async #fetchAge(): Promise<void> {
    const client = this.acts.client();
    const age = await client?.passwords.age().catch(() => 'failed' as const);
    if (this.#askedOf !== client) return;
    this.#age = age;
    this.host.requestUpdate();
  }

  render(): TemplateResult {
    const { html } = this.tools;
    if (this.view === 'done') return this.#done();
    if (this.given().ticket === undefined && !this.acts.client()?.signedIn)
      return html`<h2 part="heading" tabindex="-1">${this.#t('title')}</h2>
        <p>${this.#t('signedOut')}</p>
        <slot name="signed-out"></slot>`;
    return this.view === 'passwords' ? this.#passwords() : this.#codeStep();
  }

  #passwords(): TemplateResult {
    const { html, nothing, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const { ticket, bhxhNumber } = this.given();
    const busy = this.calls.busy !== undefined;
    return html`<h2 part="heading" tabindex="-1">${t('title')}</h2>
      ${ticket === undefined ? this.#ageView() : html`<p>${t('overdue')}</p>`}
      <h3 class="step" tabindex="-1">${t('stepPasswords')}</h3>
      ${this.trouble()}
      <form novalidate aria-busy=${String(busy)} @submit=${this.#next} @keydown=${ignoreComposedEnter}>
        ${bhxhNumber === undefined ? nothing : html`<input type="text" name="username" autocomplete="username" .value=${bhxhNumber} readonly hidden />`}
        ${ticket === undefined ? this.#box('current') : nothing} ${this.#box('new')} ${this.#box('again')}
        ${showChoice(t('show'), this.shown, this.show, this.tools)}
        <div class="actions"><button type="submit" class="primary" ?disabled=${busy}>${busy ? t('sending') : t('next')}</button></div>
      </form>`;
  }

  #ageView() {
    const { html, nothing } = this.tools;
    const age = this.#age;
    if (age === undefined) return nothing;
    if (age === 'failed') return html`<p class="hint">${this.#t('ageFailed')}</p>`;
    const dates = { changed: this.#day(age.changedAt), due: this.#day(age.dueAt, -1) };
    return html`<p id="age">${age.overdue ? this.#t('ageOver', dates) : this.#t('age', dates)}</p>`;
  }

  /** The day in Vietnam, as it is read: `05/01/2026`. The moment a password is overdue is the end of its last day. */
  #day(instant: string, milliseconds = 0): string {
    return new Date(Date.parse(instant) + milliseconds).toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' });
  }

  #codeStep(): TemplateResult {
    const { html, ignoreComposedEnter } = this.tools;
    const t = this.#t;
    const { busy } = this.calls;
    return html`<h2 part="heading">${t('title')}</h2>
      <h3 class="step" tabindex="-1">${t('stepCode')}</h3>
      ${this.trouble()}
      <p class="said" role="status">${this.said}</p>
      <p>${t('codeIntro')}</p>
      <form novalidate aria-busy=${String(busy !== undefined)} @submit=${this.#change} @keydown=${ignoreComposedEnter}>
        <bhxh-one-time-code id="code" required .sent=${this.#code.sent} .sending=${busy === 'sending'} @send-again=${this.#sendAgain}></bhxh-one-time-code>
        <div class="actions">
          <button type="submit" class="primary" ?disabled=${busy}>${busy === 'changing' ? t('changing') : t('change')}</button>
          <button type="button" id="back" class="quiet" ?disabled=${busy} @click=${() => this.to('passwords', '.step')}>${t('back')}</button>
        </div>
      </form>`;
  }

  #done(): TemplateResult {
    return this.tools.html`<h2 part="heading" tabindex="-1">${this.#t('doneTitle')}</h2>
      <p>${this.given().ticket === undefined ? this.#t('done') : this.#t('doneOverdue')}</p>
      <slot name="done"></slot>`;
  }

  #box(box: Box): TemplateResult {
    const write = (text: string) => {
      this.typed[box] = text;
      if (box !== 'new') return;
      // What is typed now is told by the rule.
      delete this.faults.new;
      this.host.requestUpdate();
    };
    const view = {
      id: box,
      label: this.#t(box),
      ...(box === 'new' && {
        hint: this.#t('newHint', { min: PASSWORD_MIN }),
        rule: this.faults.new ? '' : ruleOf(this.typed.new, { short: this.#t('ruleShort'), fine: this.#t('ruleFine') }, this.#rule),
      }),
      text: this.typed[box],
      fault: this.faults[box],
      autocomplete: box === 'current' ? 'current-password' : 'new-password',
      secret: !this.shown,
    };
    return boxView(view, write, this.tools);
  }

  get #rule() {
    return { bhxhNumber: this.given().bhxhNumber ?? '', old: this.typed.current, locale: this.calls.locale };
  }

  readonly #next = (event: Event) => {
    event.preventDefault();
    const { current, new: chosen, again } = this.typed;
    const faults = {
      current: this.given().ticket === undefined && current === '' ? this.#t('currentMissing') : '',
      new: newPasswordFault(chosen, this.#t('newMissing'), this.#rule),
      again: again === chosen ? '' : this.#t('againDiffers'),
    };
    if (this.calls.busy || !this.right(faults)) return;
    // Back from the code to another new password: the code that is out confirms that one too.
    if (this.#code.good) this.to('code', '.step', this.#t('stillGood'));
    else void this.#send();
  };

  readonly #sendAgain = () => void this.#send();

  async #send(): Promise<void> {
    const { ticket } = this.given();
    const outcome = await this.calls.run('sending', async (client, signal) => {
      const sending =
        ticket === undefined
          ? client.passwords.requestChange({ currentPassword: this.typed.current }, { signal })
          : client.passwords.requestOverdueChange({ ticket }, { signal });
      this.#code.take(await sending);
    });
    if (outcome === 'done') this.to('code', '.step');
    else this.#tell(outcome);
  }

  readonly #change = (event: Event) => {
    event.preventDefault();
    const code = this.acts.code();
    const { sent } = this.#code;
    if (this.calls.busy || !code || !sent) return;
    if (!code.checkValidity()) {
      code.showError();
      this.acts.focus('#code');
      return;
    }
    void this.#confirm({ codeId: sent.codeId, oneTimeCode: code.value, newPassword: this.typed.new });
  };

  async #confirm(confirmed: { readonly codeId: string; readonly oneTimeCode: string; readonly newPassword: string }): Promise<void> {
    const { ticket } = this.given();
    this.clearTrouble();
    const outcome = await this.calls.run('changing', (client, signal) =>
      ticket === undefined ? client.passwords.change(confirmed, { signal }) : client.passwords.changeOverdue({ ...confirmed, ticket }, { signal }),
    );
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
    const { field = '', fault, sentence } = outcome;
    const box = BOX_OF[field];
    // The code was used up by the question whether the new password is the one in use.
    if (isSpent(fault) || fault === 'password.same') this.#code.spend();
    if (box) {
      this.view = 'passwords';
      this.right({ [box]: sentence });
    } else if (field === 'code') this.acts.focus('#code');
    else this.complain(sentence);
  }
}
