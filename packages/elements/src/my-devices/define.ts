import { defineElement } from '../foundation/define-element.js';
import { BhxhMyDevices } from './my-devices.js';

defineElement('bhxh-my-devices', BhxhMyDevices);

// So that importing this file tells TypeScript the tag, too.
export { BhxhMyDevices };
