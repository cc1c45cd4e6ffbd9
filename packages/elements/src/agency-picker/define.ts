import { defineElement } from '../foundation/define-element.js';
import { BhxhAgencyPicker } from './agency-picker.js';

defineElement('bhxh-agency-picker', BhxhAgencyPicker);
