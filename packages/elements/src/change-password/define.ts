import { defineElement } from '../foundation/define-element.js';
import { BhxhOneTimeCode } from '../one-time-code/one-time-code.js';
import { BhxhChangePassword } from './change-password.js';

defineElement('bhxh-one-time-code', BhxhOneTimeCode);
defineElement('bhxh-change-password', BhxhChangePassword);

// So that importing this file tells TypeScript the tags, too.
export { BhxhOneTimeCode, BhxhChangePassword };
