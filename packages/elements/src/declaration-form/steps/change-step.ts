import { type AdjustedFact, type Field, type TextFieldId, textOf } from '@bhxh-kit/domain';
import type { TemplateResult } from 'lit';
import type { Translate } from '../../foundation/words.js';
import type { FormView } from '../form-view.js';
import type { purposeWords } from '../purpose-words.js';
import type { stepTools } from '../step-tools.js';
import type { KnownPerson } from '../with-profile.js';

type Tools = typeof stepTools;
type Present = (fact: AdjustedFact) => string;

/** Nội dung điều chỉnh, or from which day and why (R2): sections 2 and 3 of Mẫu 01, then whom to tell. */
export function changeStep(view: FormView, tools: Tools, t: Translate<typeof purposeWords.vi>, registered: KnownPerson['present'] = {}): TemplateResult {
  /** What is registered of a fact now; empty where nobody is signed in. */
  const present: Present = (fact) => (registered[fact] ? t('present', { value: registered[fact] }) : '');
  const { html, textField, certificateBlock } = tools;
  const asked = view.asked(view.form.step);
  const contact = asked.findIndex(({ id }) => id === 'contactName');
  const certificate = asked.filter(({ id }) => id.startsWith('certificate'));
  const [first, ...rest] = asked.slice(0, contact).filter((field) => !certificate.includes(field));
  const changed = (field: Field | undefined) => (field ? changedField(view, field, tools, present) : '');
  return html`${changed(first)} ${certificate.length > 0 ? certificateBlock(view, certificate) : ''} ${rest.map(changed)}
    <h3>${view.t('contactSection')}</h3>
    ${asked.slice(contact).map((field) => textField(view, field))}`;
}

function changedField(view: FormView, field: Field, tools: Tools, present: Present): TemplateResult {
  if (field.answeredBy === 'choices') return changesField(view, field, tools, present);
  return field.answeredBy === 'long-text' ? longField(view, field, tools) : tools.textField(view, field);
}

function changesField(view: FormView, field: Field, { choiceField }: Tools, present: Present): TemplateResult {
  const ticked = textOf(view.form, 'changes').split(' ').filter(Boolean);
  const toggle = (fact: string) => view.answer('changes', (ticked.includes(fact) ? ticked.filter((other) => other !== fact) : [...ticked, fact]).join(' '));
  return choiceField(view, field, ticked, (fact) => `${view.factName(fact)}${present(fact as AdjustedFact)}`, toggle);
}

/** Lý do ngừng: a few lines in the person's own words. */
function longField(view: FormView, { id, required }: Field, { html, complaints, controlId, labelId, mark }: Tools): TemplateResult {
  const field = id as TextFieldId;
  const { invalid, describedBy, bottom } = complaints(view, field, false);
  return html`<div class="field" part="field">
    <label class="label" part="label" id=${labelId(field)} for=${controlId(field)}>${view.label(field)}${mark(view, required)}</label>
    <textarea
      id=${controlId(field)} part="input" name=${field} rows="3" .value=${textOf(view.form, field)} aria-required=${String(required)} aria-invalid=${invalid} aria-describedby=${describedBy}
      @input=${(event: Event) => view.answer(field, (event.target as HTMLTextAreaElement).value)} @blur=${() => view.leave(field)}
    ></textarea>
    ${bottom}
  </div>`;
}
