import type { AddressScheme, RulePack } from '../rule-packs/rule-pack.js';
import { checkAddress } from './address-checks.js';
import { checkAgency } from './agency-checks.js';
import type { Circumstances } from './circumstances.js';
import { type DeclarationFault, error } from './fault.js';
import { checkPerson } from './person-checks.js';
import { checkPhotographs } from './photograph-checks.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** Questions only a directory can answer; without one they are not asked. */
export interface DeclarationLookups {
  /** Whether the agency takes declarations today. */
  readonly agencyExists?: (code: string) => boolean;
  /** Whether the unit exists in that scheme; for a district or commune, below that parent. */
  readonly unitExists?: (unit: {
    readonly scheme: AddressScheme;
    readonly level: 'province' | 'district' | 'commune';
    readonly code: string;
    readonly parentCode?: string;
  }) => boolean;
}

/** What a declaration is checked against. */
export interface CheckContext extends Circumstances, DeclarationLookups {
  readonly pack: RulePack;
  /** Today in Asia/Ho_Chi_Minh, ISO date. */
  readonly today: string;
}

/**
 * Everything of R1–R9, R16 and R18 that the declaration itself can show, under one rule pack. Form and gateway share it.
 * Takes anything of the submission's outer shape, half filled too, and never throws. Empty means: nothing to say.
 */
export function checkDeclaration(declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
  const { purpose, subject, rulePack } = declaration;
  if (purpose !== 'register') return [purpose ? error('/purpose', 'purpose.not-yet') : error('/purpose', 'required')];
  if (subject !== 'individual' && subject !== 'child') return [subject ? error('/subject', 'subject.not-yet') : error('/subject', 'required')];
  return [
    ...(rulePack === context.pack.id ? [] : [error('/rulePack', 'rule-pack.other', { expected: context.pack.id })]),
    ...checkPerson(declaration, subject, context),
    ...checkAddress(declaration.address ?? {}, context),
    ...checkPhotographs(declaration.photographs ?? [], subject, context),
    ...checkAgency(declaration, context),
  ];
}

/** Only what stops the declaration. */
export function errorsOf(faults: readonly DeclarationFault[]): readonly DeclarationFault[] {
  return faults.filter((fault) => fault.severity === 'error');
}
