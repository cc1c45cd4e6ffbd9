import { BhxhAddressField } from '../address-field/address-field.js';
import { BhxhAgencyPicker } from '../agency-picker/agency-picker.js';
import { defineElement } from '../foundation/define-element.js';
import { BhxhDeclarationForm } from './declaration-form.js';

defineElement('bhxh-address-field', BhxhAddressField);
defineElement('bhxh-agency-picker', BhxhAgencyPicker);
defineElement('bhxh-declaration-form', BhxhDeclarationForm);

// So that importing this file tells TypeScript the tags, too.
export { BhxhAddressField, BhxhAgencyPicker, BhxhDeclarationForm };
