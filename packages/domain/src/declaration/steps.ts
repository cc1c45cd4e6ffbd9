import { photographsWaived } from './circumstances.js';
import type { FormFault } from './fault.js';
import { type DeclarationForm, STEPS, type StepId } from './form.js';
import { faultsOf } from './form-faults.js';
import { knownRules } from './known-rules.js';

/** One step for the reader: `skipped` says why it does not apply (a key of the catalogue's `skipReasons`). `number` counts the steps that apply. */
export interface Step {
  readonly id: StepId;
  readonly number?: number;
  readonly skipped?: 'vneid';
  readonly current: boolean;
}

/** A step forward or back. With faults the form stayed where it was. */
export interface Move {
  readonly form: DeclarationForm;
  readonly faults: readonly FormFault[];
}

/** The steps of this form's purpose in order, the skipped ones too. The receipt is no step to walk to, so it is not counted. */
export function stepsOf(form: DeclarationForm): readonly Step[] {
  let number = 0;
  const between = knownRules().purposes[form.purpose]?.steps(form) ?? [];
  return STEPS.filter((id) => id === 'subject' || id === 'review' || between.includes(id) || (id === form.step && id !== 'receipt')).map((id) => {
    const waived = id === 'photographs' ? photographsWaived(form.pack, form.circumstances, form.subject) : undefined;
    // A verified identity is confirmed on the step itself, and taken back there by whoever would rather give photographs (R15).
    const skipped = waived === 'vneid' ? waived : undefined;
    const current = id === form.step;
    return skipped ? { id, skipped, current } : { id, number: ++number, current };
  });
}

/** One step on, or the errors of this step that keep the form here. From the review only `received` leads on. */
export function goNext(form: DeclarationForm): Move {
  const faults = faultsOf(form, form.step).filter((fault) => fault.severity === 'error');
  return faults.length > 0 ? { form, faults } : { form: { ...form, step: neighbour(form, 1) }, faults };
}

/** One step back. Never refused, never loses an answer; from the receipt there is no way back. */
export function goBack(form: DeclarationForm): Move {
  return { form: form.step === 'receipt' ? form : { ...form, step: neighbour(form, -1) }, faults: [] };
}

/** Straight to a step: back freely, forward only over steps without errors, so that it may stop on the way. A skipped step is not walked to. */
export function goTo(form: DeclarationForm, target: StepId): Move {
  if (!stepsOf(form).some((step) => step.id === target && !step.skipped)) return { form, faults: [] };
  const back = STEPS.indexOf(target) < STEPS.indexOf(form.step);
  let move: Move = { form, faults: [] };
  for (let steps = 0; steps < STEPS.length && move.form.step !== target && move.faults.length === 0; steps++)
    move = back ? goBack(move.form) : goNext(move.form);
  return move;
}

function neighbour(form: DeclarationForm, direction: 1 | -1): StepId {
  const open = stepsOf(form).filter((step) => !step.skipped || step.current);
  const at = open.findIndex((step) => step.current);
  return open[at + direction]?.id ?? form.step;
}
