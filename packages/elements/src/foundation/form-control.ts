import { html, type LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from './property.js';
import { brand } from './brand.js';
import { KitElement } from './kit-element.js';
import { setCustomState } from './custom-state.js';
import { commonWords } from './words.common.js';

/** Why a value does not stand: the flag of `ValidityState` and a full sentence that names the way out. */
export interface Complaint {
  readonly flag: Exclude<keyof ValidityState, 'valid'>;
  readonly sentence: string;
}

/**
 * Base of every control that submits a value with a form, as a native control does.
 *
 * - The submitted value is set in the same tick as `value`; `reset()`, back button and `disabled` fieldsets work as on an `<input>`.
 * - `value` changes by itself only on a person's act, always followed by the element's `change` event: subclasses call `act(value)` and dispatch it.
 * - The error is shown once the person left the field (`touched`) or a submit was tried; a wrong value is kept and marked.
 *
 * A subclass gives: `emptyValue`, `fromText`, `toText`, `anchor`; and where it needs to, `complaint`, `toSubmission`.
 */
export abstract class FormControl<Value> extends KitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { ...KitElement.shadowRootOptions, delegatesFocus: true };

  /** Name under which the value is submitted. */
  @property({ reflect: true }) name = '';
  /** Shown above the control and used as its accessible name; without it the text of the page's `<label for>` is used. */
  @property() label = '';
  /** One line of advice under the label. */
  @property() hint = '';
  /** Must be given before the form is sent. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** The element's own flag; a disabled fieldset never changes it. See `isDisabled`. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Shown and submitted, but not to be changed. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** The `value` attribute: what a reset goes back to. */
  @property({ attribute: 'value' }) defaultValue = '';

  /** The form or a fieldset disabled it. */
  @state() private formDisabled = false;
  /** The person left the field or tried to submit: from then on errors show. */
  @state() protected touched = false;

  protected readonly internals = this.attachInternals();
  protected readonly common = this.speak(commonWords);
  #value: Value | undefined;
  #changedSinceReset = false;
  #customComplaint = '';
  #quiet = false;

  protected abstract readonly emptyValue: Value;
  /** Reads the `value` attribute or a saved state. */
  protected abstract fromText(text: string): Value;
  /** Writes the value as text; an empty text means that nothing is given. Also what the browser keeps for the back button. */
  protected abstract toText(value: Value): string;
  /** The inner focusable control: takes the focus and the browser's message. */
  protected abstract get anchor(): HTMLElement | null | undefined;

  constructor() {
    super();
    this.addEventListener('invalid', this.#onInvalid);
    // Moves within the shadow root never reach the host: this is a real leave.
    this.addEventListener('focusout', () => (this.touched = true));
  }

  /** The value. Setting it fires no event. */
  @property({ attribute: false })
  get value(): Value {
    return this.#value ?? this.emptyValue;
  }
  set value(value: Value) {
    const before = this.#value;
    this.#value = value;
    this.#changedSinceReset = true;
    this.#submitValue();
    this.requestUpdate('value', before);
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  /** The page's `<label for>` of it. */
  get labels(): NodeListOf<HTMLLabelElement> {
    return this.internals.labels as NodeListOf<HTMLLabelElement>;
  }
  /** What is wrong, as a native control tells it. */
  get validity(): ValidityState {
    return this.internals.validity;
  }
  /** What is wrong, in a sentence; empty when nothing is. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  /** Whether the form checks it: not while disabled or read-only. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  /** Disabled by itself, by the form or by a fieldset. */
  get isDisabled(): boolean {
    return this.disabled || this.formDisabled;
  }
  /** Nothing is given. */
  get isEmpty(): boolean {
    return this.toText(this.value) === '';
  }

  /** Asks quietly: shows nothing and moves nothing. */
  checkValidity(): boolean {
    this.#quiet = true;
    try {
      return this.internals.checkValidity();
    } finally {
      this.#quiet = false;
    }
  }
  /** Checks, shows what is wrong, and moves the focus there. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }
  /** The host's own complaint, shown like the element's; an empty text lifts it. */
  setCustomValidity(sentence: string): void {
    this.#customComplaint = sentence;
    this.#checkValue();
    this.requestUpdate();
  }

  /** Shows what is wrong now, as leaving the field does, and moves nothing: for an element around it that tells all errors at once. */
  showError(): void {
    this.touched = true;
  }

  /** Focuses the inner control. */
  override focus(options?: FocusOptions): void {
    if (this.anchor) this.anchor.focus(options);
    else super.focus(options);
  }

  formResetCallback(): void {
    this.#value = this.fromText(this.defaultValue);
    this.#changedSinceReset = false;
    this.touched = false;
    this.#submitValue();
    this.requestUpdate('value');
  }
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.value = this.fromText(state);
  }
  formDisabledCallback(disabled: boolean): void {
    this.formDisabled = disabled;
  }

  /** What the form sends. */
  protected toSubmission(value: Value): string | File | FormData | null {
    return this.toText(value);
  }
  /** The first thing wrong with the value, if any. Overriders ask `super.complaint()` first. */
  protected complaint(): Complaint | undefined {
    if (!this.required || !this.isEmpty) return undefined;
    const label = this.labelText;
    return { flag: 'valueMissing', sentence: label ? this.common('requiredNamed', { label }) : this.common('required') };
  }
  /** The label's words, for the accessible name of the inner control. */
  protected get labelText(): string {
    return this.label || [...(this.internals.labels ?? [])].map((label) => label.textContent?.trim() ?? '').join(' ');
  }
  /** The sentence to show now, if any. */
  protected get shownError(): string {
    return this.touched && !this.isDisabled ? this.internals.validationMessage : '';
  }
  /** For `aria-describedby` of the inner control: ids that `fieldTop` and `fieldBottom` render. */
  protected get describedBy(): string | typeof nothing {
    return [this.hint && 'hint', this.shownError && 'error'].filter(Boolean).join(' ') || nothing;
  }

  /** Label and hint, to render above a control with `id="control"`. */
  protected fieldTop(): TemplateResult {
    const mark = this.required ? html`<span class="required" aria-hidden="true"> *</span>` : nothing;
    return html`${this.label ? html`<label class="label" part="label" id="label" for="control">${this.label}${mark}</label>` : nothing}
    ${this.hint ? html`<p class="hint" part="hint" id="hint">${this.hint}</p>` : nothing}`;
  }
  /** The error, to render below the control. */
  protected fieldBottom(): TemplateResult | typeof nothing {
    return this.shownError ? html`<p class="error" part="error" id="error">${this.shownError}</p>` : nothing;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('defaultValue') && !this.#changedSinceReset) this.#value = this.fromText(this.defaultValue);
    this.#sendValue();
    // What is shown has to be known before it is drawn; else the one check afterwards does.
    if (this.touched) this.#checkValue();
  }

  protected override updated(_changed: PropertyValues): void {
    // Only now does the anchor exist. A message that changed with it is shown by one more update.
    const shown = this.shownError;
    this.#checkValue();
    if (this.shownError !== shown) this.requestUpdate();
  }

  /**
   * The error is shown in the page, so the browser's bubble, which would cover it, is not. The browser then no longer moves the focus either:
   * the first wrong field of the form takes it, once the browser is done with the others.
   */
  readonly #onInvalid = (event: Event) => {
    if (this.#quiet || event.defaultPrevented) return;
    event.preventDefault();
    this.touched = true;
    const fields = [...(this.form?.elements ?? [this])] as HTMLInputElement[];
    if ((fields.find((field) => field.willValidate && !field.validity.valid) as unknown) === this) setTimeout(() => this.focus());
  };

  /** Shows a state to the host page's CSS as `:state(name)`. */
  protected setState(name: string, on: boolean): void {
    setCustomState(this.internals, name, on);
  }

  #submitValue(): void {
    this.#sendValue();
    this.#checkValue();
  }

  #sendValue(): void {
    // A disabled control is left out by the form itself.
    this.internals.setFormValue(this.toSubmission(this.value), this.toText(this.value));
  }

  #checkValue(): void {
    const complaint =
      this.isDisabled || this.readonly
        ? undefined
        : this.#customComplaint
          ? { flag: 'customError' as const, sentence: this.#customComplaint }
          : this.complaint();
    this.internals.setValidity(complaint ? { [complaint.flag]: true } : {}, complaint?.sentence, this.anchor ?? undefined);
    this.setState('invalid', complaint !== undefined && this.touched);
    this.setState('disabled', this.isDisabled);
    this.setState('empty', this.isEmpty);
  }
}

brand(FormControl as unknown as CustomElementConstructor, 'form-control');

/** What a host may rely on for any form control of the kit. */
export type AnyFormControl = FormControl<unknown> & LitElement;
