import { defineElement } from '../foundation/define-element.js';
import { BhxhVisitHistory } from './visit-history.js';

defineElement('bhxh-visit-history', BhxhVisitHistory);
