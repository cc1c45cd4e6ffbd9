import { defineElement } from '../foundation/define-element.js';
import { BhxhActivate } from './activate.js';

defineElement('bhxh-activate', BhxhActivate);

// So that importing this file tells TypeScript the tag, too.
export { BhxhActivate };
