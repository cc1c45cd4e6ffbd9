import { defineWords } from './words.js';
import { states } from './words.state.js';

const vi = {
  ...states,
  required: 'Mục này là bắt buộc.',
  requiredNamed: 'Chưa nhập: {label}. Mục này là bắt buộc.',
} as const;

/** The keys and facts of `commonWords`. */
export type CommonWords = typeof vi;

/** What every form control says, beside the states. Keys of a host's catalogue start with `common.`. */
export const commonWords = defineWords('common', { vi, en: () => import('./words.common.en.js') });
