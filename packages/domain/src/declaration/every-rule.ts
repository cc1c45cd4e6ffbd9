import { ADJUSTING } from './adjusting.js';
import { ORGANISATION } from './organisation.js';
import { REGISTERING_PERSONS } from './known-rules.js';
import type { DeclarationRules } from './rules.js';
import { STOPPING } from './stopping.js';

/** Every purpose and every subject (R1, R2). No part of the package's first entry: a page that registers persons carries none of it until it asks. */
export const EVERY_RULE: DeclarationRules = {
  purposes: { ...REGISTERING_PERSONS.purposes, adjust: ADJUSTING, stop: STOPPING },
  subjects: { ...REGISTERING_PERSONS.subjects, organisation: ORGANISATION },
};
