import { compose, submittedPhotographs } from './assembly.js';
import { fieldsOf } from './asked-fields.js';
import type { DeclarationLookups } from './check-context.js';
import { checkUnder } from './checking.js';
import type { DeclarationFault, FormFault } from './fault.js';
import { type FieldId, fieldAt } from './fields.js';
import { type DeclarationForm, STEPS, type StepId } from './form.js';
import { knownRules } from './known-rules.js';
import type { PhotographKind } from './submission.js';

/**
 * What is wrong, in the form's own fields and in reading order: of one step, or of all. Faults of fields that are not asked just now are not told.
 * A fault without a field (the form is outdated, say) belongs to the review.
 */
export function faultsOf(form: DeclarationForm, step?: StepId, lookups: DeclarationLookups = {}): readonly FormFault[] {
  const { pack, today, circumstances, holder } = form;
  const found = checkUnder(knownRules(), compose(form), { pack, today, ...circumstances, ...holder, ...lookups });
  const faults = [...found.map((fault) => withField(form, waiting(form, fault))), ...form.serverFaults.map((fault) => withField(form, fault))];
  const order = STEPS.flatMap((id) => (step === undefined || step === id ? fieldsOf(form, id).map((field) => field.id) : []));
  const place = (fault: FormFault) => (fault.field === undefined ? order.length : order.indexOf(fault.field));
  const told = faults.filter((fault) => (fault.field === undefined ? step === undefined || step === 'review' : order.includes(fault.field)));
  return told.sort((one, other) => place(one) - place(other));
}

/** The faults of one field, the gateway's too. */
export function faultsOfField(form: DeclarationForm, field: FieldId, lookups: DeclarationLookups = {}): readonly FormFault[] {
  return faultsOf(form, undefined, lookups).filter((fault) => fault.field === field);
}

/** The field of a fault in this form. */
export function fieldOfFault(form: DeclarationForm, fault: DeclarationFault): FieldId | undefined {
  return fieldAt(fault.pointer, submittedPhotographs(form), fault.facts['kind'] as PhotographKind | undefined);
}

function withField(form: DeclarationForm, fault: DeclarationFault): FormFault {
  const field = fieldOfFault(form, fault);
  return field === undefined ? fault : { ...fault, field };
}

/** A photograph that is missing because it is on its way, or because its upload failed, is said so. */
function waiting(form: DeclarationForm, fault: DeclarationFault): DeclarationFault {
  if (fault.code !== 'photograph.missing') return fault;
  const status = form.photographs[fault.facts['kind'] as PhotographKind]?.status;
  if (status === 'uploading') return { ...fault, code: 'photograph.uploading' };
  return status === 'failed' ? { ...fault, code: 'photograph.not-uploaded' } : fault;
}
