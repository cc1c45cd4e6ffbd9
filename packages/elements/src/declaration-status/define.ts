import { defineElement } from '../foundation/define-element.js';
import { BhxhDeclarationStatus } from './declaration-status.js';

defineElement('bhxh-declaration-status', BhxhDeclarationStatus);

// So that importing this file tells TypeScript the tag, too.
export { BhxhDeclarationStatus };
