import { defineElement } from '../foundation/define-element.js';
import { BhxhProfile } from './profile.js';

defineElement('bhxh-profile', BhxhProfile);
