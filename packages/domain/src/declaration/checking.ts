import { checkHandingIn } from './agency-checks.js';
import type { CheckContext } from './check-context.js';
import { type DeclarationFault, error } from './fault.js';
import { checkRead } from './number-checks.js';
import { readName, readPhone } from './readings.js';
import type { DeclarationRules } from './rules.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** The checks of a declaration under the rules that are known; a purpose or subject they do not know is refused. */
export function checkUnder({ purposes, subjects }: DeclarationRules, declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
  const purpose = known(purposes, declaration.purpose);
  const subject = known(subjects, declaration.subject);
  if (!purpose) return [unknown('/purpose', declaration.purpose)];
  if (!subject) return [unknown('/subject', declaration.subject)];
  return [
    ...(declaration.rulePack === context.pack.id ? [] : [error('/rulePack', 'rule-pack.other', { expected: context.pack.id })]),
    ...subject.rules.check(declaration, context),
    ...checkRead('/contactName', declaration.contactName, readName),
    ...checkRead('/mobilePhone', declaration.mobilePhone, readPhone),
    ...purpose.rules.check(declaration, subject.name, context),
    ...checkHandingIn(declaration, context),
  ];
}

function known<Name extends string, Rules>(table: Readonly<Partial<Record<Name, Rules>>>, name: string | undefined) {
  const rules = name !== undefined && Object.hasOwn(table, name) ? table[name as Name] : undefined;
  return rules && { name: name as Name, rules };
}

function unknown(pointer: string, text: string | undefined): DeclarationFault {
  return error(pointer, text ? 'choice.unknown' : 'required');
}
