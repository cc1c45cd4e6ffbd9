import { defineElement } from '../foundation/define-element.js';
import { BhxhProfile } from './profile.js';

defineElement('bhxh-profile', BhxhProfile);

// So that importing this file tells TypeScript the tag, too.
export { BhxhProfile };
