import type { Unit } from '@bhxh-kit/domain';
import { fixture, html } from '@open-wc/testing';
import { page } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AddressValue, BhxhAddressField } from './address-field.js';
import './define.js';
import '../provider/define.js';

/** The chunks as they are published, largest map first. */
const CHUNKS = import.meta.glob<unknown>('../../../directory/dist/data/*.json', { import: 'default' });
const answer = async (url: string): Promise<Response> => {
  const chunk = CHUNKS[`../../../directory/dist/data/${url.split('/').at(-1)}`];
  return chunk ? Response.json(await chunk()) : new Response('', { status: 404 });
};
const input = (field: BhxhAddressField, part: string) => field.shadowRoot!.querySelector<HTMLInputElement>(`#${part}`)!;
const rows = (field: BhxhAddressField) => field.shadowRoot!.querySelectorAll('[role=option]');
const setSize = (field: BhxhAddressField) => Number(rows(field)[0]?.getAttribute('aria-setsize'));
const opened = async (field: BhxhAddressField, part: string) => {
  input(field, part).click();
  return vi.waitFor(() => {
    expect(setSize(field)).toBeGreaterThan(0);
    return setSize(field);
  });
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
    const below = (scheme: '2021' | '2025', parents: readonly Unit[]) => Promise.all(parents.map(({ code }) => chunks.children(scheme, code)));
    const provinces = await chunks.provinces('2025');
    const communes = await below('2025', provinces);
    const districts = (await below('2021', await chunks.provinces('2021'))).flat();
    expect([provinces.length, communes.flat().length]).toEqual([34, 3321]);
    expect([(await chunks.provinces('2021')).length, districts.length, (await below('2021', districts)).flat().length]).toEqual([63, 705, 10_599]);
    const largest = communes.reduce((most, list) => (list.length > most.length ? list : most));
    const field = await inProvider({ value: at('2025', largest[0]!.parentCode!) });
    expect(await opened(field, 'commune')).toBe(largest.length);
    input(field, 'street').focus();
    await field.updateComplete;
    expect(await opened(field, 'province')).toBe(34);
    field.scheme = '2021';
    await field.updateComplete;
    await vi.waitFor(() => expect(setSize(field)).toBe(63));
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
