import type { Unit } from '@bhxh-kit/domain';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Combobox } from '../combobox/combobox.js';
import { comboboxStyles } from '../combobox/combobox.styles.js';
import type { Option } from '../combobox/option-list.js';
import { Announcer } from '../foundation/announcer.js';
import { controls } from '../foundation/controls.styles.js';
import { type Complaint, FormControl } from '../foundation/form-control.js';
import { foundation } from '../foundation/foundation.styles.js';
import { LazyPart } from '../foundation/lazy-part.js';
import { property } from '../foundation/property.js';
import { translator } from '../foundation/words.js';
import { AddressChangeEvent, type AddressFieldEventMap } from './address-change-event.js';
import { addressFaults, type PartFault } from './address-faults.js';
import { styles } from './address-field.styles.js';
import {
  type AddressScheme,
  type AddressValue,
  addressFrom,
  codeAt,
  emptyAddress,
  endsAtDistrict,
  isEmptyAddress,
  type Level,
  levelAbove,
  levelsBelow,
  levelsOf,
  movedTo,
  type Part,
  withUnit,
} from './address-value.js';
import type { OldAddressNote } from './old-address-note.js';
import { UnitLoader } from './unit-loader.js';
import { sourceFor } from './unit-source.js';
import { addressFieldWords } from './words.js';

export { AddressChangeEvent, type AddressFieldEventMap } from './address-change-event.js';
export type { AddressValue, Level, Part } from './address-value.js';

const LEVELS: readonly Level[] = ['province', 'district', 'commune'];

/**
 * Địa chỉ (R4): a form control for an address on the map of 2021 (province, district, commune) or of 2025 (province, commune), and the street in the person's words.
 *
 * Each level is a text field with a list that narrows while a person types, with or without tones. It is submitted like a native fieldset, one entry to a part:
 * `name.scheme`, `name.provinceCode`, `name.districtCode` (2021), `name.communeCode`, `name.street`; nothing while all of it is empty.
 * Units come from `units`, else from the chunks below the provider's `assets-base` (offline once loaded), else from the client.
 *
 * @summary Takes an address of Vietnam on the administrative map of 2021 or 2025.
 * @fires {AddressChangeEvent} change - A person changed a part of the address; does not bubble. `value` is it already.
 * @attr {'2021'|'2025'} scheme - Map of administrative units; 2025 unless told.
 * @attr {string} value - The first address as JSON, and again after a reset.
 * @attr {'light'|'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 * @csspart root - Everything the element shows.
 * @csspart label - The label of the whole.
 * @csspart hint - The advice under the label.
 * @csspart error - A sentence that says what is wrong.
 * @csspart combobox - One level with its list.
 * @csspart input - A text field.
 * @csspart popup - The open list.
 * @csspart option - One row of it.
 * @cssproperty [--bhxh-color-primary=#0b57a4] - Focus ring and the row under the cursor.
 */
export class BhxhAddressField extends FormControl<AddressValue> {
  /** @internal */
  static override styles = [foundation, controls, comboboxStyles, styles];

  @property({ reflect: true }) scheme: AddressScheme = '2025';
  /** The units themselves, of either map or both, when nothing is to be loaded. */
  @property({ attribute: false }) units?: readonly Unit[];

  readonly #t = this.speak(addressFieldWords);
  readonly #loader = new UnitLoader(this);
  readonly #announcer = new Announcer(this);
  readonly #oldNote = new LazyPart<OldAddressNote>(this, async () => (await import('./old-address-note.js')).oldAddressNote(this, translator));
  /** The value as the person last gave it, as text: a page that sets it back changes nothing. */
  #given: string | undefined;
  #sourceInUse: readonly unknown[] = [];
  readonly #boxes = Object.fromEntries(
    LEVELS.map((level) => [
      level,
      new Combobox(this, level, {
        choose: (option, typed) => this.#choose(level, option, typed),
        clear: () => this.#act(withUnit(this.#own, level, '')),
        filtered: (count) => this.#announcer.say(count ? this.#t('found', { count }) : this.#t('noneFound')),
        closed: () => this.#announcer.hush(),
      }),
    ]),
  ) as Readonly<Record<Level, Combobox>>;

  protected get emptyValue(): AddressValue {
    return emptyAddress(this.scheme);
  }
  protected fromText(text: string): AddressValue {
    return addressFrom(text, this.scheme);
  }
  protected toText(value: AddressValue): string {
    return isEmptyAddress(value) ? '' : JSON.stringify(value);
  }
  protected override toSubmission(value: AddressValue): FormData | null {
    if (!this.name || isEmptyAddress(value)) return null;
    const entries = new FormData();
    for (const [key, text] of Object.entries(value)) entries.append(`${this.name}.${key}`, String(text ?? ''));
    return entries;
  }
  /** The first part that is wrong, else the first. */
  protected get anchor(): HTMLElement | null | undefined {
    const wrong = this.#faults[0]?.[0] ?? 'province';
    return this.#input(wrong);
  }
  #input(part: Part): HTMLInputElement | null | undefined {
    return (this.renderRoot as ParentNode | undefined)?.querySelector<HTMLInputElement>(`#${part}`);
  }

  /** Focuses one part, with its label in view: where a link of an error summary leads. A part that this map does not have leads to the first that is wrong. */
  focusPart(part: Part): void {
    const input = this.#input(part);
    input?.closest('.field')?.scrollIntoView({ block: 'start' });
    (input ?? this).focus({ preventScroll: Boolean(input) });
  }

  /** The address on this form's map: an address of the other map counts as not yet chosen here, its street stays. */
  get #own(): AddressValue {
    return this.value.scheme === this.scheme ? this.value : { ...emptyAddress(this.scheme), street: this.value.street };
  }

  /** What is wrong with which part, from the top down. */
  get #faults(): readonly PartFault[] {
    return addressFaults(this.#own, {
      owed: this.required || !this.isEmpty,
      typed: (level) => this.#boxes[level].typed?.trim(),
      list: (level) => this.#listOf(level),
      t: this.#t,
      owedMark: this.required ? this.common('required') : '',
    });
  }

  protected override complaint(): Complaint | undefined {
    return this.#faults[0]?.[1];
  }

  /** The list a level chooses from; undefined while the level above is open. */
  #listOf(level: Level) {
    const above = levelAbove(this.scheme, level);
    if (!above) return this.#loader.below(this.scheme);
    const parentCode = codeAt(this.#own, above);
    return parentCode ? this.#loader.below(this.scheme, parentCode) : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const wanted = [this.units, this.assetsBase, this.activeClient];
    if (wanted.some((one, at) => one !== this.#sourceInUse[at])) {
      this.#sourceInUse = wanted;
      this.#loader.use(sourceFor({ units: this.units, assetsBase: this.assetsBase, client: this.activeClient }));
    }
    for (const level of levelsOf(this.scheme)) {
      const units = this.#listOf(level)?.units ?? NO_UNITS;
      if (this.#boxes[level].list.options !== units) this.#boxes[level].show(units);
    }
    // A value set by the page, or by a reset, ends what was typed beside it; what the person gave in another part does not.
    if (changed.has('value') && this.toText(this.value) !== this.#given)
      for (const level of LEVELS) if (!this.#boxes[level].isOpen) this.#boxes[level].typed = undefined;
    // What was written for a place that is not there is nothing to correct.
    if (endsAtDistrict(this.#own)) this.#boxes.commune.typed = undefined;
    // Once: where the note cannot be loaded, the person chooses as on an empty form.
    if (this.#ofOtherMap && this.#oldNote.state === 'idle') void this.#oldNote.load();
    super.willUpdate(changed);
  }

  override formResetCallback(): void {
    this.#given = undefined;
    super.formResetCallback();
  }

  /** An address pasted whole goes on to the levels below, which take their part of it when their lists are here. */
  #choose(level: Level, { code, name }: Option, typed: string): void {
    const below = levelsBelow(this.scheme, level);
    if (typed.includes(',') && code !== codeAt(this.#own, level)) for (const lower of below) this.#boxes[lower].typed ??= typed;
    this.#act(withUnit(this.#own, level, code));
    // What was chosen below went with it; the lowest part is heard as the field's own value.
    this.#announcer.say(below[0] ? `${name}. ${this.#fault(below[0])}` : '');
  }

  #act(value: AddressValue): void {
    if (this.toText(value) === this.toText(this.value)) return;
    this.#give(value);
    this.dispatchEvent(new AddressChangeEvent(value));
  }

  #give(value: AddressValue): void {
    this.#given = this.toText(value);
    this.value = value;
  }

  protected override render(): TemplateResult {
    const { label } = this;
    const custom = this.shownError && !this.#faults.some(([, fault]) => fault.sentence === this.shownError);
    return html`<div class="group" role="group" aria-labelledby=${label ? 'label' : nothing} aria-label=${label ? nothing : this.labelText || nothing} aria-describedby=${this.hint ? 'hint' : nothing}>
      ${label ? html`<div class="label" part="label" id="label">${label}${this.required ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}</div>` : nothing}
      ${this.hint ? html`<p class="hint" part="hint" id="hint">${this.hint}</p>` : nothing}
      ${this.#announcer.region}${this.#oldAddress()}${this.#network()}
      <div class="levels">${levelsOf(this.scheme).map((level) => this.#level(level))}</div>
      ${this.#street()}${custom ? this.fieldBottom() : nothing}
    </div>`;
  }

  #level(level: Level): TemplateResult {
    const fault = this.#shown(level);
    const absent = level === 'commune' && endsAtDistrict(this.#own);
    const label = this.#t(level === 'commune' && this.scheme === '2025' ? 'commune2025' : level);
    return html`<div class="field">
      <label class="label" for=${level}>${label}${absent ? nothing : this.#star()}</label>
      ${this.#boxes[level].render({
        label,
        code: codeAt(this.#own, level),
        disabled: this.isDisabled,
        readonly: this.readonly || absent,
        required: this.required && !absent,
        invalid: fault !== '',
        describedBy: fault ? `${level}-error` : absent ? 'absent' : nothing,
        note: this.#note(level),
      })}
      ${absent ? html`<p class="hint" part="hint" id="absent">${this.#t('undivided')}</p>` : nothing}
      ${this.#error(level, fault)}
    </div>`;
  }

  #street(): TemplateResult {
    const fault = this.#shown('street');
    return html`<div class="field street">
      <label class="label" for="street">${this.#t('street')}${this.#star()}</label>
      <input id="street" part="input" type="text" autocomplete="street-address" enterkeyhint="next" .value=${this.value.street}
        ?disabled=${this.isDisabled} ?readonly=${this.readonly} aria-required=${this.required} aria-invalid=${fault !== ''}
        aria-describedby=${fault ? 'street-error' : nothing} @input=${this.#onStreet} @change=${this.#onStreetLeft} />
      ${this.#error('street', fault)}
    </div>`;
  }

  #star(): TemplateResult | typeof nothing {
    return this.required && !this.label ? html`<span class="required" aria-hidden="true"> *</span>` : nothing;
  }
  #shown(part: Part): string {
    return this.shownError && this.#fault(part);
  }
  #fault(part: Part): string {
    return this.#faults.find(([wrong]) => wrong === part)?.[1].sentence ?? '';
  }
  #error(part: Part, sentence: string): TemplateResult | typeof nothing {
    return sentence ? html`<p class="error" part="error" id="${part}-error">${sentence}</p>` : nothing;
  }

  /** In the list, in place of rows. */
  #note(level: Level): TemplateResult | undefined {
    const list = this.#listOf(level);
    const above = levelAbove(this.scheme, level);
    const say = (sentence: string) => html`<p class="note">${sentence}</p>`;
    if (!list) return say(above ? this.#t(above === 'district' ? 'districtFirst' : 'provinceFirst') : this.#t('noSource'));
    if (list.state === 'loading') return say(this.common('loading'));
    if (list.state === 'failed') return say(this.#t('failed'));
    if (list.units.length === 0) return say(this.#t('noUnits'));
    return this.#boxes[level].list.shown.length === 0 ? say(this.#t('noneFound')) : undefined;
  }

  #network(): TemplateResult | typeof nothing {
    if (!levelsOf(this.scheme).some((level) => this.#listOf(level)?.state === 'failed')) return nothing;
    return html`<div class="note problem" role="alert">
      <p>${this.#t('failed')}</p><button type="button" @click=${this.#loader.retry}>${this.common('retry')}</button>
    </div>`;
  }

  get #ofOtherMap(): boolean {
    return this.value.scheme !== this.scheme && Boolean(this.value.provinceCode || this.value.communeCode);
  }

  #oldAddress(): TemplateResult | typeof nothing {
    const { value } = this;
    if (!this.#ofOtherMap) return nothing;
    const found = value.scheme === '2021' ? this.#loader.succession(value.communeCode || value.districtCode || value.provinceCode) : undefined;
    const take = this.isDisabled || this.readonly ? undefined : (path: readonly Unit[]) => this.#act(movedTo(value, path));
    return this.#oldNote.value?.(value.scheme, found, take) ?? nothing;
  }

  /** The text is the value at once, so that nothing typed is lost; `change` follows on leaving, as on a native field. */
  readonly #onStreet = (event: Event) => {
    const { value } = this;
    // An address of the other map stays what it is until a successor is taken.
    this.#give({ ...(value.provinceCode ? value : this.#own), street: (event.target as HTMLInputElement).value });
  };
  readonly #onStreetLeft = () => this.dispatchEvent(new AddressChangeEvent(this.value));
}

const NO_UNITS: readonly Unit[] = [];

export interface BhxhAddressField {
  addEventListener<K extends keyof AddressFieldEventMap>(
    type: K,
    listener: (this: BhxhAddressField, event: AddressFieldEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bhxh-address-field': BhxhAddressField;
  }
}
