import type { Field } from './asked-fields.js';

/** Where the declaration goes, and how its paper (R6, R7). */
export const HANDING_IN: readonly Field[] = [
  { id: 'agency', answeredBy: 'agency', required: true },
  { id: 'handIn', answeredBy: 'choice', required: true, options: ['at-agency', 'by-post'] },
];
