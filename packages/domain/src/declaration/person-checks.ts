import type { CheckContext } from './checks.js';
import { checkChild } from './child-checks.js';
import { emailRequired } from './circumstances.js';
import { checkBirthDate } from './date-checks.js';
import { type DeclarationFault, error, warning } from './fault.js';
import { checkBhxhNumber, checkIdentityNumber, checkRead, compareWithHolder } from './number-checks.js';
import { readBhxhNumber, readEmail, readIdentityNumber, readName, readPhone } from './readings.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** R3, R16, R18: who declares, under which numbers, and how to reach them. */
export function checkPerson(declaration: UncheckedDeclaration, subject: 'individual' | 'child', context: CheckContext): readonly DeclarationFault[] {
  return [
    ...checkRead('/fullName', declaration.fullName, readName),
    ...checkBhxhNumber('/bhxhNumber', declaration.bhxhNumber, context),
    ...(subject === 'child' ? checkChild(declaration, context) : checkIndividual(declaration, context)),
    ...checkRead('/contactName', declaration.contactName, readName),
    ...checkRead('/mobilePhone', declaration.mobilePhone, readPhone),
    ...checkEmail(declaration.email, context),
  ];
}

function checkIndividual(declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
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

function checkEmail(email: string | undefined, context: CheckContext): readonly DeclarationFault[] {
  if (!email?.trim()) return emailRequired(context.pack, context) ? [error('/email', 'required')] : [];
  return checkRead('/email', email, readEmail);
}
