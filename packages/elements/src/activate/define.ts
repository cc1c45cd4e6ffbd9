import { defineElement } from '../foundation/define-element.js';
import { BhxhActivate } from './activate.js';

defineElement('bhxh-activate', BhxhActivate);
