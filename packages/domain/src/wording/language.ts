import type { FirstFaultWords } from './fault-words.js';
import type { FirstFieldLabels } from './field-labels.js';
import type { Names } from './names.js';

/** What the domain says in one language; some words are loaded by what needs them. */
export interface Language {
  readonly faults: FirstFaultWords;
  readonly labels: FirstFieldLabels;
  readonly names: Names;
  /** For a code newer than this copy. */
  readonly unknown: string;
  /** Where no field is known. */
  readonly thisField: string;
}
