import { defineElement } from '../foundation/define-element.js';
import { BhxhReviewCase } from './review-case.js';

defineElement('bhxh-review-case', BhxhReviewCase);

// So that importing this file tells TypeScript the tag, too.
export { BhxhReviewCase };
