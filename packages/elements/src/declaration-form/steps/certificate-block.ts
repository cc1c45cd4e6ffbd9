import type { Field } from '@bhxh-kit/domain';
import { html, type TemplateResult } from 'lit';
import { mark, textField } from '../fields.js';
import type { FormView } from '../form-view.js';

/** Chứng thư số (R3): the four fields of the block, given whole or, where none is required, left empty. */
export function certificateBlock(view: FormView, fields: readonly Field[]): TemplateResult {
  const optional = view.form.purpose === 'register' && view.form.subject !== 'organisation';
  return html`<section class="block" aria-labelledby="certificate-heading" aria-describedby="hint-certificateSerial">
    <h3 id="certificate-heading">${view.t('certificateSection')}${optional ? mark(view, false) : ''}</h3>
    <p class="hint" id="hint-certificateSerial">${view.t('certificateHint')}</p>
    ${fields.map((part) => textField(view, part))}
  </section>`;
}
