import { defineElement } from '../foundation/define-element.js';
import { BhxhProvider } from './provider.js';

defineElement('bhxh-provider', BhxhProvider);
