import { operations } from '@bhxh-kit/contract';
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../packages/gateway/src/storage/database.js';
import { openTestDatabase, type TestGateway, testGateway } from '../../packages/gateway/test-support/gateway.js';
import { begunPasskey } from '../../packages/gateway/test-support/passkeys.js';
import { newPerson } from '../../packages/gateway/test-support/persons.js';
import { launchChromium } from '../../scripts/browsers.mjs';
import { modules, openHostPage } from './support/host-page.js';
import { type HttpsFront, openHttpsFront } from './support/https-front.js';
import { journey } from './support/journey.js';
import { visit } from './support/visitor.js';

const BODY = `<bhxh-provider base-url="{{gateway}}" lang="vi">
  <bhxh-sign-in></bhxh-sign-in>
  <bhxh-my-devices></bhxh-my-devices>
</bhxh-provider>${modules('provider', 'sign-in', 'my-devices')}`;

/** A telephone or computer of its own with fingerprint or PIN, as Chromium plays one. Whether somebody touches it is for the test to say: what waits under a field would be answered at once. */
async function newDevice(browser: CDPSession): Promise<(touched: boolean) => Promise<void>> {
  await browser.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: false } });
  return async (enabled) => void (await browser.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }));
}

describe('a passkey', () => {
  const shared = journey({ BHXH_RULE_PACK: '2025' });

  /** What was sent, the newest first. */
  async function sent(): Promise<string[]> {
    const { items } = (await (await fetch(`${shared.demo.gateway}/sandbox/outbox`, { headers: { accept: 'application/json' } })).json()) as {
      items: readonly { body: string }[];
    };
    return items.map(({ body }) => body);
  }
  const code = async () => (await sent()).map((body) => /Mã xác thực: (\d{6})/.exec(body)?.[1]).find((found) => found !== undefined)!;

  it('A7, A5 · by keyboard: added with a code, signs in out of the browser’s own list and by its button, takes over without a code, is removed, and signs nobody in then', async () => {
    const { visitor, demo } = shared;
    const { password, profile } = demo.personas[0]!;
    const page = await openHostPage(shared, BODY);
    const touch = await newDevice(await visitor.context.newCDPSession(page));
    const [signIn, mine] = [page.locator('bhxh-sign-in'), page.locator('bhxh-my-devices')];
    const button = signIn.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' });
    const done = signIn.getByText('Bạn đã đăng nhập');

    await button.waitFor();
    expect(await signIn.getByRole('textbox', { name: 'Mã số BHXH' }).getAttribute('autocomplete')).toBe('username webauthn');
    await visitor.write(signIn.getByRole('textbox', { name: 'Mã số BHXH' }), profile.bhxhNumber);
    await visitor.write(signIn.locator('#password'), password);
    await page.keyboard.press('Enter');
    await done.waitFor();

    await visitor.press(mine.getByRole('button', { name: 'Thêm khóa truy cập trên thiết bị này' }), 'Enter');
    // It proposes a name by what the browser runs on.
    await visitor.press(mine.locator('#label'), 'ControlOrMeta+A');
    await page.keyboard.type('Điện thoại mẫu');
    await page.keyboard.press('Enter');
    const field = mine.getByRole('textbox', { name: /^Mã xác thực/ });
    await field.waitFor();
    await touch(true);
    await visitor.write(field, await code());
    await page.keyboard.press('Enter');
    await mine.getByText(/^Đã thêm khóa/).waitFor();
    await touch(false);

    // The browser lists it under the field of the number: nothing is typed, and nothing pressed on the page.
    await touch(true);
    await page.reload();
    await done.waitFor();
    await touch(false);

    // To the gateway a browser that has forgotten its name is another one, and the first is signed in still.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await visitor.tabTo(button);
    await touch(true);
    await page.keyboard.press('Enter');
    await done.waitFor();
    await touch(false);
    const told = (await sent()).filter((body) => /khóa truy cập .* đã bị đăng xuất/.test(body));
    expect(told.length).toBeGreaterThanOrEqual(1);
    for (const body of told) expect(body).not.toContain(profile.bhxhNumber);

    await visitor.press(mine.getByRole('button', { name: 'Gỡ khóa “Điện thoại mẫu”' }), 'Enter');
    await visitor.press(mine.getByRole('button', { name: 'Gỡ khóa', exact: true }), 'Enter');
    await mine.getByText(/^Đã gỡ khóa/).waitFor();

    await page.reload();
    await visitor.tabTo(button);
    visitor.expectComplaint(/401 .*\/v1\/session\/passkey|status of 401/);
    await touch(true);
    await page.keyboard.press('Enter');
    await signIn.getByText(/Khóa truy cập này không đăng nhập được/).waitFor();
  });
});

describe('a passkey on pages of other domains', () => {
  const [site, named, strange] = ['bhxh.example.vn', 'truong.example.vn', 'khac.example.vn'];
  const pages = [site, named, strange].map((name) => `https://${name}`);
  let database: Database;
  let gateway: TestGateway;
  let front: HttpsFront;
  let browser: Browser;

  beforeAll(async () => {
    database = await openTestDatabase();
    const env = { BHXH_PASSKEY_SITE: site, BHXH_ALLOWED_ORIGINS: pages.join(), BHXH_PASSKEY_PAGES: `https://${named}` };
    gateway = await testGateway(database, { env });
    front = await openHttpsFront({ site, names: [named, strange], gateway: (await gateway.listen({ port: 0 })).url, body: BODY });
    browser = await launchChromium({ args: [...front.browserArgs] });
  });
  afterAll(async () => {
    await browser.close();
    await front.close();
    await gateway.close();
    await database.close();
  });

  it('A7 · signs in where the site’s own file names the page, and is not offered where it does not', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    const touch = await newDevice(await visitor.context.newCDPSession(page));
    const signIn = page.locator('bhxh-sign-in');

    await page.goto(`https://${site}/`);
    const bearer = await (await newPerson(gateway)).headers();
    const { challengeToken, options } = (await begunPasskey(gateway, bearer)).body;
    await touch(true);
    const credential = await page.evaluate(async (asked) => {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
      return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON();
    }, options);
    await touch(false);
    expect((await gateway.call(operations.passkeys.add, { challengeToken, credential, label: 'Điện thoại mẫu' }, bearer)).status).toBe(201);

    await page.goto(`https://${named}/thu`);
    await visitor.tabTo(signIn.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }));
    await touch(true);
    await page.keyboard.press('Enter');
    await signIn.getByText('Bạn đã đăng nhập').waitFor();
    await touch(false);

    await page.goto(`https://${strange}/thu`);
    await signIn.getByRole('button', { name: 'Đăng nhập', exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await signIn.getByRole('button').allTextContents()).toEqual(['Đăng nhập']);
    expect(visitor.complaints()).toEqual([]);
    await visitor.context.close();
  });
});
