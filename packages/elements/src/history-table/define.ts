import { defineElement } from '../foundation/define-element.js';
import { BhxhHistoryTable } from './history-table.js';

defineElement('bhxh-history-table', BhxhHistoryTable);

// So that importing this file tells TypeScript the tag, too.
export { BhxhHistoryTable };
