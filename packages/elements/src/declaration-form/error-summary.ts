import type { FieldId, FormFault } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from './form-view.js';

/** The list of errors above the step. It takes the focus; a link brings the field's label into view and focuses the field. */
export function errorSummary(view: FormView, faults: readonly FormFault[], show: (field: FieldId) => void): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<div class="summary" part="summary" role="alert" tabindex="-1" aria-labelledby="summary-title">
    <h3 id="summary-title">${view.t('errorsTitle', { count: faults.length })}</h3>
    <ul>
      ${faults.map(({ field, ...fault }) => html`<li>${field ? link(view, { ...fault, field }, show) : view.sentence(fault)}</li>`)}
    </ul>
  </div>`;
}

function link(view: FormView, fault: FormFault & { readonly field: FieldId }, show: (field: FieldId) => void): TemplateResult {
  const follow = (event: Event) => {
    event.preventDefault();
    show(fault.field);
  };
  return html`<a href="#field-${fault.field}" @click=${follow}>${view.sentence(fault)}</a>`;
}
