import { defineElement } from '../foundation/define-element.js';
import { BhxhSignIn } from './sign-in.js';

defineElement('bhxh-sign-in', BhxhSignIn);
