import { checkHandingIn } from './agency-checks.js';
import type { CheckContext } from './check-context.js';
import { type DeclarationFault, error } from './fault.js';
import { checkRead } from './number-checks.js';
import { readName, readPhone } from './readings.js';
import type { DeclarationRules } from './rules.js';
import type { SubjectType } from './submission.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** The checks of a declaration under the rules that are known; a purpose or subject they do not know is refused. */
export function checkUnder({ purposes, subjects }: DeclarationRules, declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
  const purpose = own(purposes, declaration.purpose);
  const subject = own(subjects, declaration.subject);
  if (!purpose) return [unknown('/purpose', declaration.purpose)];
  if (!subject) return [unknown('/subject', declaration.subject)];
  return [
    ...(declaration.rulePack === context.pack.id ? [] : [error('/rulePack', 'rule-pack.other', { expected: context.pack.id })]),
    ...subject.check(declaration, context),
    ...checkRead('/contactName', declaration.contactName, readName),
    ...checkRead('/mobilePhone', declaration.mobilePhone, readPhone),
    ...purpose.check(declaration, declaration.subject as SubjectType, context),
    ...checkHandingIn(declaration, context),
  ];
}

/** Not what every object has by inheritance: `constructor` is no purpose. */
function own<Rules>(table: Readonly<Record<string, Rules>>, name = ''): Rules | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function unknown(pointer: string, text: string | undefined): DeclarationFault {
  return error(pointer, text ? 'choice.unknown' : 'required');
}
