import { defineElement } from '../foundation/define-element.js';
import { BhxhProvider } from './provider.js';

defineElement('bhxh-provider', BhxhProvider);

// So that importing this file tells TypeScript the tag, too.
export { BhxhProvider };
