import type { VneidResult } from '@bhxh-kit/contract';
import type { DeclarationForm, Sex } from '@bhxh-kit/domain';
import { fillFromPaper, takeFromPaper } from '@bhxh-kit/domain/scanning';
import type { FormSession } from './form-session.js';

/**
 * A10: fills the form of whoever came by VNeID, and carries what spares it photographs and paper. Name and number are VNeID's, whatever stood there: of others it proves nothing.
 * A child's form or an organisation's is left alone. Whoever changes name or number afterwards declares as if they had not come by VNeID.
 */
export function fillFromVneid(session: FormSession, { person, identityVerification }: VneidResult, note: () => string): void {
  if (!session.form.subject) session.choose('individual');
  if (session.form.subject !== 'individual') return;
  const { fullName, identityNumber, birthDate, sex } = person;
  session.fill((form) => filled(form, { paper: 'personal-id', fullName, personalId: identityNumber, birthDate, sex: sex as Sex | undefined }));
  for (const field of ['fullName', 'identityNumber', 'bhxhNumber', 'contactName'] as const) session.leave(field);
  session.prove({ identityVerification, birthDate, vneid: true, note });
}

function filled(form: DeclarationForm, paper: Parameters<typeof fillFromPaper>[1]): DeclarationForm {
  const { form: next, differing } = fillFromPaper(form, paper);
  return differing.filter(({ field }) => field === 'fullName' || field === 'identityNumber').reduce(takeFromPaper, next);
}
