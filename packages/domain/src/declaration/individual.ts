import type { CheckContext } from './check-context.js';
import { checkBirthDate } from './date-checks.js';
import { type DeclarationFault, error, warning } from './fault.js';
import { checkBhxhNumber, checkIdentityNumber, checkRead, compareWithHolder } from './number-checks.js';
import { readBhxhNumber, readIdentityNumber, readName } from './readings.js';
import type { SubjectRules } from './rules.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** Cá nhân (R3, R18). */
export const INDIVIDUAL: SubjectRules = {
  fields: [{ id: 'identityNumber', answeredBy: 'text', required: true }],
  compose: (text) => ({ identityNumber: text('identityNumber') || undefined }),
  check: (declaration, context) => [
    ...checkRead('/fullName', declaration.fullName, readName),
    ...checkBhxhNumber('/bhxhNumber', declaration.bhxhNumber, context),
    ...checkIdentity(declaration, context),
  ],
};

function checkIdentity(declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
  const { identityNumber, bhxhNumber, birthDate, guardian } = declaration;
  const faults = [...checkIdentityNumber('/identityNumber', identityNumber, context)];
  if (birthDate) faults.push(...checkBirthDate('/birthDate', birthDate, context.today));
  if (guardian) faults.push(error('/guardian', 'guardian.unasked'));
  const paper = readIdentityNumber(identityNumber ?? '');
  const number = readBhxhNumber(bhxhNumber ?? '');
  if (!paper.ok || paper.value.kind !== 'personal-id') return faults;
  faults.push(...compareWithHolder('/identityNumber', paper.value, birthDate, context));
  const twoIds = number.ok && number.value.kind === 'personal-id' && number.value.wire !== paper.value.wire;
  return twoIds ? [...faults, warning('/bhxhNumber', 'identity.other-number')] : faults;
}
