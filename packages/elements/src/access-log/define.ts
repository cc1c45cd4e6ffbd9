import { defineElement } from '../foundation/define-element.js';
import { BhxhAccessLog } from './access-log.js';

defineElement('bhxh-access-log', BhxhAccessLog);

// So that importing this file tells TypeScript the tag, too.
export { BhxhAccessLog };
