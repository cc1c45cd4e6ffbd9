import { defineElement } from '../foundation/define-element.js';
import { BhxhAgencyPicker } from './agency-picker.js';

defineElement('bhxh-agency-picker', BhxhAgencyPicker);

// So that importing this file tells TypeScript the tag, too.
export { BhxhAgencyPicker };
