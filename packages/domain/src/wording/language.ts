import type { FaultWords } from './fault-words.js';
import type { FieldLabels } from './field-labels.js';
import type { Names } from './names.js';

/** Everything the domain says in one language. */
export interface Language {
  readonly faults: FaultWords;
  readonly labels: FieldLabels;
  readonly names: Names;
  /** For a code newer than this copy. */
  readonly unknown: string;
  /** Where no field is known. */
  readonly thisField: string;
}
