import { FAULT_WORDS_VI } from './fault-words.vi.js';
import { FIELD_LABELS_VI } from './field-labels.vi.js';
import type { Language } from './language.js';
import { NAMES_VI } from './names.vi.js';

/** Vietnamese, the source of truth. */
export const VIETNAMESE: Language = {
  faults: FAULT_WORDS_VI,
  labels: FIELD_LABELS_VI,
  names: NAMES_VI,
  unknown: 'Có điều chưa đúng ở “{field}”. Hãy kiểm tra lại mục này.',
  thisField: 'mục này',
};
