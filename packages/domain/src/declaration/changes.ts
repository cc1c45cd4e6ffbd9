import { ADJUSTED_FACTS } from './choices.js';
import { type DeclarationForm, textOf } from './form.js';
import type { AdjustedFact } from './submission.js';

/** What an adjustment changes as the person ticked it, in the order of the form (R2). */
export function changesOf(form: DeclarationForm): readonly AdjustedFact[] {
  const ticked = textOf(form, 'changes').split(' ');
  return ADJUSTED_FACTS.filter((fact) => ticked.includes(fact));
}
