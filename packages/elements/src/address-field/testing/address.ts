import type { Unit } from '@bhxh-kit/domain';
import { fixture, html } from '@open-wc/testing';
import type { AddressValue, BhxhAddressField } from '../address-field.js';
import '../define.js';

const MANY = Array.from(
  { length: 600 },
  (_, at): Unit => ({ scheme: '2025', code: `${20000 + at}`, name: `Xã Mẫu ${at}`, level: 'commune', parentCode: '91' }),
);
export const UNITS: readonly Unit[] = [
  { scheme: '2021', code: '01', name: 'Thành phố Hà Nội', level: 'province' },
  { scheme: '2021', code: '272', name: 'Huyện Phúc Thọ', level: 'district', parentCode: '01' },
  { scheme: '2021', code: '09763', name: 'Xã Phúc Hòa', level: 'commune', parentCode: '272' },
  { scheme: '2025', code: '01', name: 'Thành phố Hà Nội', level: 'province' },
  { scheme: '2025', code: '00004', name: 'Phường Ba Đình', level: 'commune', parentCode: '01' },
  { scheme: '2025', code: '00166', name: 'Phường Cầu Giấy', level: 'commune', parentCode: '01' },
  { scheme: '2025', code: '91', name: 'Tỉnh An Giang', level: 'province' },
  ...MANY,
];
export const FULL: AddressValue = { scheme: '2025', provinceCode: '01', communeCode: '00004', street: 'Số 1 phố Mẫu' };
export const OLD: AddressValue = { scheme: '2021', provinceCode: '01', districtCode: '272', communeCode: '09763', street: 'Thôn 1' };

export const input = (field: BhxhAddressField, part: string) => field.shadowRoot!.querySelector<HTMLInputElement>(`#${part}`)!;
export const options = (field: BhxhAddressField) => [...field.shadowRoot!.querySelectorAll('[role=option]')];
export const settled = async (field: BhxhAddressField) => {
  for (let turn = 0; turn < 4; turn++) {
    await field.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
  }
};
export const press = async (field: BhxhAddressField, part: string, key: string) => {
  const [name, altKey] = key.startsWith('Alt+') ? [key.slice(4), true] : [key, false];
  input(field, part).dispatchEvent(new KeyboardEvent('keydown', { key: name, altKey, bubbles: true, cancelable: true, composed: true }));
  await settled(field);
};
export const type = async (field: BhxhAddressField, part: string, text: string) => {
  input(field, part).focus();
  input(field, part).value = text;
  input(field, part).dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled(field);
};
export const field = async (props: Partial<BhxhAddressField> = {}) => {
  const element = await fixture<BhxhAddressField>(html`<bhxh-address-field label="Địa chỉ liên hệ" .units=${UNITS}></bhxh-address-field>`);
  Object.assign(element, props);
  await settled(element);
  return element;
};
