import type { Unit } from '@bhxh-kit/domain';
import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { AddressValue, BhxhAddressField } from './address-field.js';
import './define.js';
import '../provider/define.js';
import { input } from './testing/address.js';

/** The chunks as they are published, largest map first. */
const CHUNKS = import.meta.glob<unknown>('../../../directory/dist/data/*.json', { import: 'default' });
const answer = async (url: string): Promise<Response> => {
  const chunk = CHUNKS[`../../../directory/dist/data/${url.split('/').at(-1)}`];
  return chunk ? Response.json(await chunk()) : new Response('', { status: 404 });
};
const rows = (field: BhxhAddressField) => field.shadowRoot!.querySelectorAll('[role=option]');
const nameOf = (row: Element | undefined) => row?.textContent?.trim();
const setSize = (field: BhxhAddressField) => Number(rows(field)[0]?.getAttribute('aria-setsize'));
const opened = async (field: BhxhAddressField, part: string) => {
  input(field, part).click();
  const size = () => {
    expect(setSize(field)).toBeGreaterThan(0);
    return setSize(field);
  };
  return vi.waitFor(size, { interval: 5 });
};
/** Opens a list, goes to its end, leaves: how many rows it has, and the names of the first and the last. */
const ends = async (field: BhxhAddressField, part: string) => {
  const size = await opened(field, part);
  const first = nameOf(rows(field)[0]);
  input(field, part).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  await field.updateComplete;
  const last = nameOf([...rows(field)].at(-1));
  input(field, part).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await field.updateComplete;
  return { size, first, last };
};
/** A list that is not there, which its box says and opens nothing. */
const absent = (field: BhxhAddressField, part: string) => {
  input(field, part).click();
  expect([input(field, part).readOnly, field.shadowRoot!.querySelector('#absent')?.textContent]).toEqual([true, 'Huyện này không chia xã.']);
  return { size: 0, first: undefined, last: undefined };
};
/** Every field asks below a folder of its own: what was loaded is shared by folder. */
let folders = 0;
const inProvider = async (props: Partial<BhxhAddressField> = {}, client?: unknown) => {
  const box = await fixture(
    html`<bhxh-provider assets-base="/kit-${++folders}/" .client=${client as never}><bhxh-address-field label="Địa chỉ"></bhxh-address-field></bhxh-provider>`,
  );
  const field = box.querySelector('bhxh-address-field')!;
  Object.assign(field, props);
  await field.updateComplete;
  return field;
};
const at = (scheme: '2021' | '2025', provinceCode: string, districtCode = ''): AddressValue =>
  scheme === '2021' ? { scheme, provinceCode, districtCode, communeCode: '', street: '' } : { scheme, provinceCode, communeCode: '', street: '' };

describe('the maps of <bhxh-address-field>', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await page.viewport(1280, 800);
  });

  it('R4 · has all 34 provinces and 3,321 communes of 2025, all 63, 705 and 10,599 of 2021', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation((url) => answer(String(url)));
    const { unitChunks } = await import('./unit-chunks.js');
    const chunks = unitChunks(`/kit-${++folders}/`, () => '2025-07-01');
    const below = (scheme: '2021' | '2025', parents: readonly Unit[]) => Promise.all(parents.map(async ({ code }) => chunks.children(scheme, code)));
    const provinces = await chunks.provinces('2025');
    const communes = await below('2025', provinces);
    const districts = (await below('2021', await chunks.provinces('2021'))).flat();
    expect([provinces.length, communes.flat().length]).toEqual([34, 3321]);
    expect([(await chunks.provinces('2021')).length, districts.length, (await below('2021', districts)).flat().length]).toEqual([63, 705, 10_599]);
  }, 60_000);

  it('R4 · opens every province and district of both maps with its own units, the first and the last by name', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation((url) => answer(String(url)));
    const { unitChunks } = await import('./unit-chunks.js');
    const chunks = unitChunks(`/kit-${++folders}/`, () => '2025-07-01');
    const field = await inProvider();
    const shown: Record<string, number> = {};
    const withoutCommunes: string[] = [];
    const open = async (part: 'district' | 'commune', value: AddressValue) => {
      field.value = value;
      await field.updateComplete;
      const units = await chunks.children(value.scheme, value.districtCode || value.provinceCode);
      const list = units.length > 0 ? await ends(field, part) : absent(field, part);
      expect([value, list]).toEqual([value, { size: units.length, first: units[0]?.name, last: units.at(-1)?.name }]);
      if (units.length === 0) withoutCommunes.push(value.districtCode!);
      shown[`${value.scheme} ${part}`] = (shown[`${value.scheme} ${part}`] ?? 0) + list.size;
      return units;
    };
    for (const { code } of await chunks.provinces('2025')) await open('commune', at('2025', code));
    field.scheme = '2021';
    for (const { code } of await chunks.provinces('2021'))
      for (const district of await open('district', at('2021', code))) await open('commune', at('2021', code, district.code));
    expect(shown).toEqual({ '2025 commune': 3321, '2021 district': 705, '2021 commune': 10_599 });
    // The island districts Bạch Long Vĩ, Cồn Cỏ, Hoàng Sa, Lý Sơn, Côn Đảo are governed without communes.
    expect(withoutCommunes).toEqual(['318', '471', '498', '536', '755']);
  }, 60_000);

  it('R4 · asks the gateway where the host serves no chunks, and from then on the gateway alone', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 404 }));
    const list = vi.fn(async ({ parentCode }: { parentCode?: string }) => ({
      items: [{ scheme: '2025', code: parentCode ? '00004' : '01', name: parentCode ? 'Phường Ba Đình' : 'Thành phố Hà Nội', level: 'province', parentCode }],
    }));
    const field = await inProvider({}, { units: { list }, onSessionChange: () => () => {} });
    expect(await opened(field, 'province')).toBe(1);
    const asked = fetch.mock.calls.length;
    field.value = at('2025', '01');
    input(field, 'street').focus();
    await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(2));
    expect([asked, fetch.mock.calls.length]).toEqual([1, 1]);
  });

  it('R4 · says that neither answers, and loads on “Thử lại”', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
    const field = await inProvider();
    await vi.waitFor(() => expect(field.shadowRoot!.querySelector('.problem')).not.toBeNull());
    fetch.mockImplementation((url) => answer(String(url)));
    field.shadowRoot!.querySelector<HTMLButtonElement>('.problem button')!.click();
    await vi.waitFor(() => expect(field.shadowRoot!.querySelector('.problem')).toBeNull());
    expect(await opened(field, 'province')).toBe(34);
  });

  it('R4 · two fields on a page load the map once and open apart', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockImplementation((url) => answer(String(url)));
    const box = await fixture(
      html`<bhxh-provider assets-base="/kit-${++folders}/"><bhxh-address-field></bhxh-address-field><bhxh-address-field></bhxh-address-field></bhxh-provider>`,
    );
    const [first, second] = box.querySelectorAll('bhxh-address-field');
    await opened(first!, 'province');
    expect([rows(second!).length, fetch.mock.calls.length]).toEqual([0, 1]);
    first!.value = at('2025', '01');
    expect(second!.value.provinceCode).toBe('');
  });

  it('fits a screen of 320 px, which is 1,280 px at 400 %, with the list open', async () => {
    await page.viewport(320, 640);
    vi.spyOn(globalThis, 'fetch').mockImplementation((url) => answer(String(url)));
    const field = await inProvider({ scheme: '2021', value: at('2021', '01') });
    await opened(field, 'district');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const popup = field.shadowRoot!.querySelector('.popup')!.getBoundingClientRect();
    expect([popup.left >= 0, popup.right <= 320, popup.bottom <= 640]).toEqual([true, true, true]);
    for (const part of ['province', 'district', 'commune', 'street']) expect(input(field, part).getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });
});
