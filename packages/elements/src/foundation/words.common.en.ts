import type { CommonWords } from './words.common.js';
import states from './words.state.en.js';
import type { English } from './words.js';

export default {
  ...states,
  required: 'This field is required.',
  requiredNamed: '{label} is missing. This field is required.',
} satisfies English<CommonWords>;
