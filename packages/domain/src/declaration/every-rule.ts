import { ADJUSTING } from './adjusting.js';
import { ORGANISATION } from './organisation.js';
import { knowRules, REGISTERING_PERSONS } from './known-rules.js';
import type { DeclarationRules } from './rules.js';
import { STOPPING } from './stopping.js';

/** Every purpose and every subject (R1, R2). */
export const EVERY_RULE: DeclarationRules = {
  purposes: { ...REGISTERING_PERSONS.purposes, adjust: ADJUSTING, stop: STOPPING },
  subjects: { ...REGISTERING_PERSONS.subjects, organisation: ORGANISATION },
};

/**
 * Lets forms be of every purpose and subject. Until it is called a form that adjusts, stops or is an organisation's asks nothing and is refused by
 * `choice.unknown`; `checkDeclaration` knows every rule without it. No part of the package's first entry, so that a page which registers persons carries none of it.
 */
export function knowEveryRule(): void {
  knowRules(EVERY_RULE);
}
