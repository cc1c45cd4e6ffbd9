import { defineElement } from '../foundation/define-element.js';
import { BhxhOneTimeCode } from './one-time-code.js';

defineElement('bhxh-one-time-code', BhxhOneTimeCode);

// So that importing this file tells TypeScript the tag, too.
export { BhxhOneTimeCode };
