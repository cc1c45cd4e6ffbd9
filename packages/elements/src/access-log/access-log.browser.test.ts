import { createClient } from '@bhxh-kit/client';
import { createTestGateway, officers, personas, sampleDeclaration } from '@bhxh-kit/client/testing';
import type { Access } from '@bhxh-kit/contract';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { BhxhAccessLog } from './access-log.js';
import './define.js';

const PHOTOGRAPHS = (['portrait', 'identity-front', 'identity-back'] as const).map((kind) => ({ kind, id: `photograph-${kind}`, key: `key-${kind}` }));
const all = (host: Element, selector: string) => [...host.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const text = (host: Element) => host.shadowRoot!.querySelector('section')!.textContent.replace(/\s+/g, ' ');
const clean = async (host: HTMLElement) => expect((await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

/** A person whose declaration officers looked at and approved. */
async function lookedAt() {
  const { bhxhNumber } = personas.employee.profile;
  const gateway = createTestGateway({ declarations: [{ status: 'in-review', submission: { ...sampleDeclaration, bhxhNumber, photographs: PHOTOGRAPHS } }] });
  const desk = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  const { username, password, oneTimeCode } = officers.provincial;
  await desk.officers.signIn({ username, password, oneTimeCode });
  const [row] = (await desk.reviews.list({})).items;
  await desk.reviews.read({ id: row!.id });
  await desk.reviews.reject({ id: row!.id, version: row!.version, reasons: ['form-unsigned'] });
  const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
  await client.session.signIn({ bhxhNumber, password: personas.employee.password });
  return { gateway, client };
}
const mount = (client: unknown) => fixture<BhxhAccessLog>(html`<bhxh-access-log .client=${client}></bhxh-access-log>`);

const looks = (count: number): Access[] =>
  Array.from({ length: count }, (_, at) => ({
    at: new Date(Date.UTC(2026, 0, 5, 2, at)).toISOString(),
    act: at % 2 ? 'case-read' : 'something-new',
    role: 'officer',
    agencyCode: '00106',
    agencyName: 'BHXH Tp. Hà Nội » BHXH Quận Đống Đa',
    reference: '00055.GD_2026_001',
  }));

beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});

describe('<bhxh-access-log>', () => {
  it('A8 · tells when which office did what with which declaration, and names no officer', async () => {
    const { client } = await lookedAt();
    const element = await mount(client);
    await vi.waitFor(() => expect(all(element, 'tbody tr').length).toBeGreaterThan(1));
    expect(all(element, 'tbody tr').map((row) => row.children[2]?.textContent)).toEqual(expect.arrayContaining(['Xem hồ sơ', 'Không chấp nhận tờ khai']));
    expect(all(element, 'tbody tr')[0]?.children[1]?.textContent).toMatch(/^Cán bộ BHXH, BHXH/);
    expect(text(element)).not.toContain(officers.provincial.fullName);
    await clean(element);
  });

  it('A8 · whoever signs out takes the list along; whoever signs in next is shown theirs', async () => {
    const { client } = await lookedAt();
    const element = await mount(client);
    await vi.waitFor(() => expect(all(element, 'tbody tr').length).toBeGreaterThan(1));
    await client.session.signOut();
    await vi.waitFor(() => expect(all(element, '[role=alert]')).toHaveLength(1));
    expect(all(element, 'tbody tr')).toEqual([]);
    await client.session.signIn({ bhxhNumber: personas.guardian.profile.bhxhNumber, password: personas.guardian.password });
    await vi.waitFor(() => expect(text(element)).toContain('Chưa có ai xem'));
    expect(all(element, '[role=alert]')).toEqual([]);
  });

  it('A8 · shows rows handed in without a client, with words for acts it does not know', async () => {
    const element = await fixture<BhxhAccessLog>(html`<bhxh-access-log .accesses=${looks(2)}></bhxh-access-log>`);
    expect(all(element, 'tbody td').map(({ textContent }) => textContent)).toEqual([
      '09:00 ngày 05/01/2026',
      'Cán bộ BHXH, BHXH Tp. Hà Nội » BHXH Quận Đống Đa',
      'Truy cập dữ liệu',
      '00055.GD_2026_001',
      '09:01 ngày 05/01/2026',
      'Cán bộ BHXH, BHXH Tp. Hà Nội » BHXH Quận Đống Đa',
      'Xem hồ sơ',
      '00055.GD_2026_001',
    ]);
    element.accesses = [];
    await element.updateComplete;
    expect(text(element)).toContain('Chưa có ai xem');
  });

  it('A8 · further pages join the first; one that is cut keeps what was there and is tried again', async () => {
    const rows = looks(3);
    let cut = true;
    const mine = ({ cursor }: { cursor?: string }) => {
      if (cursor && cut) return Promise.reject(Object.assign(new Error('cut'), { userMessage: () => 'Mất kết nối.' }));
      return Promise.resolve(cursor ? { items: rows.slice(2) } : { items: rows.slice(0, 2), nextCursor: '2' });
    };
    const element = await mount({ accesses: { mine } });
    await vi.waitFor(() => expect(all(element, 'tbody tr')).toHaveLength(2));
    const said = () => all(element, '[role=status].visually-hidden')[0]!.textContent.trim();
    expect(said()).toBe('');
    all(element, '.more button')[0]!.click();
    await vi.waitFor(() => expect(all(element, '[role=alert]')[0]?.textContent).toContain('Mất kết nối.'));
    expect(all(element, 'tbody tr')).toHaveLength(2);
    cut = false;
    all(element, '[role=alert] button')[0]!.click();
    await vi.waitFor(() => expect(all(element, 'tbody tr')).toHaveLength(3));
    expect([all(element, '.more'), all(element, '[role=alert]')]).toEqual([[], []]);
    expect(said()).toBe('Ai đã xem dữ liệu: đang hiện 3 lần.');
  });

  it('A8 · on a phone each row is a card that fits 320 px and is still a table to a screen reader', async () => {
    await page.viewport(320, 700);
    const element = await fixture<BhxhAccessLog>(html`<bhxh-access-log .accesses=${looks(3)}></bhxh-access-log>`);
    expect(element.shadowRoot!.querySelector('.root')!.scrollWidth).toBeLessThanOrEqual(320);
    expect(getComputedStyle(all(element, 'tbody td')[0]!, '::before').content).toBe('"Thời điểm"');
    await clean(element);
  });
});
