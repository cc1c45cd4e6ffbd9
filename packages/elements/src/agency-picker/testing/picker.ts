import { fixture, html } from '@open-wc/testing';
import type { AgencyRow, BhxhAgencyPicker } from '../agency-picker.js';
import '../define.js';

export const ROWS: readonly AgencyRow[] = [
  { code: '001', name: 'BHXH Tp. Hà Nội' },
  { code: '00101', name: 'BHXH Quận Ba Đình', parentCode: '001', communeCodes: ['00004'] },
  { code: '00104', name: 'BHXH Quận Đống Đa', parentCode: '001', address: 'Số 1 đường Mẫu', phone: '0900 000 001' },
  { code: '089', name: 'BHXH Tỉnh An Giang' },
];

export const shadow = (picker: BhxhAgencyPicker, selector: string) => picker.shadowRoot!.querySelector<HTMLElement>(selector)!;
export const rows = (picker: BhxhAgencyPicker) => [...picker.shadowRoot!.querySelectorAll('[role=treeitem]')];
export const activeLabel = (picker: BhxhAgencyPicker) => {
  const id = shadow(picker, '.tree').getAttribute('aria-activedescendant')!;
  return picker.shadowRoot!.getElementById(id)!.querySelector('.code')!.textContent;
};
export const press = async (picker: BhxhAgencyPicker, key: string, target = '.tree') => {
  shadow(picker, target).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
  await picker.updateComplete;
};
export const type = async (picker: BhxhAgencyPicker, text: string) => {
  (shadow(picker, '#filter') as HTMLInputElement).value = text;
  shadow(picker, '#filter').dispatchEvent(new InputEvent('input', { bubbles: true }));
  await picker.updateComplete;
};
export const settled = async (picker: BhxhAgencyPicker) => {
  while (!(await picker.updateComplete));
  await new Promise(requestAnimationFrame);
};
export async function picker(props: Partial<BhxhAgencyPicker> = {}): Promise<BhxhAgencyPicker> {
  const element = await fixture<BhxhAgencyPicker>(html`<bhxh-agency-picker label="Cơ quan tiếp nhận" .agencies=${ROWS}></bhxh-agency-picker>`);
  Object.assign(element, props);
  await settled(element);
  return element;
}
export async function opened(props: Partial<BhxhAgencyPicker> = {}): Promise<BhxhAgencyPicker> {
  const element = await picker(props);
  shadow(element, '#control').click();
  await settled(element);
  return element;
}
