import { photographsWaived } from './circumstances.js';
import { PHOTOGRAPHS_OF, type TextFieldId } from './fields.js';
import { type DeclarationForm, keptPhotographs } from './form.js';
import { knownRules } from './known-rules.js';
import { wireText } from './normalise.js';
import { pruned } from './pruned.js';
import type { PhotographKind } from './submission.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** What the form says so far, in the shape of a submission and with nothing that does not apply. */
export function compose(form: DeclarationForm): UncheckedDeclaration {
  const text = (field: TextFieldId) => wireText(form, field);
  const { purposes, subjects } = knownRules();
  return pruned({
    rulePack: form.pack.id,
    purpose: form.purpose,
    subject: form.subject,
    fullName: text('fullName'),
    bhxhNumber: text('bhxhNumber'),
    ...subjects[form.subject ?? 'individual']?.compose(text),
    contactName: text('contactName'),
    mobilePhone: text('mobilePhone'),
    ...purposes[form.purpose]?.compose(form, text),
    agencyCode: text('agency'),
    handIn: text('handIn'),
    commitment: text('commitment') === 'yes',
    photographs: submittedPhotographs(form).map((kind) => ({ kind, ...reference(form, kind) })),
    correctionKey: form.correctionKey,
    locale: form.locale,
  });
}

/** The photographs that travel with the declaration, in their order; none where none are asked. */
export function submittedPhotographs(form: DeclarationForm): readonly PhotographKind[] {
  if (form.purpose !== 'register' || !form.subject || photographsWaived(form.pack, form.circumstances, form.subject)) return [];
  return keptPhotographs(form, PHOTOGRAPHS_OF[form.subject]);
}

function reference(form: DeclarationForm, kind: PhotographKind) {
  const photograph = form.photographs[kind];
  return photograph?.status === 'kept' ? { id: photograph.id, key: photograph.key } : {};
}
