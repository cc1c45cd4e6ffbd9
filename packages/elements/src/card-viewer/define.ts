import { defineElement } from '../foundation/define-element.js';
import { BhxhCardViewer } from './card-viewer.js';

defineElement('bhxh-card-viewer', BhxhCardViewer);

// So that importing this file tells TypeScript the tag, too.
export { BhxhCardViewer };
