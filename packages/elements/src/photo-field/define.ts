import { defineElement } from '../foundation/define-element.js';
import { BhxhPhotoField } from './photo-field.js';

defineElement('bhxh-photo-field', BhxhPhotoField);

// So that importing this file tells TypeScript the tag, too.
export { BhxhPhotoField };
