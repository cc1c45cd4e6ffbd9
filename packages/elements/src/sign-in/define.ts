import { defineElement } from '../foundation/define-element.js';
import { BhxhSignIn } from './sign-in.js';

defineElement('bhxh-sign-in', BhxhSignIn);

// So that importing this file tells TypeScript the tag, too.
export { BhxhSignIn };
