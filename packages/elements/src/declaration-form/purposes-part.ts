export { EVERY_RULE } from '@bhxh-kit/domain/declaration/every-rule.js';
export { purposeWords } from './purpose-words.js';
export { changeStep } from './steps/change-step.js';
export { withProfile } from './with-profile.js';
