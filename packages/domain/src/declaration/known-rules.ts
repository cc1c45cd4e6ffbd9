import { CHILD } from './child.js';
import { INDIVIDUAL } from './individual.js';
import { REGISTERING } from './registering.js';
import type { DeclarationRules } from './rules.js';

/** What every form knows from the start: most who open it register themselves or a child. */
export const REGISTERING_PERSONS: DeclarationRules = { purposes: { register: REGISTERING }, subjects: { individual: INDIVIDUAL, child: CHILD } };

let known = REGISTERING_PERSONS;

/**
 * Fetches the rules of organisations, adjusting and stopping, of which a form that registers a person has no need. Until it is fulfilled a form of another
 * purpose or subject asks nothing and is refused by `choice.unknown`; it rejects when they cannot be loaded. `checkDeclaration` knows them without it.
 */
export async function loadEveryRule(): Promise<void> {
  known = (await import('./every-rule.js')).EVERY_RULE;
}

/** The rules a form goes by just now. */
export function knownRules(): DeclarationRules {
  return known;
}
