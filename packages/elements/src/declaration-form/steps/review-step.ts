import type { Field, HandIn, StepId, TextFieldId, TransactAt } from '@bhxh-kit/domain';
import { photographKindOf } from '@bhxh-kit/domain/declaration/fields.js';
import { textOf } from '@bhxh-kit/domain/declaration/form.js';
import { formatDate } from '@bhxh-kit/domain/text/formats.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { complaints, controlId, labelId } from '../fields.js';
import type { FormView } from '../form-view.js';
import { deadlineAhead } from './subject-step.js';

const REVIEWED = ['subject', 'person', 'adjustment', 'stopping', 'photographs', 'agency'] as const satisfies readonly StepId[];
const UNITS: readonly string[] = ['district', 'commune', 'street'];

/** Xem lại và cam kết (R3, R10): everything that will be sent, each with its way back, and the commitment. */
export function reviewStep(view: FormView): TemplateResult {
  return html`<p class="lead">${view.t('reviewIntro')}</p>
    ${REVIEWED.map((step) => section(view, step))}
    ${deadlineAhead(view)}${commitment(view)}`;
}

function section(view: FormView, step: StepId): TemplateResult | typeof nothing {
  // The address is one row: its codes say nothing singly.
  const fields = view.asked(step).filter(({ id }) => !UNITS.includes(id));
  const note = step === 'photographs' && view.proof?.note();
  if (fields.length === 0 && !note) return nothing;
  const name = view.codeName('step', step);
  return html`<section class="review" part="review">
    <div class="review-head">
      <h3>${name}</h3>
      <button type="button" class="quiet" aria-label=${view.t('editNamed', { name })} @click=${() => view.goTo(step)}>${view.t('edit')}</button>
    </div>
    ${note ? html`<p>${note}</p>` : html`<dl>${fields.map((field) => row(view, step, field))}</dl>`}
  </section>`;
}

function row(view: FormView, step: StepId, field: Field): TemplateResult | typeof nothing {
  const text = answered(view, field);
  if (!text && !field.required) return nothing;
  const term = field.id === 'province' ? view.t('addressSection') : view.label(field.id);
  return html`<div class="row">
    <dt>${term}</dt>
    <dd>${text || view.t('notGiven')} <a href="#" aria-label=${view.t('editNamed', { name: term })} @click=${(event: Event) => edit(event, view, step, field)}>${view.t('edit')}</a></dd>
  </div>`;
}

function edit(event: Event, view: FormView, step: StepId, { id }: Field): void {
  event.preventDefault();
  view.goTo(step, id);
}

/** An answer as a person reads it. */
function answered(view: FormView, { id, answeredBy }: Field): string {
  const { form } = view;
  if (id === 'purpose') return view.codeName('purpose', form.purpose);
  if (id === 'subject') return form.subject ? view.codeName('subject', form.subject) : '';
  if (id === 'province') return view.addressText;
  if (id === 'agency') return view.agencyText;
  const kind = photographKindOf(id);
  if (kind) return form.photographs[kind]?.status === 'kept' ? view.t('photographKept') : '';
  const text = textOf(form, id as TextFieldId);
  if (id === 'changes')
    return textOf(form, id)
      .split(' ')
      .map((fact) => view.factName(fact))
      .join(', ');
  if (id === 'handIn') return view.codeName('handIn', text as HandIn);
  if (id === 'transactAt') return view.codeName('transactAt', text as TransactAt['kind']);
  return answeredBy === 'date' ? formatDate(text) : text;
}

function commitment(view: FormView): TemplateResult {
  const { invalid, describedBy, bottom } = complaints(view, 'commitment', false);
  return html`<div class="field commitment" part="commitment">
    <label class="choice" id=${labelId('commitment')}>
      <input
        id=${controlId('commitment')} type="checkbox" .checked=${live(textOf(view.form, 'commitment') === 'yes')} aria-required="true"
        aria-invalid=${invalid} aria-describedby=${describedBy} @change=${(event: Event) => view.answer('commitment', (event.target as HTMLInputElement).checked ? 'yes' : '')}
      />
      <span>${view.t('commitmentText')}<span class="required" aria-hidden="true"> *</span></span>
    </label>
    ${bottom}
  </div>`;
}
