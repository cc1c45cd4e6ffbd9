import { defineElement } from '../foundation/define-element.js';
import { BhxhConsent } from './consent.js';

defineElement('bhxh-consent', BhxhConsent);
