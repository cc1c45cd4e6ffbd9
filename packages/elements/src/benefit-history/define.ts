import { defineElement } from '../foundation/define-element.js';
import { BhxhBenefitHistory } from './benefit-history.js';

defineElement('bhxh-benefit-history', BhxhBenefitHistory);

// So that importing this file tells TypeScript the tag, too.
export { BhxhBenefitHistory };
