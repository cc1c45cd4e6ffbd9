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
  const { purposes, subjects } = knownRules();
  return purposes[form.purpose]?.fields(form, step, [...NAMED, ...(subjects[form.subject ?? 'individual']?.fields ?? [])]) ?? [];
}

/** The step that asks a field. */
export function stepOf(form: DeclarationForm, field: FieldId): StepId | undefined {
  return STEPS.find((step) => fieldsOf(form, step).some(({ id }) => id === field));
}

const FIRST: readonly Field[] = [
  { id: 'purpose', answeredBy: 'choice', required: true, options: ['register', 'adjust', 'stop'] },
  { id: 'subject', answeredBy: 'choice', required: true, options: ['individual', 'child', 'organisation'] },
];

/** Every subject has a name and a number. */
const NAMED: readonly Field[] = [
  { id: 'fullName', answeredBy: 'text', required: true },
  { id: 'bhxhNumber', answeredBy: 'text', required: true },
];
