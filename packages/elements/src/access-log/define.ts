import { defineElement } from '../foundation/define-element.js';
import { BhxhAccessLog } from './access-log.js';

defineElement('bhxh-access-log', BhxhAccessLog);
