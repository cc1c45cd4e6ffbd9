import { defineElement } from '../foundation/define-element.js';
import { BhxhOneTimeCode } from '../one-time-code/one-time-code.js';
import { BhxhForgotPassword } from './forgot-password.js';

defineElement('bhxh-one-time-code', BhxhOneTimeCode);
defineElement('bhxh-forgot-password', BhxhForgotPassword);

// So that importing this file tells TypeScript the tags, too.
export { BhxhOneTimeCode, BhxhForgotPassword };
