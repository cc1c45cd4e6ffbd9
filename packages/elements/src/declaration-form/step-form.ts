import { html, nothing, type TemplateResult } from 'lit';
import { ignoreComposedEnter } from '../foundation/composed-enter.js';
import type { FormView } from './form-view.js';
import { agencyStep } from './steps/agency-step.js';
import { personStep } from './steps/person-step.js';
import { reviewStep } from './steps/review-step.js';
import { subjectStep } from './steps/subject-step.js';

/** What the buttons of a step do, and whether the declaration is on its way. */
export interface StepActs {
  readonly sending: boolean;
  submit(event: Event): void;
  back(): void;
}

/**
 * The step in hand as a form, with its buttons; `photographs` is the part that stays in the page, `later` what is loaded for some purposes.
 * The kit's own form controls in it belong to no form (`form=""`): what is still missing there would make this one invalid, which Firefox (153 ESR) tells
 * and Orca says before the first line of an untouched step.
 */
export function stepForm(
  view: FormView,
  photographs: TemplateResult,
  later: TemplateResult | typeof nothing,
  { sending, submit, back }: StepActs,
): TemplateResult {
  const { t, form } = view;
  const { step } = form;
  return html`<form novalidate @submit=${submit} @keydown=${ignoreComposedEnter} aria-busy=${String(sending)}>
    ${step === 'subject' ? subjectStep(view) : step === 'person' ? personStep(view) : step === 'agency' ? agencyStep(view) : step === 'review' ? reviewStep(view) : step === 'photographs' ? nothing : later}
    ${photographs}
    <div class="actions" part="actions">
      <button type="submit" class="primary" aria-disabled=${sending ? 'true' : nothing}>${step === 'review' ? (sending ? t('recording') : t('record')) : t('next')}</button>
      ${step === 'subject' ? nothing : html`<button type="button" ?disabled=${sending} @click=${back}>${t('back')}</button>`}
    </div>
  </form>`;
}
