import type { Field } from './asked-fields.js';
import { changesOf } from './changes.js';
import { certificateFields, certificateOf, checkCertificate } from './certificate.js';
import { ADJUSTED_FACTS } from './choices.js';
import { type DeclarationFault, error } from './fault.js';
import type { DeclarationForm } from './form.js';
import { HANDING_IN } from './handing-in.js';
import { checkRead } from './number-checks.js';
import { checkPhotographs } from './photograph-checks.js';
import { readEmail } from './readings.js';
import type { PurposeRules } from './rules.js';

/**
 * Điều chỉnh thông tin (R2): section 2 of Mẫu 01, "chỉ ghi những nội dung có thay đổi, bổ sung". Who declares is named to be matched with the account; of the
 * rest only what changes is asked. A renewed certificate is given as a whole. No photographs: the identity paper is shown with the signed form.
 */
export const ADJUSTING: PurposeRules = {
  steps: () => ['person', 'adjustment', 'agency'],
  fields: (form, step, identity) => (step === 'person' ? identity : step === 'adjustment' ? adjustmentFields(form) : step === 'agency' ? HANDING_IN : []),
  compose: (form, text) => {
    const changes = changesOf(form);
    return {
      changes,
      certificate: changes.includes('certificate') ? certificateOf(text) : undefined,
      email: changes.includes('email') ? text('email') : undefined,
    };
  },
  check: ({ changes = [], certificate, email, photographs = [] }, _subject, context) => [
    ...checkChanges(changes),
    ...(changes.includes('certificate') ? checkCertificate(certificate, context, true) : []),
    ...(changes.includes('email') ? checkRead('/email', email, readEmail) : []),
    ...checkPhotographs(photographs, []),
  ],
};

/** The number to be reached at is asked in any case; where it is what changes, once. */
function adjustmentFields(form: DeclarationForm): readonly Field[] {
  const changes = changesOf(form);
  const phone = { id: 'mobilePhone', answeredBy: 'text', required: true } as const;
  return [
    { id: 'changes', answeredBy: 'choices', required: true, options: ADJUSTED_FACTS },
    ...(changes.includes('certificate') ? certificateFields(true) : []),
    ...(changes.includes('email') ? [{ id: 'email', answeredBy: 'text', required: true } as const] : []),
    ...(changes.includes('mobilePhone') ? [phone] : []),
    { id: 'contactName', answeredBy: 'text', required: true },
    ...(changes.includes('mobilePhone') ? [] : [phone]),
  ];
}

function checkChanges(changes: readonly string[]): readonly DeclarationFault[] {
  if (changes.length === 0) return [error('/changes', 'changes.none')];
  const known: readonly string[] = ADJUSTED_FACTS;
  return changes.every((fact, at) => known.includes(fact) && changes.indexOf(fact) === at) ? [] : [error('/changes', 'choice.unknown')];
}
