import type { Field, HandIn, TransactAt } from '@bhxh-kit/domain';
import { textOf } from '@bhxh-kit/domain/declaration/form.js';
import { html, nothing, type TemplateResult } from 'lit';
import { choiceField, textField } from '../fields.js';
import type { FormView } from '../form-view.js';
import { certificateBlock } from './certificate-block.js';

/** Cơ quan tiếp nhận (R3, R6–R8): where the declaration goes and how, from which day, with which certificate. */
export function agencyStep(view: FormView): TemplateResult {
  const asked = view.asked('agency');
  const certificate = asked.filter(({ id }) => id.startsWith('certificate'));
  const typed = (of: (field: Field) => boolean) => asked.filter(of).map((field) => textField(view, field));
  return html`${agencyField(view)}
    ${codeField(view, 'handIn')}
    ${codeField(view, 'transactAt')}
    ${typed(({ id }) => id === 'ivanName').map((name) => html`<div class="below">${name}</div>`)}
    ${typed(({ id }) => id === 'startDate')}
    ${certificate.length > 0 ? certificateBlock(view, certificate) : nothing}`;
}

/** A choice whose codes have names. */
function codeField(view: FormView, list: 'handIn' | 'transactAt'): TemplateResult | typeof nothing {
  const field = view.asked('agency').find(({ id }) => id === list);
  if (!field) return nothing;
  const name = (code: string) => view.codeName(list, code as HandIn & TransactAt['kind']);
  return choiceField(view, field, textOf(view.form, list), name, (code) => view.answer(list, code));
}

function agencyField(view: FormView): TemplateResult {
  const { form } = view;
  // Which commune an agency serves is known for the map of 2025 only.
  const commune = form.pack.addressScheme === '2025' ? textOf(form, 'commune') : '';
  return html`<bhxh-agency-picker
    form="" id="field-agency" class="field" part="agency" required label=${view.label('agency')} .client=${view.client} .agencies=${view.agencies}
    .value=${textOf(form, 'agency')} .communeCode=${commune} @change=${(event: Event) => view.answer('agency', (event.target as HTMLElement & { value: string }).value)}
  ></bhxh-agency-picker>`;
}
