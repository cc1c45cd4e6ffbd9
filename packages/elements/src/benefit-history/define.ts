import { defineElement } from '../foundation/define-element.js';
import { BhxhBenefitHistory } from './benefit-history.js';

defineElement('bhxh-benefit-history', BhxhBenefitHistory);
