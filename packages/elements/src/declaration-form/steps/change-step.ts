import type { Field } from '@bhxh-kit/domain';
import type { TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import type { stepTools } from '../step-tools.js';

/** Nội dung điều chỉnh, or from which day and why (R2): sections 2 and 3 of Mẫu 01, then whom to tell. */
export function changeStep(view: FormView, tools: typeof stepTools): TemplateResult {
  const { html, textField, certificateBlock } = tools;
  const asked = view.asked(view.form.step);
  const contact = asked.findIndex(({ id }) => id === 'contactName');
  const certificate = asked.filter(({ id }) => id.startsWith('certificate'));
  const before = asked.slice(0, contact).filter((field) => !certificate.includes(field));
  return html`${before.map((field) => [field.answeredBy === 'choices' ? changesField(view, field, tools) : textField(view, field), field.id === 'changes' && certificate.length > 0 ? certificateBlock(view, certificate) : ''])}
    <h3>${view.t('contactSection')}</h3>
    ${asked.slice(contact).map((field) => textField(view, field))}`;
}

function changesField(view: FormView, field: Field, { choiceField }: typeof stepTools): TemplateResult {
  const ticked = (view.form.answers.changes ?? '').split(' ').filter(Boolean);
  const toggle = (fact: string) => view.answer('changes', (ticked.includes(fact) ? ticked.filter((other) => other !== fact) : [...ticked, fact]).join(' '));
  return choiceField(view, field, ticked, (fact) => view.factName(fact), toggle);
}
