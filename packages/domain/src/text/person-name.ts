import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { normaliseText } from './normalise.js';

export type PersonNameFault = 'person-name.empty' | 'person-name.digits' | 'person-name.shape' | 'person-name.length';

/** The longest name taken, in characters. */
export const PERSON_NAME_MAX = 120;

/**
 * Họ và tên: one field, family–middle–given. Names of one word, with hyphens, apostrophes and dots (H', K', Y-) are names too; case is left as it is.
 * Facts: `max` and `actual` characters.
 */
export function parsePersonName(text: string): Parsed<string, PersonNameFault> {
  const name = normaliseText(text);
  if (name === '') return fault('person-name.empty');
  if (/\p{N}/u.test(name)) return fault('person-name.digits');
  if (!/^\p{L}[\p{L}\p{M} '’‘ʼ.-]*$/u.test(name)) return fault('person-name.shape');
  return name.length > PERSON_NAME_MAX ? fault('person-name.length', { max: PERSON_NAME_MAX, actual: name.length }) : ok(name);
}
