import { type Parsed, fault, ok } from '../parsed/parsed.js';
import { normaliseText } from './normalise.js';

export type OrganisationNameFault = 'organisation-name.empty' | 'organisation-name.shape' | 'organisation-name.length';

/** The longest name taken, in characters. */
export const ORGANISATION_NAME_MAX = 200;

/** Tên cơ quan, tổ chức: any writing with a letter in it, digits and marks too ("Trường THPT số 2", "Công ty TNHH A & B"). Facts: `max` and `actual` characters. */
export function parseOrganisationName(text: string): Parsed<string, OrganisationNameFault> {
  const name = normaliseText(text);
  if (name === '') return fault('organisation-name.empty');
  if (!/\p{L}/u.test(name)) return fault('organisation-name.shape');
  return name.length > ORGANISATION_NAME_MAX ? fault('organisation-name.length', { max: ORGANISATION_NAME_MAX, actual: name.length }) : ok(name);
}
