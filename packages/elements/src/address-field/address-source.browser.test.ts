import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BhxhAddressField } from './address-field.js';
import { field, FULL, input, OLD, options, press, settled, UNITS } from './testing/address.js';

describe('<bhxh-address-field> and where its units come from', () => {
  beforeEach(() => {
    document.documentElement.lang = 'vi';
  });

  it('R4 · a list says what it waits for: the level above, or the network', async () => {
    const note = async (element: BhxhAddressField, part: string) => {
      input(element, part).click();
      await settled(element);
      const said = element.shadowRoot!.querySelector(`#${part}-popup .note`)?.textContent;
      await press(element, part, 'Escape');
      return said;
    };
    const element = await field({ scheme: '2021' });
    expect([await note(element, 'district'), await note(element, 'commune')]).toEqual(['Hãy chọn tỉnh, thành phố trước.', 'Hãy chọn quận, huyện trước.']);
    const waiting = await field({ units: undefined as never, client: { units: { list: () => new Promise(() => {}) } } as never });
    expect(await note(waiting, 'province')).toContain('Đang tải');
  });

  it('R4 · what a source sends after it was taken away is not shown', async () => {
    let arrive = (_: unknown) => {};
    const slow = { units: { list: () => new Promise((resolve) => (arrive = resolve)) } };
    const element = await field({ units: undefined as never, client: slow as never });
    element.client = { units: { list: async () => ({ items: [UNITS[6]] }) } } as never;
    await settled(element);
    arrive({ items: [UNITS[3]] });
    await settled(element);
    input(element, 'province').click();
    await settled(element);
    expect(options(element).map((row) => row.textContent?.trim())).toEqual(['Tỉnh An Giang']);
  });

  it('R4 · where an old place is now is not told by a source that was taken away', async () => {
    let arrive = (_: unknown) => {};
    const never = () => new Promise(() => {});
    const source = (path: () => unknown) => ({ units: { list: never, path, successors: async () => ({ items: [] }) } }) as never;
    const element = await field({ units: undefined as never, client: source(() => new Promise((resolve) => (arrive = resolve))), value: OLD });
    await vi.waitFor(() => expect(element.shadowRoot!.querySelector('.note')).not.toBeNull());
    element.client = source(never);
    await settled(element);
    arrive({ items: UNITS.slice(0, 3) });
    await settled(element);
    element.requestUpdate();
    await settled(element);
    expect(element.shadowRoot!.querySelector('.note')!.textContent).not.toContain('Xã Phúc Hòa');
  });

  it('says that the list could not be loaded and tries again', async () => {
    const list = vi
      .fn()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue({ items: [UNITS[3]] });
    const element = await field({ units: undefined as never, client: { units: { list } } as never });
    await vi.waitFor(() => expect(element.shadowRoot!.querySelector('.problem')).not.toBeNull());
    element.shadowRoot!.querySelector<HTMLElement>('.problem button')!.click();
    await settled(element);
    expect([element.shadowRoot!.querySelector('.problem'), list.mock.calls.length]).toEqual([null, 2]);
  });

  it('asks again only for the list that failed', async () => {
    const list = vi.fn(async ({ parentCode }: { parentCode?: string }) => {
      if (parentCode && list.mock.calls.length < 3) throw new Error('offline');
      return { items: parentCode ? [UNITS[4]] : [UNITS[3]] };
    });
    const element = await field({ units: undefined as never, client: { units: { list } } as never, value: FULL });
    await vi.waitFor(() => expect(element.shadowRoot!.querySelector('.problem')).not.toBeNull());
    element.shadowRoot!.querySelector<HTMLElement>('.problem button')!.click();
    await settled(element);
    expect([element.shadowRoot!.querySelector('.problem'), list.mock.calls.map(([{ parentCode }]) => parentCode)]).toEqual([null, [undefined, '01', '01']]);
  });

  it('asks again by itself once the network is back', async () => {
    const list = vi
      .fn()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue({ items: [UNITS[3]] });
    const element = await field({ units: undefined as never, client: { units: { list } } as never });
    await vi.waitFor(() => expect(element.shadowRoot!.querySelector('.problem')).not.toBeNull());
    window.dispatchEvent(new Event('online'));
    await settled(element);
    expect(element.shadowRoot!.querySelector('.problem')).toBeNull();
  });
});
