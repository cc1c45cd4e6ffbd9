import { defineElement } from '../foundation/define-element.js';
import { BhxhConsent } from './consent.js';

defineElement('bhxh-consent', BhxhConsent);

// So that importing this file tells TypeScript the tag, too.
export { BhxhConsent };
