import { ageOn } from '../dates/calendar.js';
import type { CheckContext } from './checks.js';
import { checkBirthDate } from './date-checks.js';
import { type DeclarationFault, error } from './fault.js';
import { checkBhxhNumber, checkIdentityNumber, compareWithHolder } from './number-checks.js';
import { readBhxhNumber } from './readings.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** R16: who the pack counts as a child, without an identity paper of its own, behind a guardian who has one. */
export function checkChild(declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
  const { identityNumber, birthDate = '', guardian = {}, bhxhNumber } = declaration;
  const number = readBhxhNumber(bhxhNumber ?? '');
  return [
    ...(context.pack.childDirectly || context.guardianSignedIn ? [] : [error('/subject', 'child.guardian-first')]),
    ...(identityNumber ? [error('/identityNumber', 'child.identity-given')] : []),
    ...checkChildAge(birthDate, context),
    ...(number.ok && number.value.kind === 'personal-id' ? compareWithHolder('/bhxhNumber', number.value, birthDate, context) : []),
    ...(guardian.bhxhNumber ? checkBhxhNumber('/guardian/bhxhNumber', guardian.bhxhNumber, context) : []),
    ...(number.ok && sameNumber(number.value.wire, guardian.bhxhNumber) ? [error('/guardian/bhxhNumber', 'guardian.same-number')] : []),
    ...checkIdentityNumber('/guardian/identityNumber', guardian.identityNumber, context),
  ];
}

/** A child by every day its birth date can mean; where the date leaves it open, the whole date is asked. */
function checkChildAge(birthDate: string, { pack, today }: CheckContext): readonly DeclarationFault[] {
  const faults = checkBirthDate('/birthDate', birthDate, today);
  if (faults.length > 0) return faults;
  const { least, most } = ageOn(birthDate, today);
  const age = pack.childBelowAge;
  if (least >= age) return [error('/birthDate', 'child.too-old', { age })];
  return most >= age ? [error('/birthDate', 'child.birth-date-too-vague', { age })] : [];
}

function sameNumber(own: string, guardians: string | undefined): boolean {
  const reading = readBhxhNumber(guardians ?? '');
  return reading.ok && reading.value.wire === own;
}
