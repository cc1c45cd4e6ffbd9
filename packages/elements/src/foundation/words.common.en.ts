import type { CommonWords } from './words.common.js';
import type { English } from './words.js';

export default {
  required: 'This field is required.',
  requiredNamed: '{label} is missing. This field is required.',
  requiredMark: 'required',
  loading: 'Loading…',
  retry: 'Try again',
  close: 'Close',
  actFailed: 'This could not be done. Check the network connection and try again; if it still fails, reload the page.',
} satisfies English<CommonWords>;
