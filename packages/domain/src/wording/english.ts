import { FAULT_WORDS_EN } from './fault-words.en.js';
import { FIELD_LABELS_EN } from './field-labels.en.js';
import type { Language } from './language.js';
import { NAMES_EN } from './names.en.js';

/** English, which a page in Vietnamese never downloads. */
export const ENGLISH: Language = {
  faults: FAULT_WORDS_EN,
  labels: FIELD_LABELS_EN,
  names: NAMES_EN,
  unknown: 'Something is not right at “{field}”. Check this entry.',
  thisField: 'this entry',
};
