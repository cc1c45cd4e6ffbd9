import type { FieldId } from './fields.js';
import { type DeclarationForm, STEPS, type StepId } from './form.js';
import { knownRules } from './known-rules.js';

/** How a field is answered: `unit` and `agency` by their pickers, `check` by a tick, `choice` by one of `options`, `choices` by any of them. */
export interface Field {
  readonly id: FieldId;
  readonly answeredBy: 'text' | 'long-text' | 'date' | 'partial-date' | 'choice' | 'choices' | 'check' | 'unit' | 'agency' | 'photograph';
  readonly required: boolean;
  readonly options?: readonly string[];
}

/** The fields a step asks just now, in reading order; none where the step is not one of this purpose. */
export function fieldsOf(form: DeclarationForm, step: StepId = form.step): readonly Field[] {
  if (step === 'subject') return FIRST;
  if (step === 'review') return [{ id: 'commitment', answeredBy: 'check', required: true }];
  return knownRules().purposes[form.purpose]?.fields(form, step) ?? [];
}

/** The step that asks a field. */
export function stepOf(form: DeclarationForm, field: FieldId): StepId | undefined {
  return STEPS.find((step) => fieldsOf(form, step).some(({ id }) => id === field));
}

const FIRST: readonly Field[] = [{ id: 'subject', answeredBy: 'choice', required: true, options: ['individual', 'child'] }];

/** Who declares: name, number, and what else the subject is known by. Every purpose asks it. */
export function identityFields({ subject = 'individual' }: DeclarationForm): readonly Field[] {
  return [
    { id: 'fullName', answeredBy: 'text', required: true },
    { id: 'bhxhNumber', answeredBy: 'text', required: true },
    ...(knownRules().subjects[subject]?.fields ?? []),
  ];
}

/** Where the declaration goes, and how its paper. */
export function handingInFields(): readonly Field[] {
  return [
    { id: 'agency', answeredBy: 'agency', required: true },
    { id: 'handIn', answeredBy: 'choice', required: true, options: ['at-agency', 'by-post'] },
  ];
}
