import { stepsOf } from '@bhxh-kit/domain/declaration/steps.js';
import { html, type TemplateResult } from 'lit';
import type { FormView } from './form-view.js';

/** The steps as a list: where the person is, what is done, what is skipped. Moving is done by the buttons below, one way for everybody. */
export function progress(view: FormView): TemplateResult {
  const steps = stepsOf(view.form);
  const current = steps.findIndex((step) => step.current);
  return html`<ol class="steps" part="steps" aria-label=${view.t('steps')}>
    ${steps.map((step, at) => {
      const state = step.current ? 'current' : step.skipped ? 'skipped' : at < current ? 'done' : 'ahead';
      const note = state === 'done' ? view.t('doneStep') : state === 'skipped' ? view.t('skippedStep') : '';
      return html`<li class=${state} aria-current=${step.current ? 'step' : 'false'}>
        <span class="dot" aria-hidden="true">${state === 'done' ? '✓' : (step.number ?? '–')}</span>
        <span class="step-name">${view.codeName('step', step.id)}${note ? html`<span class="visually-hidden"> (${note})</span>` : ''}</span>
      </li>`;
    })}
  </ol>`;
}

/** "Bước 2/5: Thông tin cá nhân". Takes the focus when the step changes. */
export function stepHeading({ form, t, codeName }: FormView): string {
  const counted = stepsOf(form).filter(({ number }) => number !== undefined);
  const name = codeName('step', form.step);
  return t('step', { number: counted.find(({ current }) => current)?.number ?? 1, total: counted.length, name });
}

/** R15: a step that does not apply is said so on the step after it. */
export function skippedNotes({ form, codeName }: FormView): readonly string[] {
  const steps = stepsOf(form);
  const current = steps.findIndex((step) => step.current);
  return steps.flatMap((step, at) => (step.skipped && at === current - 1 ? codeName('skipReason', step.skipped) : []));
}
