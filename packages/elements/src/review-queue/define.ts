import { defineElement } from '../foundation/define-element.js';
import { BhxhReviewQueue } from './review-queue.js';

defineElement('bhxh-review-queue', BhxhReviewQueue);

// So that importing this file tells TypeScript the tag, too.
export { BhxhReviewQueue };
