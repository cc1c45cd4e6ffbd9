import { ageOn } from '../dates/calendar.js';
import type { CheckContext } from './check-context.js';
import { checkBirthDate } from './date-checks.js';
import { type DeclarationFault, error } from './fault.js';
import { checkBhxhNumber, checkIdentityNumber, checkRead, compareWithHolder } from './number-checks.js';
import { pruned } from './pruned.js';
import { readBhxhNumber, readName } from './readings.js';
import type { SubjectRules } from './rules.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** Trẻ em (R16): without an identity paper of its own, behind a guardian who has one. */
export const CHILD: SubjectRules = {
  fields: [
    { id: 'birthDate', answeredBy: 'partial-date', required: true },
    { id: 'guardianBhxhNumber', answeredBy: 'text', required: false },
    { id: 'guardianIdentityNumber', answeredBy: 'text', required: true },
  ],
  compose: (text) => ({
    birthDate: text('birthDate') || undefined,
    guardian: pruned({ bhxhNumber: text('guardianBhxhNumber') || undefined, identityNumber: text('guardianIdentityNumber') }),
  }),
  check: (declaration, context) => [
    ...checkRead('/fullName', declaration.fullName, readName),
    ...checkBhxhNumber('/bhxhNumber', declaration.bhxhNumber, context),
    ...checkChild(declaration, context),
  ],
};

/** Who the pack counts as a child, and who speaks for it. */
function checkChild(declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
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
