import type { Field, FieldId, FormFault, TextFieldId } from '@bhxh-kit/domain';
import { textOf } from '@bhxh-kit/domain/declaration/form.js';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { FormView } from './form-view.js';
import { TEXT_TRAITS, type TextTraits } from './text-traits.js';

/** Ids by field, the same in every template: the summary's links and `aria-describedby` find them. */
export const controlId = (field: FieldId): string => `field-${field}`;
export const labelId = (field: FieldId): string => `label-${field}`;

/** One field that is typed: label, advice, box, what is wrong. */
export function textField(view: FormView, { id, required }: Field): TemplateResult {
  const field = id as TextFieldId;
  const traits = traitsOf(view, field);
  // The advice on the whole block stands above its first box, and is heard there.
  const { invalid, describedBy, bottom } = complaints(view, field, traits.hint !== undefined || field === 'certificateSerial');
  return html`<div class="field" part="field">
    <label class="label" part="label" id=${labelId(field)} for=${controlId(field)}>${view.label(field)}${field.startsWith('certificate') && !required ? nothing : mark(view, required)}</label>
    ${traits.hint ? html`<p class="hint" id="hint-${field}">${view.t(traits.hint as 'dateHint')}</p>` : nothing}
    ${view.scan.mark(field)}
    <input
      id=${controlId(field)} part="input" class=${traits.width ? `short-${traits.width}` : ''} name=${field} type=${traits.inputMode === 'tel' ? 'tel' : 'text'}
      .value=${live(textOf(view.form, field))} aria-required=${required ? 'true' : nothing} aria-invalid=${invalid} aria-describedby=${describedBy}
      autocomplete=${traits.autocomplete ?? 'off'} inputmode=${ifDefined(traits.inputMode)} autocapitalize=${traits.capitals ?? 'sentences'} spellcheck="false"
      @input=${(event: Event) => view.answer(field, (event.target as HTMLInputElement).value)} @blur=${() => view.leave(field)}
    />
    ${bottom}
  </div>`;
}

/**
 * A choice of a few, all in view; of `choices` any number is chosen. `name` gives the words of a code. What is wrong is part of the group's name,
 * which every screen reader says where the group is entered; what a group is described by, Orca (43) leaves out. Not by reference, for which Orca says the
 * label twice.
 */
export function choiceField(
  view: FormView,
  { id, required, answeredBy, options = [] }: Field,
  chosen: string | readonly string[] | undefined,
  name: (code: string) => string,
  choose: (code: string) => void,
  hint = '',
): TemplateResult {
  const { invalid, describedBy: fault, bottom } = complaints(view, id, false);
  const one = answeredBy === 'choice';
  return html`<fieldset
    class="field choices" part="field" role=${one ? 'radiogroup' : 'group'} aria-labelledby=${fault === nothing ? labelId(id) : nothing}
    aria-label=${[view.label(id), ...view.told(id).map(view.sentence)].join('. ')} aria-required=${one ? String(required) : nothing}
    aria-invalid=${one ? invalid : nothing} aria-describedby=${hint ? `hint-${id}` : nothing}
  >
    <p class="label" part="label" id=${labelId(id)}>${view.label(id)}${mark(view, required)}</p>
    ${hint ? html`<p class="hint" id="hint-${id}">${hint}</p>` : nothing}
    ${options.map(
      (code, at) => html`<label class="choice">
        <input id=${at === 0 ? controlId(id) : nothing} type=${one ? 'radio' : 'checkbox'} name=${id} value=${code} .checked=${live(one ? chosen === code : !!chosen?.includes(code))} aria-invalid=${one ? nothing : invalid} @change=${() => choose(code)} />
        <span>${name(code)}</span>
      </label>`,
    )}
    ${bottom}
  </fieldset>`;
}

/** Star of a required field, "không bắt buộc" of another: not colour alone tells them apart. */
export function mark(view: FormView, required: boolean): TemplateResult {
  return required ? html`<span class="required" aria-hidden="true"> *</span>` : html` <span class="optional">(${view.t('optional')})</span>`;
}

/** What is to be said of a field, and how its control refers to it. */
export function complaints(view: FormView, field: FieldId, hinted: boolean) {
  const faults = view.told(field);
  const invalid = faults.some(({ severity }) => severity === 'error');
  const describedBy =
    [hinted && `hint-${field}`, view.form.scanned.includes(field as TextFieldId) && `scanned-${field}`, faults.length > 0 && `fault-${field}`]
      .filter(Boolean)
      .join(' ') || nothing;
  const bottom = faults.length > 0 ? html`<div id="fault-${field}">${faults.map((fault) => complaint(view, fault))}</div>` : nothing;
  return { invalid: invalid ? ('true' as const) : nothing, describedBy, bottom };
}

function complaint(view: FormView, fault: FormFault): TemplateResult {
  if (fault.severity === 'error') return html`<p class="error" part="error">${view.sentence(fault)}</p>`;
  return html`<p class="warning" part="warning"><strong>${view.t('warning')}</strong> ${view.sentence(fault)}</p>`;
}

/** The number's own kinds decide the advice; what belongs to a child or an organisation is nothing the browser knows of its user. */
function traitsOf({ form }: FormView, field: TextFieldId): TextTraits {
  const traits = TEXT_TRAITS[field] ?? {};
  if (traits.hint === 'identityNumberHint' && form.pack.acceptsNineDigitIdentity) return { ...traits, hint: 'identityNumberHintOld' };
  return form.subject !== 'individual' && field === 'fullName' ? { ...traits, autocomplete: 'off' } : traits;
}
