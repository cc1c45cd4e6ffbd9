import type { CheckContext } from './check-context.js';
import { checkUnder } from './checking.js';
import { EVERY_RULE } from './every-rule.js';
import type { DeclarationFault } from './fault.js';
import type { UncheckedDeclaration } from './unchecked.js';
import { checkUnasked } from './unasked-checks.js';

/**
 * Everything of R1–R9, R16 and R18 that the declaration itself can show, for every purpose and subject, under one rule pack. Form and gateway share it.
 * Takes anything of the submission's outer shape, half filled too, and never throws. Empty means: nothing to say.
 */
export function checkDeclaration(declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
  return [...checkUnder(EVERY_RULE, declaration, context), ...checkUnasked(declaration)];
}

/** Only what stops the declaration. */
export function errorsOf(faults: readonly DeclarationFault[]): readonly DeclarationFault[] {
  return faults.filter((fault) => fault.severity === 'error');
}
