import { INDIVIDUAL } from './individual.js';
import { REGISTERING } from './registering.js';
import type { DeclarationRules } from './rules.js';

/** What every form knows from the start: most who open it register themselves. */
export const FIRST_RULES: DeclarationRules = { purposes: { register: REGISTERING }, subjects: { individual: INDIVIDUAL } };

let known = FIRST_RULES;

/**
 * The rules every form goes by from now on: `knowRules(EVERY_RULE)`. Until then a form that adjusts, stops or is a child's or an organisation's asks nothing and is refused by
 * `choice.unknown`; `checkDeclaration` knows every rule without it.
 */
export function knowRules(rules: DeclarationRules): void {
  known = rules;
}

/** The rules a form goes by just now. */
export function knownRules(): DeclarationRules {
  return known;
}
