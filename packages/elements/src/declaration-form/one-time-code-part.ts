import type { BhxhClient } from '@bhxh-kit/client';
import type { DeclarationSubmission, FormFault } from '@bhxh-kit/domain';
// By their own files: through the first entry a bundler that splits would cut the form's rules off into a chunk of their own.
import { parseOneTimeCode } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { type OneTimeCode, type OneTimeCodeState, oneTimeCodeState } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import type { TemplateResult } from 'lit';
import type { CheckSurroundings } from '../checks/check-surroundings.js';
import type { FormView } from './form-view.js';

/** Whose address is confirmed. */
type Address = Required<Pick<DeclarationSubmission, 'email' | 'subject'>>;

/**
 * Mã xác thực qua thư điện tử (R14): one field for the whole code, so that it can be pasted, filled in by the telephone and read by a screen reader; what changes by itself is
 * seen every second and said once. Its states are the domain's, by the gateway's clock.
 */
export class OneTimeCodePart {
  #id = '';
  #code: OneTimeCode | undefined;
  /** The gateway's clock less this device's, milliseconds. */
  #ahead = 0;
  #typed = '';
  /** What is wrong: as the form's faults are, or in words of the client. */
  #fault: FormFault | string = '';
  #said = '';
  #busy: 'sending' | 'confirming' | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly around: CheckSurroundings,
    private readonly address: Address,
    private readonly client: BhxhClient,
    private readonly confirmed: (emailConfirmation: string) => void,
  ) {}

  isFor(email: string, subject: string): boolean {
    return this.address.email === email && this.address.subject === subject;
  }

  /** Counts on where it was ended. */
  resume(): void {
    if (this.#code) this.#tick();
  }

  /** Ends its clock: a form that was taken away counts no seconds. */
  end(): void {
    clearInterval(this.#timer);
  }

  /** Sends a code. Never rejects: what failed is shown, with the way to try again. */
  async send(): Promise<void> {
    const { email, subject } = this.address;
    if (this.#busy || this.#state()?.kind === 'confirmed') return;
    const before = this.#typed;
    this.#turn('sending', '');
    try {
      const { codeId, sentAt } = await this.client.codes.send({ email, subject, locale: this.around.locale });
      this.#id = codeId;
      this.#code = { sentAt, tries: 0 };
      this.#ahead = Date.parse(sentAt) - Date.now();
      // What was typed meanwhile is of the new one, which came before this answer.
      if (this.#typed === before) this.#typed = '';
      this.#said = this.around.t('codeSent', { email });
      this.#tick();
    } catch (failure) {
      this.#said = '';
      this.#fault = this.#faultOf(failure);
    }
    this.#turn(undefined);
  }

  render(view: FormView): TemplateResult {
    const { t } = this.around;
    const { html, live, nothing } = this.around.tools;
    const state = this.#state();
    const open = state?.kind === 'sent';
    const told = typeof this.#fault === 'string' ? this.#fault : view.sentence(this.#fault);
    const fault = told || (state?.kind === 'expired' ? t('codeOver') : state?.kind === 'locked' ? t('codeLocked') : '');
    const change = () => view.goTo(view.asked('person').some(({ id }) => id === 'email') ? 'person' : 'adjustment', 'email');
    return html`<form class="field" part="check" novalidate aria-labelledby="code-title" aria-busy=${String(this.#busy !== undefined)} @submit=${this.#confirm}>
      <h3 id="code-title">${t('codeTitle')}</h3>
      <p id="code-said" role="status">${this.#busy === 'sending' ? t('codeSending') : this.#busy === 'confirming' ? t('codeConfirming') : this.#said}</p>
      <label class="label" part="label" for="field-one-time-code">${t('codeLabel')}</label>
      <input
        id="field-one-time-code" class="check short-10" part="input" type="text" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" aria-required="true"
        .value=${live(this.#typed)} aria-invalid=${fault ? 'true' : nothing} aria-describedby=${fault ? 'code-fault' : 'code-said'} @input=${this.#write}
      />
      <div id="code-fault" role="alert">${fault ? html`<p class="error" part="error">${fault}</p>` : nothing}</div>
      <div class="actions">
        <button type="submit" class="primary" ?disabled=${!open || this.#busy !== undefined}>${t('codeConfirm')}</button>
        <button type="button" ?disabled=${this.#busy !== undefined || this.#secondsLeft() > 0} aria-describedby="code-wait" @click=${() => void this.send()}>${t('codeAgain')}</button>
        <button type="button" class="quiet" @click=${change}>${t('codeOther')}</button>
      </div>
      <p class="hint" id="code-wait">${t('codeWait')} ${this.#secondsLeft() > 0 ? html`<span aria-hidden="true">${t('codeSeconds', { seconds: this.#secondsLeft() })}</span>` : nothing}</p>
    </form>`;
  }

  readonly #write = (event: Event) => {
    this.#typed = (event.target as HTMLInputElement).value;
    this.#fault = '';
    this.around.show();
  };

  readonly #confirm = async (event: Event) => {
    event.preventDefault();
    if (this.#busy || this.#state()?.kind !== 'sent') return;
    const text = parseOneTimeCode(this.#typed);
    if (!text.ok) {
      this.#complain(text.code);
      return;
    }
    this.#turn('confirming', '');
    try {
      const { emailConfirmation } = await this.client.codes.confirm({ codeId: this.#id, oneTimeCode: text.value });
      this.#turn(undefined);
      this.confirmed(emailConfirmation);
    } catch (failure) {
      const [fault] = this.around.tools.isApiError(failure) ? failure.fieldErrors : [];
      if (fault && this.#code && fault.code === 'one-time-code.wrong') this.#code = { ...this.#code, tries: this.#code.tries + 1 };
      this.#fault = this.#faultOf(failure);
      this.#turn(undefined);
    }
  };

  #complain(code: string): void {
    this.#fault = fieldFault(code);
    this.around.show();
  }

  /** The field's own fault where the gateway named one. */
  #faultOf(failure: unknown): FormFault | string {
    const [fault] = this.around.tools.isApiError(failure) ? failure.fieldErrors : [];
    return fault ? fieldFault(fault.code, fault.facts as FormFault['facts']) : this.around.reason(failure);
  }

  #state(): OneTimeCodeState | undefined {
    return this.#code && oneTimeCodeState(this.#code, this.#now());
  }

  #now(): string {
    return new Date(Date.now() + this.#ahead).toISOString();
  }

  #secondsLeft(): number {
    const state = this.#state();
    const again = state && 'sendAgainAt' in state ? state.sendAgainAt : undefined;
    return again ? Math.ceil((Date.parse(again) - Date.parse(this.#now())) / 1000) : 0;
  }

  /** Shows the seconds while they count, says once that they are over, and rests until the code is too old. */
  #tick(): void {
    clearInterval(this.#timer);
    let waiting = true;
    this.#timer = setInterval(() => {
      const left = this.#secondsLeft();
      if (waiting && left === 0) this.#said = this.around.t('codeMayAgain');
      const over = this.#state()?.kind !== 'sent';
      if (left > 0 || waiting || over) this.around.show();
      waiting = left > 0;
      if (over && left === 0) clearInterval(this.#timer);
    }, 1000);
  }

  #turn(busy: 'sending' | 'confirming' | undefined, fault: FormFault | string = this.#fault): void {
    this.#busy = busy;
    this.#fault = fault;
    this.around.show();
  }
}

const fieldFault = (code: string, facts: FormFault['facts'] = {}): FormFault => ({ pointer: '/oneTimeCode', code, facts, severity: 'error', field: 'email' });
