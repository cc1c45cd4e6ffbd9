import { html } from 'lit';
import { choiceField, complaints, controlId, labelId, mark, textField } from './fields.js';
import { certificateBlock } from './steps/certificate-block.js';

/** What a step that is loaded later draws with: a part of its own cannot bring Lit a second time. */
export const stepTools = { html, choiceField, complaints, controlId, labelId, mark, textField, certificateBlock };
