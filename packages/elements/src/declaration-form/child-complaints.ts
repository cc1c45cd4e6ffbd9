import type { FieldId } from '@bhxh-kit/domain';
import { PHOTOGRAPH_KINDS } from '@bhxh-kit/domain/declaration/choices.js';
import { photographField } from '@bhxh-kit/domain/declaration/fields.js';
import type { FormView } from './form-view.js';

/** What the form uses of a control in a shadow root of its own, be it this copy's or another's. */
export interface ChildControl extends HTMLElement {
  setCustomValidity?(sentence: string): void;
  showError?(): void;
  focusPart?(part: FieldId): void;
}

export const ADDRESS_FIELDS: readonly FieldId[] = ['province', 'district', 'commune', 'street'];
const CHILDREN: readonly { readonly id: string; readonly fields: readonly FieldId[] }[] = [
  { id: 'address', fields: ADDRESS_FIELDS },
  { id: 'field-agency', fields: ['agency'] },
  ...PHOTOGRAPH_KINDS.map((kind) => ({ id: `field-${photographField(kind)}`, fields: [photographField(kind)] })),
];

/** Hands the faults of their fields to the controls that show them themselves: `aria-describedby` cannot cross a shadow root. */
export function tellChildren(root: ParentNode, view: FormView, before: WeakMap<Element, string>): void {
  for (const { id, fields } of CHILDREN) {
    const control = root.querySelector<ChildControl>(`#${id}`);
    if (!control?.setCustomValidity) continue;
    const errors = fields.flatMap((field) => view.told(field)).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) control.showError?.();
    const sentence = errors
      .filter(({ code }) => id !== 'address' || code !== 'required') // it says itself which of its parts is missing
      .map((fault) => view.sentence(fault))
      .join(' ');
    if (sentence === (before.get(control) ?? '')) continue;
    before.set(control, sentence);
    control.setCustomValidity(sentence);
  }
}
