import type { CheckContext } from './check-context.js';
import { checkChoice } from './choice-checks.js';
import { HAND_INS } from './choices.js';
import { type DeclarationFault, error } from './fault.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** R3, R6, R7: where the declaration goes and how, and the commitment. Every purpose asks them. */
export function checkHandingIn(declaration: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
  return [
    ...checkAgencyCode(declaration.agencyCode ?? '', context),
    ...checkChoice('/handIn', declaration.handIn, HAND_INS),
    ...(declaration.commitment === true ? [] : [error('/commitment', 'commitment.missing')]),
  ];
}

function checkAgencyCode(code: string, { agencyExists }: CheckContext): readonly DeclarationFault[] {
  if (!code) return [error('/agencyCode', 'required')];
  if (!/^\d{3}(\d{2})?$/.test(code)) return [error('/agencyCode', 'agency.shape')];
  return agencyExists?.(code) === false ? [error('/agencyCode', 'agency.unknown')] : [];
}
