import { parseOneTimeCode } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { Announcer } from '../foundation/announcer.js';
import { ignoreComposedEnter } from '../foundation/composed-enter.js';
import { controls } from '../foundation/controls.styles.js';
import { type Complaint, FormControl } from '../foundation/form-control.js';
import { foundation } from '../foundation/foundation.styles.js';
import { property, state } from '../foundation/property.js';
import { CodeClock, type SentOneTimeCode } from './code-clock.js';
import { styles } from './one-time-code.styles.js';
import { OneTimeCodeChangeEvent, type OneTimeCodeEventMap, SendAgainEvent } from './one-time-code-events.js';
import { oneTimeCodeWords } from './words.js';

export type { SentOneTimeCode } from './code-clock.js';
export { OneTimeCodeChangeEvent, type OneTimeCodeEventMap, SendAgainEvent } from './one-time-code-events.js';

/** What a gateway says of a code that was tried: an entry of `fieldErrors` with the pointer `/oneTimeCode`. */
export interface OneTimeCodeFault {
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Mã xác thực (OTP): a form control for a code of six digits that was sent to a telephone or an e-mail address.
 *
 * One field for the whole code, so that it can be pasted, filled in by the telephone and read by a screen reader; spaces, dots and dashes are taken out of it. Set `sent` to
 * what the gateway answered: where it went is told, and when another can be sent is counted down by the gateway's clock. What the gateway says of a code that was tried is shown by `tell`.
 *
 * @summary Takes a one-time code, and asks for another.
 * @fires {OneTimeCodeChangeEvent} change - A person changed the code; does not bubble.
 * @fires {SendAgainEvent} send-again - A person asks for another code; does not bubble.
 * @attr {'light'|'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 * @csspart root - Everything the element shows.
 * @csspart label - The label.
 * @csspart hint - The advice under the label.
 * @csspart input - The field.
 * @csspart error - The sentence that says what is wrong.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Focus ring.
 */
export class BhxhOneTimeCode extends FormControl<string> {
  /** @internal */
  static override styles = [foundation, controls, styles];

  /** The code on its way. A new one empties the field, but for what was typed while it was being sent: a code may come before the gateway's answer. */
  @property({ attribute: false }) sent: SentOneTimeCode | undefined;
  /** Another one is being sent: the button rests. */
  @property({ type: Boolean }) sending = false;

  /** What the gateway said of what was typed; gone with the next letter. */
  @state() private fault: OneTimeCodeFault | undefined;

  readonly #t = this.speak(oneTimeCodeWords);
  readonly #announcer = new Announcer(this);
  #clock: CodeClock | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #locked = false;
  /** What stood in the field when another began to be sent. */
  #before: string | undefined;

  protected readonly emptyValue = '';
  protected fromText(text: string): string {
    return text;
  }
  protected toText(value: string): string {
    return value;
  }
  protected get anchor(): HTMLElement | null | undefined {
    return (this.renderRoot as ParentNode | undefined)?.querySelector<HTMLElement>('#control');
  }
  protected override get labelText(): string {
    return super.labelText || this.#t('label');
  }

  constructor() {
    super();
    // After the listener of the base, which lets a quiet question pass.
    this.addEventListener('invalid', (event) => event.defaultPrevented && this.#sayAgain());
  }

  /** Shows what is wrong, and says it where it is what was shown before. */
  override showError(): void {
    super.showError();
    this.#sayAgain();
  }

  /** An alert that does not change is not heard again, nor a field that has the focus already. */
  #sayAgain(): void {
    const shown = this.renderRoot.querySelector('#error')?.textContent;
    if (shown && this.matches(':focus-within')) void this.updateComplete.then(() => this.shownError === shown && this.#announcer.say(shown));
  }

  /** Shows what the gateway said of the code that was tried; one that can be tried no more is told until another is sent. */
  tell(fault: OneTimeCodeFault): void {
    this.fault = fault;
    this.#locked = fault.code === 'one-time-code.locked';
    this.showError();
  }

  protected override complaint(): Complaint | undefined {
    if (this.#locked) return { flag: 'customError', sentence: this.#t('locked') };
    if (this.fault) return { flag: 'customError', sentence: this.#faultSentence(this.fault) };
    if (this.#clock?.isOver) return { flag: 'customError', sentence: this.#t('expired') };
    if (this.isEmpty) return this.required ? { flag: 'valueMissing', sentence: this.#t('empty') } : undefined;
    return parseOneTimeCode(this.value).ok ? undefined : { flag: 'patternMismatch', sentence: this.#t('shape') };
  }

  #faultSentence({ code, facts }: OneTimeCodeFault): string {
    if (code === 'one-time-code.wrong') return this.#t('wrong', { triesLeft: Number(facts?.['triesLeft'] ?? 0) });
    return code === 'one-time-code.expired' ? this.#t('expired') : this.#t('shape');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#count();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('sending') && this.sending) this.#before = this.value;
    if (changed.has('sent') && this.sent) {
      this.#clock = new CodeClock(this.sent);
      this.#locked = false;
      this.fault = undefined;
      if (this.value === (this.#before ?? this.value)) this.value = '';
      this.#before = undefined;
      this.touched = false;
      this.#count();
    }
    super.willUpdate(changed);
  }

  /** Shows the seconds while they count, says once that they are over, and rests when the code is too old. */
  #count(): void {
    clearInterval(this.#timer);
    if (!this.#clock || !this.isConnected) return;
    let waiting = this.#clock.secondsLeft > 0;
    this.#timer = setInterval(() => {
      const { secondsLeft, isOver } = this.#clock!;
      if (waiting && secondsLeft === 0) this.#announcer.say(this.#t('mayAgain'));
      if (isOver) this.touched = true;
      if (waiting || isOver) this.requestUpdate();
      waiting = secondsLeft > 0;
      if (isOver && !waiting) clearInterval(this.#timer);
    }, 1000);
  }

  readonly #write = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value;
    const code = parseOneTimeCode(typed);
    this.fault = undefined;
    this.value = code.ok ? code.value : typed;
    this.dispatchEvent(new OneTimeCodeChangeEvent(this.value));
  };

  /** As in a native field: Enter presses the first button that sends the form, unless it rests. */
  readonly #enter = (event: KeyboardEvent) => {
    ignoreComposedEnter(event);
    if (event.key !== 'Enter' || event.defaultPrevented) return;
    const button = this.form?.querySelector<HTMLElement>('button:not([type=button], [type=reset]), input[type=submit]');
    if (button) button.click();
    else this.form?.requestSubmit();
  };

  readonly #again = () => {
    if (!this.sending && !this.#clock?.secondsLeft) this.dispatchEvent(new SendAgainEvent());
  };

  protected override render(): TemplateResult {
    const label = this.label || (this.internals.labels?.length ? '' : this.#t('label'));
    const { sentTo } = this.sent ?? {};
    const hint = this.hint || (sentTo && this.#clock ? this.#t('sentTo', { sentTo, minutes: this.#clock.minutes }) : '');
    const described = [hint && 'hint', this.shownError && 'error'].filter(Boolean).join(' ') || nothing;
    return html`${label ? html`<label class="label" part="label" for="control">${label}${this.required ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}</label>` : nothing}
      ${hint ? html`<p class="hint" part="hint" id="hint">${hint}</p>` : nothing}
      <input
        id="control" part="input" type="text" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" autocapitalize="none" .value=${live(this.value)}
        aria-label=${label ? nothing : this.labelText} aria-required=${this.required ? 'true' : nothing} aria-invalid=${this.shownError ? 'true' : nothing}
        aria-describedby=${described} ?disabled=${this.isDisabled} ?readonly=${this.readonly} @input=${this.#write} @keydown=${this.#enter}
      />
      <div role="alert">${this.fieldBottom()}</div>
      ${this.#announcer.region}${this.sent ? this.#sendAgain() : nothing}`;
  }

  #sendAgain(): TemplateResult {
    const seconds = this.#clock?.secondsLeft ?? 0;
    const left = seconds > 120 ? this.#t('minutesLeft', { minutes: Math.ceil(seconds / 60) }) : this.#t('seconds', { seconds });
    return html`<div class="again">
      <button type="button" class="quiet" ?disabled=${this.isDisabled || this.sending || seconds > 0} aria-describedby="wait" @click=${this.#again}>
        ${this.sending ? this.#t('sending') : this.#t('again')}
      </button>
      <p class="hint" id="wait">${seconds > 0 ? html`<span aria-hidden="true">${left}</span><span class="visually-hidden">${this.#t('wait')}</span>` : this.#t('wait')}</p>
    </div>`;
  }
}

export interface BhxhOneTimeCode {
  addEventListener<K extends keyof OneTimeCodeEventMap>(
    type: K,
    listener: (this: BhxhOneTimeCode, event: OneTimeCodeEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-one-time-code': BhxhOneTimeCode;
  }
}
