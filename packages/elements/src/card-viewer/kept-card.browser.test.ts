import { type BhxhClient, createClient } from '@bhxh-kit/client';
import { createTestGateway, type Persona, personas, type TestGateway } from '@bhxh-kit/client/testing';
import type { HealthCard } from '@bhxh-kit/domain';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasKeptCard } from '../kept-card/kept-card.js';
import '../provider/define.js';
import { forgetStored, holds, rawStorage, spellings } from '../sealed/testing/raw-storage.js';
import './define.js';
import type { BhxhCardViewer } from './card-viewer.js';

const DAY = 86_400_000;
/** 02/03/2026, 10:00 in Vietnam. */
const MORNING = Date.UTC(2026, 2, 2, 3);
const BASE = 'https://gateway.test';
const { employee, guardian } = personas;
const [card] = employee.cards as readonly [HealthCard];
/** Somebody else, with a card of their own and a child. */
const parent: Persona = { ...guardian, cards: [{ ...card, number: 'GD4799999999933', holderName: 'Trần Thử Nghiệm' }] };

let now = MORNING;
beforeEach(async () => {
  document.documentElement.lang = 'vi';
  now = MORNING;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  fixtureCleanup();
  await forgetStored();
});
afterEach(() => vi.restoreAllMocks());

const gatewayOf = (cards: readonly HealthCard[] = [card]): TestGateway => createTestGateway({ oneDevice: false, personas: [{ ...employee, cards }, parent] });
/** Without network, and as after a reload: nobody is signed in. */
const cut = (): BhxhClient => createClient({ baseUrl: BASE, fetch: () => Promise.reject(new TypeError('cut')), retries: 0 });
async function signedIn(gateway: TestGateway, { profile, password }: Persona = employee): Promise<BhxhClient> {
  const client = createClient({ baseUrl: BASE, fetch: gateway.fetch, retries: 0 });
  await client.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
  const { asked, textVersion } = await client.consents.mine({ locale: 'vi' });
  if (asked) await client.consents.give({ textVersion, purposes: ['account'], locale: 'vi', channel: 'page' });
  return client;
}
const opened = (client: BhxhClient, days = 7): Promise<BhxhCardViewer> =>
  fixture<BhxhCardViewer>(html`<bhxh-card-viewer .client=${client} offline-days=${days}></bhxh-card-viewer>`);
const inside = (viewer: BhxhCardViewer, selector: string) => viewer.shadowRoot!.querySelector<HTMLInputElement>(selector);
const text = (viewer: BhxhCardViewer): string => inside(viewer, '.root')!.textContent.replace(/\s+/g, ' ');
const shows = (viewer: BhxhCardViewer, words: string) => vi.waitFor(() => expect(text(viewer)).toContain(words));
const rows = async () => (await rawStorage()).rows;
const kept = (client: BhxhClient) =>
  client.consents.mine({ locale: 'vi' }).then(({ purposes }) => purposes.find(({ purpose }) => purpose === 'device-copy')?.given);
function press(viewer: BhxhCardViewer, words: string): void {
  [...viewer.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)!.click();
}
async function tick(viewer: BhxhCardViewer): Promise<void> {
  await vi.waitFor(() => expect(inside(viewer, '.kept label')?.hidden).toBe(false));
  inside(viewer, '.kept input')!.click();
}
/** A person who keeps their card, and then leaves the page. */
async function keeping(gateway: TestGateway, person = employee): Promise<BhxhClient> {
  const client = await signedIn(gateway, person);
  const viewer = await opened(client);
  await tick(viewer);
  await shows(viewer, 'Thẻ được giữ trên máy này');
  viewer.remove();
  return client;
}

describe('C6 · a card kept on the device', () => {
  it('C6 · only when the person asks for it, with their consent on record, and sealed: nothing of it can be read there', async () => {
    const client = await signedIn(gatewayOf());
    const viewer = await opened(client);
    await shows(viewer, 'Giữ thẻ trên máy này để xem khi không có mạng');
    expect([inside(viewer, '.kept input')!.checked, await kept(client), await rows()]).toEqual([false, false, []]);
    // The words that are agreed to, and what they mean on a shared computer.
    expect(text(viewer)).toMatch(/Không nên chọn nếu dùng chung máy.*Giữ 7 ngày.*Ai mở được trình duyệt này đều xem được số thẻ và mã QR/);
    expect((await axe.run(viewer)).violations).toEqual([]);
    await tick(viewer);
    await shows(viewer, 'Thẻ được giữ trên máy này đến ngày 09/03/2026, theo dữ liệu ngày 02/03/2026.');
    expect(await kept(client)).toBe(true);
    const { bytes, keys } = await rawStorage();
    for (const secret of [card.number, '9999999901', card.holderName, card.address!, card.birthDate, 'holderName', BASE])
      for (const spelling of spellings(secret)) expect(holds(bytes, spelling), secret).toBe(false);
    expect(keys.map(({ extractable }) => extractable)).toEqual([false]);
    expect((await axe.run(viewer)).violations).toEqual([]);
  });

  it('C6 · is shown after a reload without network and without session: masked, as of the day it was told, until it is deleted', async () => {
    expect([await hasKeptCard(cut()), await indexedDB.databases()]).toEqual([false, []]);
    await keeping(gatewayOf());
    now += 3 * DAY;
    expect([await hasKeptCard(cut()), await hasKeptCard({ baseUrl: 'https://other.test' })]).toEqual([true, false]);
    const viewer = await opened(cut());
    await shows(viewer, 'thẻ giữ trên máy này, theo dữ liệu ngày 02/03/2026, xem được đến ngày 09/03/2026');
    expect(inside(viewer, '.validity')!.classList.contains('soon')).toBe(true);
    expect(inside(viewer, '.validity')!.textContent).toBe('Theo dữ liệu ngày 02/03/2026: còn hiệu lực đến 31/12/2026');
    expect(text(viewer)).toContain(card.holderName);
    expect(text(viewer)).not.toContain('99999999');
    expect(text(viewer)).toContain('Bạn chưa đăng nhập nên thẻ chưa được cập nhật.');
    expect((await axe.run(viewer)).violations).toEqual([]);
    press(viewer, 'Xóa thẻ khỏi máy này');
    await shows(viewer, 'Đã xóa thẻ khỏi máy này.');
    expect([inside(viewer, 'figure'), await rows(), await hasKeptCard(cut())]).toEqual([null, [], false]);
    await vi.waitFor(() => expect(viewer.shadowRoot!.activeElement?.matches('.kept [role=status]')).toBe(true));
  });

  it('C6 · of a host with a session of its own is shown where the host knows of nobody, not to somebody whose card was never read', async () => {
    await keeping(gatewayOf());
    const hosted = (token: string | undefined) =>
      createClient({ baseUrl: BASE, fetch: () => Promise.reject(new TypeError('cut')), retries: 0, getToken: async () => token });
    await shows(await opened(hosted(undefined)), 'Theo dữ liệu ngày 02/03/2026');
    const viewer = await opened(hosted('a token of the host'));
    await shows(viewer, 'Không tải được thẻ');
    expect(inside(viewer, 'figure')).toBe(null);
  });

  it('C6 · is not shown to another person who signed in before the viewer was there, nor beside a child', async () => {
    const gateway = gatewayOf();
    await keeping(gateway);
    const client = await signedIn(gateway, parent);
    const { items } = await client.children.list();
    gateway.script('cards.mine', { kind: 'cut-before' }, { kind: 'refused', status: 503, code: 'server.unavailable' }, { kind: 'cut-before' });
    for (const of of [client, client, client.withOptions({ guardianLink: items[0]!.linkId })]) {
      const viewer = await opened(of);
      await shows(viewer, 'Không tải được thẻ');
      expect([inside(viewer, 'figure'), text(viewer).includes(card.holderName)]).toEqual([null, false]);
      viewer.remove();
    }
    await shows(await opened(client), 'Trần Thử Nghiệm');
    await vi.waitFor(async () => expect(await rows()).toEqual([]));
  });

  it('C6 · is shown to its person on another view of the page, until somebody else signs in there', async () => {
    const gateway = gatewayOf();
    const client = await keeping(gateway);
    gateway.script('cards.mine', { kind: 'cut-before' }, { kind: 'cut-before' });
    const own = await opened(client);
    await shows(own, 'Theo dữ liệu ngày 02/03/2026');
    own.remove();
    await client.session.signOut();
    await client.session.signIn({ bhxhNumber: parent.profile.bhxhNumber, password: parent.password });
    const viewer = await opened(client);
    await shows(viewer, 'Không tải được thẻ');
    expect(inside(viewer, 'figure')).toBe(null);
  });

  it('C6 · is gone when its days are over, and stays gone when the clock is set back', async () => {
    await keeping(gatewayOf());
    now += 7 * DAY;
    const late = await opened(cut());
    await shows(late, 'Không tải được thẻ');
    expect([inside(late, 'figure'), await rows()]).toEqual([null, []]);
    now -= 6 * DAY;
    await shows(await opened(cut()), 'Không tải được thẻ');
  });

  it('C6 · a clock behind the last time it was seen opens nothing; a host that allows fewer days by now is heeded', async () => {
    await keeping(gatewayOf());
    now += 2 * DAY;
    await shows(await opened(cut()), 'Theo dữ liệu ngày 02/03/2026');
    // Clocks are put right by minutes.
    now -= DAY / 48;
    await shows(await opened(cut()), 'Theo dữ liệu ngày 02/03/2026');
    now -= DAY;
    const early = await opened(cut());
    await shows(early, 'đồng hồ của máy đang chậm');
    expect(inside(early, 'figure')).toBe(null);
    now += DAY + DAY / 48;
    await shows(await opened(cut()), 'Theo dữ liệu ngày 02/03/2026');
    await shows(await opened(cut(), 1), 'Không tải được thẻ');
    expect(await rows()).toEqual([]);
  });

  it('C6 · is brought up to date whenever its person sees the card, and goes when the gateway says the card is gone', async () => {
    const gateway = gatewayOf();
    await keeping(gateway);
    now += 3 * DAY;
    const client = await signedIn(gateway);
    await shows(await opened(client), 'Thẻ được giữ trên máy này đến ngày 12/03/2026, theo dữ liệu ngày 05/03/2026.');
    // A renewed card has another number, which ends as the old one does.
    const telling = (items: readonly HealthCard[]) => Object.assign(Object.create(client), { cards: { mine: async () => ({ items }) } }) as BhxhClient;
    now += DAY;
    await shows(await opened(telling([{ ...card, number: `HT3${card.number.slice(3)}` }])), 'theo dữ liệu ngày 06/03/2026');
    await shows(await opened(telling([])), 'Chưa có thẻ bảo hiểm y tế nào.');
    await vi.waitFor(async () => expect(await rows()).toEqual([]));
  });

  it('C6 · is not opened by a refusal of the gateway, nor for somebody who just signed in and whose cards cannot be read', async () => {
    const gateway = gatewayOf();
    const client = await keeping(gateway);
    gateway.script('cards.mine', { kind: 'refused', status: 403, code: 'session.not-allowed' });
    const refused = await opened(client);
    await shows(refused, 'Không tải được thẻ');
    expect(inside(refused, 'figure')).toBe(null);
    refused.remove();
    const other = createClient({ baseUrl: BASE, fetch: gateway.fetch, retries: 0 });
    const viewer = await opened(other);
    await shows(viewer, 'Theo dữ liệu ngày 02/03/2026');
    gateway.script('cards.mine', { kind: 'cut-before' });
    await other.session.signIn({ bhxhNumber: parent.profile.bhxhNumber, password: parent.password });
    await shows(viewer, 'Không tải được thẻ');
    expect(inside(viewer, 'figure')).toBe(null);
  });

  it('C6 · is kept on its last day, not after it, and no longer than the gateway allows', async () => {
    const gateway = gatewayOf([{ ...card, validTo: '2026-03-02' }]);
    const client = await signedIn(gateway);
    const mine = async () => ({ ...(await client.consents.mine({ locale: 'vi' })), deviceCopyDays: 3 });
    const strict = Object.assign(Object.create(client), { consents: { ...client.consents, mine } }) as BhxhClient;
    const viewer = await opened(strict);
    await tick(viewer);
    await shows(viewer, 'Thẻ được giữ trên máy này đến ngày 05/03/2026');
    now += DAY;
    const late = await opened(strict);
    await vi.waitFor(async () => expect(await rows()).toEqual([]));
    expect(inside(late, '.kept label')).toBe(null);
  });

  it('C6 · goes at signing out, also on a page that shows no card; a session that was merely too old leaves it', async () => {
    const gateway = gatewayOf();
    const client = await keeping(gateway);
    gateway.script('session.refresh', { kind: 'refused', status: 401, code: 'session.expired' });
    const viewer = await opened(client);
    await shows(viewer, 'Thẻ được giữ trên máy này');
    gateway.expireTokens();
    await client.profile.read().catch(() => undefined);
    await shows(viewer, 'Theo dữ liệu ngày');
    const again = await signedIn(gateway);
    await fixture(html`<bhxh-provider .client=${again}></bhxh-provider>`);
    await again.session.signOut();
    await vi.waitFor(async () => expect(await rows()).toEqual([]));
  });

  it('C6 · goes when another person signs in or its person takes the consent back; a child’s card beside it is never kept', async () => {
    const gateway = gatewayOf();
    await keeping(gateway, parent);
    const client = await signedIn(gateway, parent);
    const { items } = await client.children.list();
    const child = await opened(client.withOptions({ guardianLink: items[0]!.linkId }));
    await vi.waitFor(() => expect(inside(child, 'figure')).not.toBe(null));
    expect([inside(child, '.kept'), (await rows()).length > 0]).toEqual([null, true]);
    await shows(await opened(await signedIn(gateway)), 'Giữ thẻ trên máy này');
    await vi.waitFor(async () => expect(await rows()).toEqual([]));
    const person = await keeping(gateway);
    await person.consents.withdraw({ purpose: 'device-copy', locale: 'vi', channel: 'page' });
    await opened(person);
    await vi.waitFor(async () => expect(await rows()).toEqual([]));
  });

  it('C6 · is not offered where the host says nothing, nor where the gateway allows none; no cards stay after signing out', async () => {
    const gateway = gatewayOf();
    const client = await signedIn(gateway);
    const mine = async () => ({ ...(await client.consents.mine({ locale: 'vi' })), deviceCopyDays: 0 });
    const strict = Object.assign(Object.create(client), { consents: { ...client.consents, mine: vi.fn(mine) } }) as BhxhClient;
    const viewers = [await opened(client, 0), await opened(strict)];
    for (const viewer of viewers) await vi.waitFor(() => expect(inside(viewer, 'figure')).not.toBe(null));
    await vi.waitFor(() => expect(strict.consents.mine).toHaveBeenCalled());
    for (const viewer of viewers) expect(inside(viewer, '.kept')).toBe(null);
    await client.session.signOut();
    await vi.waitFor(() => expect(inside(viewers[0]!, 'figure')).toBe(null));
    await shows(viewers[0]!, 'đăng nhập');
  });
});
