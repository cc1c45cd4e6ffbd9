import type { FieldId } from '@bhxh-kit/domain';
import { moveFocus } from '../foundation/move-focus.js';
import { ADDRESS_FIELDS, type ChildControl } from './child-complaints.js';

/** What takes the focus after a move: the new step, the errors, why it was not sent, what is checked first, or the field that was asked for. */
export type FocusTarget = 'heading' | 'summary' | 'problem' | 'check' | FieldId;

export function focusOn(root: ParentNode, target: FocusTarget): void {
  // The box of a field may have its name for a class, too.
  const box = root.querySelector<HTMLElement>(`.${target}:not(.field)`);
  if (!box) return showField(root, target as FieldId);
  moveFocus(box);
  box.scrollIntoView();
}

/** Brings a field's label into view and focuses its control. */
export function showField(root: ParentNode, field: FieldId): void {
  const control = root.querySelector<ChildControl>(ADDRESS_FIELDS.includes(field) ? '#address' : `#field-${field}`);
  (root.querySelector(`#label-${field}`) ?? control)?.scrollIntoView();
  if (control?.focusPart) control.focusPart(field);
  else control?.focus({ preventScroll: true });
}
