import { ADJUSTING } from './adjusting.js';
import { ORGANISATION } from './organisation.js';
import { CHILD } from './child.js';
import { FIRST_RULES } from './known-rules.js';
import type { DeclarationRules } from './rules.js';
import { STOPPING } from './stopping.js';

/** Every purpose and every subject (R1, R2). No part of the package's first entry: a page where people register themselves carries none of it until it asks. */
export const EVERY_RULE: DeclarationRules = {
  purposes: { ...FIRST_RULES.purposes, adjust: ADJUSTING, stop: STOPPING },
  subjects: { ...FIRST_RULES.subjects, child: CHILD, organisation: ORGANISATION },
};
