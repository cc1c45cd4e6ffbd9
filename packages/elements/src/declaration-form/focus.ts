import type { FieldId } from '@bhxh-kit/domain';
import { ADDRESS_FIELDS, type ChildControl } from './child-complaints.js';

/** What takes the focus after a move: the new step, the errors, why it was not sent, what is checked first, or the field that was asked for. */
export type FocusTarget = 'heading' | 'summary' | 'problem' | 'check' | FieldId;

export function focusOn(root: ParentNode, target: FocusTarget): void {
  if (target !== 'heading' && target !== 'summary' && target !== 'problem' && target !== 'check') return showField(root, target);
  const box = root.querySelector<HTMLElement>(`.${target}`);
  box?.focus({ preventScroll: true });
  box?.scrollIntoView({ block: 'start' });
}

/** Brings a field's label into view and focuses its control. */
export function showField(root: ParentNode, field: FieldId): void {
  const inAddress = ADDRESS_FIELDS.includes(field);
  const control = root.querySelector<ChildControl>(inAddress ? '#address' : `#field-${field}`);
  (root.querySelector(`#label-${field}`) ?? control)?.scrollIntoView({ block: 'start' });
  if (inAddress && control?.focusPart) control.focusPart(field);
  else control?.focus({ preventScroll: true });
}
