import type { FieldId, FormFault } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from './form-view.js';

/**
 * The list of errors above the step. It takes the focus; a link brings the field's label into view and focuses the field.
 * What was mended since is ticked off where it stands: taking it away would move the form from under the finger that is about to press the next field.
 */
export function errorSummary(view: FormView, faults: readonly FormFault[], show: (field: FieldId) => void): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  // No `alert`: the focus reads it out once, and each tick would read it all again.
  return html`<div class="summary" part="summary" role="group" tabindex="-1" aria-labelledby="summary-title">
    <h3 id="summary-title">${view.t('errorsTitle', { count: faults.length })}</h3>
    <ul>
      ${faults.map(({ field, ...fault }) => (field ? entry(view, { ...fault, field }, show) : html`<li>${view.sentence(fault)}</li>`))}
    </ul>
  </div>`;
}

function entry(view: FormView, fault: FormFault & { readonly field: FieldId }, show: (field: FieldId) => void): TemplateResult {
  const { field } = fault;
  const [now] = view.told(field).filter(({ severity }) => severity === 'error');
  const follow = (event: Event) => {
    event.preventDefault();
    show(field);
  };
  const mended = now ? nothing : html`<span class="visually-hidden"> (${view.t('doneStep')})</span>`;
  return html`<li class=${now ? '' : 'mended'}><a href="#field-${field}" @click=${follow}>${view.sentence(now ?? fault)}${mended}</a></li>`;
}
