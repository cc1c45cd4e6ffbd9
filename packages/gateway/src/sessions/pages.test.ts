import { createBackend } from '@bhxh-kit/client/backend';
import { openHostedClient } from '@bhxh-kit/client/hosted';
import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Sealing } from '../../../client/src/backend/sealing.js';
import { openTestDatabase, rowsOf, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { TestBrowser } from '../../test-support/pages.js';
import { newPerson, type TestPerson, withCode } from '../../test-support/persons.js';
import type { Database } from '../storage/database.js';

const ORIGIN = 'https://truong.example.vn';
const BASE = `${ORIGIN}/bhxh`;
const SECRETS = ['một bí mật của máy chủ trường, đủ dài'];
const DEVICE = 'thiet-bi-thu-nghiem';
let database: Database;
let gateway: TestGateway;
let person: TestPerson;
let browser: TestBrowser;
/** What the gateway was sent. */
let sent: Request[];

const backend = () =>
  createBackend({
    gateway: 'https://gateway.example.vn',
    origin: ORIGIN,
    secrets: SECRETS,
    now: () => gateway.clock.now().getTime(),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push(request.clone());
      return gateway.fetch(request, { incoming: { socket: { remoteAddress: '10.0.0.1' } } });
    },
  });

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database, { env: { BHXH_TRUSTED_PROXIES: '1' } });
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});
beforeEach(async () => {
  sent = [];
  browser = new TestBrowser(ORIGIN, backend());
  person = await newPerson(gateway);
});

const page = (of: TestBrowser = browser) => openHostedClient({ baseUrl: BASE, fetch: of.fetch, retries: 0 });
const credentials = (device = DEVICE) => ({ bhxhNumber: person.bhxhNumber, password: person.password, device });
async function signedIn(of: TestBrowser = browser) {
  const bhxh = await page(of);
  await bhxh.session.signIn(credentials());
  return bhxh;
}
const opened = (cookie: string) => new Sealing(SECRETS, ORIGIN).open(cookie.replace('__Host-bhxh=', ''));
const alive = () => rowsOf(database, `select origin from sessions where account_id = '${person.accountId}' and ended_at is null`);

describe('a session that the host’s server keeps', () => {
  it('A1 · lives through a reload, and no script of the page is given a token', async () => {
    const bhxh = await signedIn();
    expect((await bhxh.profile.read()).bhxhNumber).toBe(person.bhxhNumber);
    const reloaded = await page();
    expect(reloaded.signedIn).toBe(true);
    expect((await reloaded.profile.read()).bhxhNumber).toBe(person.bhxhNumber);
    expect((await page(new TestBrowser(ORIGIN, backend()))).signedIn).toBe(false);

    const held = await opened(browser.cookie);
    for (const token of [held!.accessToken, held!.refreshToken]) expect(browser.read.join()).not.toContain(token);
    expect(browser.given).toHaveLength(1);
    expect(browser.given[0]).toMatch(/^__Host-bhxh=[\w-]{8}\.[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
  });

  it('A1 · belongs to the host’s origin at the gateway, which counts tries by the address of the person', async () => {
    await signedIn();
    expect(await alive()).toEqual([{ origin: ORIGIN }]);
    const { accessToken } = (await opened(browser.cookie))!;
    const elsewhere = await gateway.call(operations.session.current, {}, { Authorization: `Bearer ${accessToken}`, Origin: 'https://khac.example.vn' });
    expect(elsewhere.body.code).toBe('session.other-origin');
    expect(sent.map(({ headers }) => [headers.get('x-forwarded-for'), headers.get('origin')])).toEqual([['203.0.113.7', ORIGIN]]);
  });

  it('goes on by its refresh token, once for calls of two tabs that come together, and also with the cookie of before', async () => {
    const tabs = [await signedIn(), await page()];
    const before = browser.cookie;
    gateway.clock.advance({ minutes: 10 });
    sent = [];
    await Promise.all(tabs.flatMap((tab) => [tab.profile.read(), tab.cards.mine()]));
    expect(sent.filter(({ url }) => url.endsWith('/refresh'))).toHaveLength(1);
    browser.cookie = before;
    await Promise.all(tabs.map((tab) => tab.profile.read()));
    expect(tabs.map((tab) => tab.signedIn)).toEqual([true, true]);
  });

  it('is over when nobody used it for half an hour, and says so', async () => {
    const bhxh = await signedIn();
    const why: unknown[] = [];
    bhxh.onSessionChange((_, reason) => why.push(reason?.code));
    gateway.clock.advance({ minutes: 20 });
    await bhxh.profile.read();
    gateway.clock.advance({ minutes: 29 });
    await bhxh.profile.read();
    gateway.clock.advance({ minutes: 30 });
    await expect(bhxh.profile.read()).rejects.toMatchObject({ code: 'session.expired' });
    expect([why, browser.cookie, (await page()).signedIn]).toEqual([['session.expired'], '', false]);
  });

  it.each([0, 11])('A1 · signed out after %i minutes it is over at the gateway too: a copy of the cookie opens nothing', async (minutes) => {
    const bhxh = await signedIn();
    const copy = browser.cookie;
    gateway.clock.advance({ minutes });
    await bhxh.session.signOut();
    expect([browser.cookie, await alive(), (await page()).signedIn]).toEqual(['', [], false]);
    browser.cookie = copy;
    const replayed = await page();
    await expect(replayed.profile.read()).rejects.toMatchObject({ status: 401 });
    expect([replayed.signedIn, browser.cookie]).toEqual([false, '']);
  });

  it('A5 · taken over by another device it ends, and the page is told why', async () => {
    const bhxh = await signedIn();
    const why: unknown[] = [];
    bhxh.onSessionChange((_, reason) => why.push(reason?.code));
    const other = new TestBrowser(ORIGIN, backend());
    const second = await page(other);
    const { ticket } = (await second.session.signIn(credentials('thiet-bi-khac...'))) as { ticket: string };
    expect([second.signedIn, other.cookie]).toEqual([false, '']);
    const { codeId, oneTimeCode } = await withCode(gateway, () => gateway.call(operations.devices.sendTakeOverCode, { ticket }));
    await second.devices.takeOver({ ticket, codeId, oneTimeCode });
    expect((await second.devices.list()).items).toHaveLength(1);
    await expect(bhxh.profile.read()).rejects.toMatchObject({ code: 'session.taken-over' });
    expect([why, bhxh.signedIn, browser.cookie]).toEqual([['session.taken-over'], false, '']);
    await second.devices.signOutEverywhere();
    expect([second.signedIn, other.cookie, await alive()]).toEqual([false, '', []]);
  });

  it('shows a tab that was left open nobody else’s data: it is signed out when another person signed in', async () => {
    const left = await signedIn();
    const one = person.bhxhNumber;
    person = await newPerson(gateway);
    const now = await signedIn();
    await expect(left.profile.read()).rejects.toMatchObject({ code: 'session.expired' });
    await left.session.signOut().catch(() => undefined);
    expect([left.signedIn, (await now.profile.read()).bhxhNumber === one]).toEqual([false, false]);
  });
});
