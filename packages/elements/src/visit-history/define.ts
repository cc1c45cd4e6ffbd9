import { defineElement } from '../foundation/define-element.js';
import { BhxhVisitHistory } from './visit-history.js';

defineElement('bhxh-visit-history', BhxhVisitHistory);

// So that importing this file tells TypeScript the tag, too.
export { BhxhVisitHistory };
