import type { Unit } from '@bhxh-kit/domain';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { COMBOBOX_KEYS } from '../combobox/combobox-keys.js';
import { formSuite } from '../foundation/testing/form-suite.js';
import type { AddressValue, BhxhAddressField } from './address-field.js';
import './define.js';
import { field, FULL, input, OLD, options, press, settled, type, UNITS } from './testing/address.js';

const active = (field: BhxhAddressField, part: string) =>
  field.shadowRoot!.getElementById(input(field, part).getAttribute('aria-activedescendant') ?? '-')?.textContent?.trim();
const marked = () =>
  [...(CSS.highlights.get('bhxh-hit') ?? [])].map(({ startContainer, startOffset, endOffset }) => startContainer.textContent!.slice(startOffset, endOffset));
const violations = async (element: HTMLElement) => (await axe.run(element)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);

formSuite<AddressValue>({
  tag: 'bhxh-address-field',
  value: FULL,
  submitted: [
    ['field.scheme', '2025'],
    ['field.provinceCode', '01'],
    ['field.communeCode', '00004'],
    ['field.street', 'Số 1 phố Mẫu'],
  ],
  kept: JSON.stringify(FULL),
  prepare: (control) => ((control as unknown as BhxhAddressField).units = UNITS),
});

describe('<bhxh-address-field>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });

  it('R4 · in an island district, which has no communes, the address ends there and is whole', async () => {
    const island: AddressValue = { scheme: '2021', provinceCode: '77', districtCode: '755', communeCode: '', street: 'Khu 1' };
    const units: Unit[] = [
      { scheme: '2021', code: '77', name: 'Tỉnh Bà Rịa - Vũng Tàu', level: 'province' },
      { scheme: '2021', code: '755', name: 'Huyện Côn Đảo', level: 'district', parentCode: '77' },
      { scheme: '2021', code: '754', name: 'Huyện Đất Đỏ', level: 'district', parentCode: '77' },
      { scheme: '2021', code: '26680', name: 'Thị trấn Đất Đỏ', level: 'commune', parentCode: '754' },
    ];
    const element = await field({ scheme: '2021', required: true, units, value: island });
    const box = input(element, 'commune');
    const said = () => element.shadowRoot!.getElementById(box.getAttribute('aria-describedby') ?? '-')?.textContent;
    expect([box.readOnly, box.getAttribute('aria-required'), said(), element.checkValidity()]).toEqual([true, 'false', 'Huyện này không chia xã.', true]);
    expect(await violations(element)).toEqual([]);
    box.click();
    await press(element, 'commune', 'ArrowDown');
    expect(options(element)).toEqual([]);
    await type(element, 'district', 'dat do');
    await press(element, 'district', 'ArrowDown');
    await press(element, 'district', 'Enter');
    expect([element.value.districtCode, box.readOnly, box.getAttribute('aria-required'), said()]).toEqual(['754', false, 'true', undefined]);
    expect(element.validationMessage).toContain('Chưa chọn xã, phường.');
  });

  it('R4 · an address of an island pasted whole leaves nothing unresolved in the commune', async () => {
    const units: Unit[] = [
      { scheme: '2021', code: '77', name: 'Tỉnh Bà Rịa - Vũng Tàu', level: 'province' },
      { scheme: '2021', code: '755', name: 'Huyện Côn Đảo', level: 'district', parentCode: '77' },
    ];
    const element = await field({ scheme: '2021', required: true, units, value: { ...OLD, provinceCode: '', districtCode: '', communeCode: '' } });
    await type(element, 'province', 'Khu 1, Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu');
    input(element, 'street').focus();
    await settled(element);
    expect([element.value.districtCode, input(element, 'commune').value, element.checkValidity()]).toEqual(['755', '', true]);
  });

  it('R4 · shows three levels on the map of 2021 and two on that of 2025', async () => {
    const parts = (element: BhxhAddressField) => [...element.shadowRoot!.querySelectorAll('input')].map(({ id }) => id);
    expect(parts(await field())).toEqual(['province', 'commune', 'street']);
    expect(parts(await field({ scheme: '2021', value: OLD }))).toEqual(['province', 'district', 'commune', 'street']);
  });

  it('is drawn once where its units are handed in: the first drawing has the names', async () => {
    const element = Object.assign(document.createElement('bhxh-address-field'), { units: UNITS, value: FULL });
    const drawn: boolean[] = [];
    element.addController({ hostUpdated: () => drawn.push(input(element, 'commune').value === 'Phường Ba Đình') });
    document.body.append(element);
    await settled(element);
    element.remove();
    expect(drawn).toEqual([true]);
  });

  it('R4 · “ba dinh” finds Phường Ba Đình, Enter takes it and tells once', async () => {
    const element = await field({ value: { ...FULL, communeCode: '' } });
    const told = vi.fn();
    element.addEventListener('change', (event) => told(event.address.communeCode, event.bubbles));
    await type(element, 'commune', 'ba dinh');
    expect(marked()).toEqual(['Ba Đình']);
    await press(element, 'commune', 'Enter');
    expect([told.mock.calls, input(element, 'commune').value, options(element).length, marked()]).toEqual([[['00004', false]], 'Phường Ba Đình', 0, []]);
  });

  it('R4 · another province empties the commune, the street stays', async () => {
    const element = await field({ value: FULL });
    await type(element, 'province', 'an giang');
    await press(element, 'province', 'Enter');
    expect(element.value).toEqual({ ...FULL, provinceCode: '91', communeCode: '' });
  });

  it('does for every key of the table what the table says', async () => {
    const after: Record<keyof typeof COMBOBOX_KEYS, unknown> = {
      ArrowDown: ['Phường Cầu Giấy', 'true'],
      ArrowUp: ['Phường Cầu Giấy', 'true'],
      PageDown: ['Phường Cầu Giấy', 'true'],
      PageUp: ['Phường Ba Đình', 'true'],
      'Alt+ArrowDown': ['Phường Ba Đình', 'true'],
      'Alt+ArrowUp': [undefined, 'false'],
      Enter: [undefined, 'false'],
      Escape: [undefined, 'false'],
    };
    expect(Object.keys(after).sort()).toEqual(Object.keys(COMBOBOX_KEYS).sort());
    for (const [key, expected] of Object.entries(after)) {
      const element = await field({ value: { ...FULL, communeCode: '' } });
      await press(element, 'commune', 'ArrowDown');
      expect(active(element, 'commune')).toBe('Phường Ba Đình');
      await press(element, 'commune', key);
      expect([key, active(element, 'commune'), input(element, 'commune').getAttribute('aria-expanded')]).toEqual([key, ...(expected as unknown[])]);
      expect(element.value.communeCode).toBe(key === 'Enter' ? '00004' : '');
      element.remove();
    }
  });

  it('shows 600 communes with at most 100 elements, also at their end', async () => {
    const element = await field({ value: { ...FULL, provinceCode: '91', communeCode: '' } });
    await press(element, 'commune', 'ArrowUp');
    await settled(element);
    expect(active(element, 'commune')).toBe('Xã Mẫu 599');
    expect(element.shadowRoot!.querySelectorAll('*').length).toBeLessThanOrEqual(100);
  });

  it('keeps and marks a name and a code that are not in the list', async () => {
    const element = await field({ value: { ...FULL, communeCode: '99999' } });
    expect([element.value.communeCode, element.validity.badInput, input(element, 'commune').value]).toEqual(['99999', true, '[99999]']);
    await type(element, 'commune', 'xyz');
    input(element, 'street').focus();
    element.reportValidity();
    await settled(element);
    expect([input(element, 'commune').value, element.validationMessage]).toEqual(['xyz', expect.stringContaining('“xyz” không có trong danh mục')]);
    expect(input(element, 'commune').getAttribute('aria-describedby')).toBe('commune-error');
  });

  it('keeps a name that is not in the list while another part is given, and lets go of it on a reset', async () => {
    const element = await field({ value: { ...FULL, communeCode: '' } });
    await type(element, 'commune', 'xyz');
    await type(element, 'street', 'Số 2');
    expect([input(element, 'commune').value, element.value.street]).toEqual(['xyz', 'Số 2']);
    element.formResetCallback();
    await settled(element);
    expect(input(element, 'commune').value).toBe('');
  });

  it('R4 · a name written before its list is here is taken when it comes', async () => {
    let arrive = (_: unknown) => {};
    const list = vi.fn(() => new Promise((resolve) => (arrive = resolve)));
    const element = await field({ units: undefined as never, client: { units: { list } } as never });
    const told = vi.fn();
    element.addEventListener('change', () => told(element.value.provinceCode));
    await type(element, 'province', 'ha noi');
    input(element, 'street').focus();
    await settled(element);
    expect([element.validity.badInput, element.validationMessage]).toEqual([true, 'Danh mục đang tải, “ha noi” sẽ được tìm khi tải xong.']);
    arrive({ items: [UNITS[3]] });
    await settled(element);
    expect([told.mock.calls, input(element, 'province').value]).toEqual([[['01']], 'Thành phố Hà Nội']);
  });

  it('R4 · an address pasted whole into its first part fills the parts below', async () => {
    const element = await field({ scheme: '2021' });
    await type(element, 'province', 'Xã Phúc Hòa, H. Phúc Thọ, TP Hà Nội');
    expect(options(element).map((row) => row.textContent?.trim())).toEqual(['Thành phố Hà Nội']);
    await press(element, 'province', 'Enter');
    await settled(element);
    expect(element.value).toEqual({ ...OLD, street: '' });
    await type(element, 'commune', 'Phường Bến Nghé, Quận 1, TP HCM');
    input(element, 'street').focus();
    await settled(element);
    expect([input(element, 'commune').value, element.value.communeCode]).toEqual(['Phường Bến Nghé, Quận 1, TP HCM', '09763']);
    expect(element.validationMessage).toContain('không có trong danh mục');
  });

  it('R4 · an address pasted over the province it lies in leaves what is chosen below', async () => {
    const element = await field({ value: FULL });
    await type(element, 'province', 'Phường Cầu Giấy, TP Hà Nội');
    await press(element, 'province', 'Enter');
    input(element, 'street').focus();
    await settled(element);
    expect([element.value, input(element, 'commune').value, element.validity.valid]).toEqual([FULL, 'Phường Ba Đình', true]);
  });

  it('is led to the part a summary names', async () => {
    const element = await field({ value: FULL });
    for (const part of ['street', 'commune', 'province'] as const) {
      element.focusPart(part);
      expect(element.shadowRoot!.activeElement?.id).toBe(part);
    }
  });

  it('R4 · an old address is proposed at its new place, and taken only when told to', async () => {
    const list = vi.fn(async (query: { scheme: string; parentCode?: string }) => ({
      items: UNITS.filter((unit) => unit.scheme === query.scheme && unit.parentCode === query.parentCode),
    }));
    const path = vi.fn(async ({ scheme, code }: { scheme: string; code: string }) => ({
      items: scheme === '2021' ? UNITS.slice(0, 3) : UNITS.filter((unit) => unit.scheme === '2025' && (unit.code === code || unit.code === '01')),
    }));
    const successors = vi.fn().mockResolvedValue({ items: [UNITS[4]] });
    const element = await field({ units: undefined as never, client: { units: { list, path, successors } } as never, value: OLD });
    await vi.waitFor(() => expect(element.shadowRoot!.querySelector('.note')?.textContent).toContain('Xã Phúc Hòa, Huyện Phúc Thọ, Thành phố Hà Nội'));
    expect(element.value).toBe(OLD);
    element.shadowRoot!.querySelector<HTMLElement>('.note button')!.click();
    expect(element.value).toEqual({ ...FULL, street: 'Thôn 1' });
  });

  it('R4 · says how many rows a search leaves, and takes it back once the list is closed', async () => {
    const element = await field({ value: { ...FULL, communeCode: '' } });
    const said = () => element.shadowRoot!.querySelector('[role=status]')?.textContent;
    await type(element, 'commune', 'phuong');
    await vi.waitFor(() => expect(said()).toBe('Tìm thấy 2 dòng.'));
    await type(element, 'commune', 'xyz');
    await vi.waitFor(() => expect(said()).toBe('Không có dòng nào khớp. Gõ có dấu hay không dấu đều được.'));
    await press(element, 'commune', 'Escape');
    expect(said()).toBe('');
  });

  it('R4 · says the place that was chosen, and that what lies below is to be chosen again; nothing more once it is', async () => {
    const element = await field({ value: FULL });
    const said = () => element.shadowRoot!.querySelector('[role=status]')?.textContent?.trim();
    await type(element, 'province', 'an giang');
    await press(element, 'province', 'Enter');
    await vi.waitFor(() => expect(said()).toBe('Tỉnh An Giang. Chưa chọn xã, phường.'));
    await type(element, 'commune', 'mau 599');
    await press(element, 'commune', 'Enter');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect([element.value.communeCode, said()]).toEqual(['20599', '']);
  });

  it('R4 · says of an address pasted whole what it leaves to choose, and nothing where it leaves nothing', async () => {
    for (const [pasted, heard] of [
      ['H. Phúc Thọ, TP Hà Nội', 'Huyện Phúc Thọ. “H. Phúc Thọ, TP Hà Nội” không có trong danh mục. Hãy chọn một dòng trong danh sách.'],
      ['Xã Phúc Hòa, H. Phúc Thọ, TP Hà Nội', ''],
    ] as const) {
      const element = await field({ scheme: '2021' });
      await type(element, 'province', pasted);
      await press(element, 'province', 'Enter');
      await new Promise((resolve) => setTimeout(resolve, 250));
      expect(element.shadowRoot!.querySelector('[role=status]')?.textContent).toBe(heard);
      element.remove();
    }
  });

  it('E6 · is a group with a name and a description, and only a wrong part is described by its sentence', async () => {
    const element = await field({ required: true, hint: 'Nơi nhận kết quả.', value: { ...FULL, street: '' } });
    element.reportValidity();
    await settled(element);
    const named = (node: Element, attribute: string) => element.shadowRoot!.getElementById(node.getAttribute(attribute) ?? '-')?.textContent?.trim();
    const group = element.shadowRoot!.querySelector('[role=group]')!;
    expect([named(group, 'aria-labelledby'), named(group, 'aria-describedby')]).toEqual(['Địa chỉ liên hệ *', 'Nơi nhận kết quả.']);
    expect(['province', 'commune', 'street'].map((part) => named(input(element, part), 'aria-describedby'))).toEqual([
      undefined,
      undefined,
      expect.stringContaining('Chưa ghi số nhà'),
    ]);
  });

  it('R4 · tells a part that was given once, the street on leaving it, and nothing where the same is chosen again', async () => {
    const element = await field({ value: FULL });
    const told = vi.fn();
    element.addEventListener('change', ({ address }) => told(address));
    await type(element, 'commune', 'ba dinh');
    await press(element, 'commune', 'Enter');
    await type(element, 'street', 'Số 2');
    expect([element.value.street, told.mock.calls]).toEqual(['Số 2', []]);
    input(element, 'street').dispatchEvent(new Event('change'));
    expect(told.mock.calls).toEqual([[{ ...FULL, street: 'Số 2' }]]);
  });

  it('R4 · read-only it shows every part, opens no list and proposes nothing', async () => {
    const successors = vi.fn().mockResolvedValue({ items: [UNITS[4]] });
    const units = {
      list: async () => ({ items: [] }),
      path: async ({ scheme }: { scheme: string }) => ({ items: scheme === '2021' ? UNITS.slice(0, 3) : UNITS.slice(3, 5) }),
      successors,
    };
    const element = await field({ units: undefined as never, client: { units } as never, value: OLD, readonly: true });
    await vi.waitFor(() => expect(element.shadowRoot!.querySelector('.note')?.textContent).toContain('Xã Phúc Hòa'));
    expect([...element.shadowRoot!.querySelectorAll('input')].map(({ readOnly }) => readOnly)).toEqual([true, true, true]);
    expect(element.shadowRoot!.querySelector('.note button')).toBeNull();
    element.readonly = false;
    await settled(element);
    expect(element.shadowRoot!.querySelectorAll('.note button')).toHaveLength(1);
  });

  it('R4 · the street of an address of the other map is written without giving up the address', async () => {
    const element = await field({ value: OLD });
    await type(element, 'street', 'Thôn 2');
    expect(element.value).toEqual({ ...OLD, street: 'Thôn 2' });
  });

  it('R4 · a street has 200 letters at most', async () => {
    const element = await field({ value: { ...FULL, street: 'a'.repeat(200) } });
    expect(element.validity.valid).toBe(true);
    element.value = { ...FULL, street: 'a'.repeat(201) };
    expect([element.validity.tooLong, element.validationMessage]).toEqual([true, expect.stringContaining('quá 200 ký tự')]);
  });

  it('is clean under axe: empty, wrong, full, open', async () => {
    const element = await field({ required: true });
    expect(await violations(element)).toEqual([]);
    element.reportValidity();
    await settled(element);
    expect(await violations(element)).toEqual([]);
    element.value = FULL;
    await press(element, 'commune', 'ArrowDown');
    expect(await violations(element)).toEqual([]);
  });

  it('leaves nothing behind after 100 mounts with an open list', async () => {
    const spies = [vi.spyOn(window, 'addEventListener'), vi.spyOn(window, 'removeEventListener')];
    const nodes = document.querySelectorAll('*').length;
    for (let mount = 0; mount < 100; mount++) {
      const element = document.createElement('bhxh-address-field');
      element.units = UNITS;
      document.body.append(element);
      await element.updateComplete;
      input(element, 'province').click();
      await element.updateComplete;
      element.remove();
    }
    const count = (spy: (typeof spies)[number]) => spy.mock.calls.filter(([name]) => ['scroll', 'resize', 'online'].includes(name)).length;
    expect([document.querySelectorAll('*').length, count(spies[0]!)]).toEqual([nodes, 300]);
    expect(count(spies[1]!)).toBe(300);
    for (const spy of spies) spy.mockRestore();
  });
});
