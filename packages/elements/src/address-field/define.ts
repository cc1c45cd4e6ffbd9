import { defineElement } from '../foundation/define-element.js';
import { BhxhAddressField } from './address-field.js';

defineElement('bhxh-address-field', BhxhAddressField);

// So that importing this file tells TypeScript the tag, too.
export { BhxhAddressField };
