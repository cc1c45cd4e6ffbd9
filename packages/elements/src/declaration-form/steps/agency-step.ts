import { type Field, type HandIn, textOf, type TransactAt } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { choiceField, textField } from '../fields.js';
import type { FormView } from '../form-view.js';

/** Cơ quan tiếp nhận (R3, R6–R8): where the declaration goes and how, from which day, with which certificate. */
export function agencyStep(view: FormView): TemplateResult {
  const { form, t } = view;
  const asked = view.asked('agency');
  const field = (id: Field['id']) => asked.find((candidate) => candidate.id === id);
  const [handIn, transactAt, ivanName, startDate] = (['handIn', 'transactAt', 'ivanName', 'startDate'] as const).map(field);
  const certificate = asked.filter(({ id }) => id.startsWith('certificate'));
  return html`${agencyField(view)}
    ${
      handIn
        ? choiceField(
            view,
            handIn,
            textOf(form, 'handIn'),
            (code) => view.codeName('handIn', code as HandIn),
            (code) => view.answer('handIn', code),
          )
        : nothing
    }
    ${
      transactAt
        ? choiceField(
            view,
            transactAt,
            textOf(form, 'transactAt'),
            (code) => view.codeName('transactAt', code as TransactAt['kind']),
            (code) => view.answer('transactAt', code),
          )
        : nothing
    }
    ${ivanName ? html`<div class="below">${textField(view, ivanName)}</div>` : nothing}
    ${startDate ? textField(view, startDate) : nothing}
    <section class="block" aria-labelledby="certificate-heading" aria-describedby="certificate-hint">
      <h3 id="certificate-heading">${t('certificateSection')} <span class="optional">(${t('optional')})</span></h3>
      <p class="hint" id="certificate-hint">${t('certificateHint')}</p>
      ${certificate.map((part) => textField(view, part))}
    </section>`;
}

function agencyField(view: FormView): TemplateResult {
  const { form } = view;
  // Which commune an agency serves is known for the map of 2025 only.
  const commune = form.pack.addressScheme === '2025' ? textOf(form, 'commune') : '';
  return html`<bhxh-agency-picker
    id="field-agency" class="field" part="agency" required label=${view.label('agency')} .client=${view.client} .agencies=${view.agencies}
    .value=${textOf(form, 'agency')} .communeCode=${commune} @change=${(event: Event) => view.answer('agency', (event.target as HTMLElement & { value: string }).value)}
  ></bhxh-agency-picker>`;
}
