import type { CDPSession } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { modules, openHostPage } from './support/host-page.js';
import { journey } from './support/journey.js';

const BODY = `<bhxh-provider base-url="{{gateway}}" lang="vi">
  <bhxh-sign-in></bhxh-sign-in>
  <bhxh-my-devices></bhxh-my-devices>
</bhxh-provider>${modules('provider', 'sign-in', 'my-devices')}`;

describe('a passkey', () => {
  const shared = journey({ BHXH_RULE_PACK: '2025' });

  /** A telephone or computer of its own with fingerprint or PIN, as Chromium plays one. Whether somebody touches it is for the test to say: what waits under a field would be answered at once. */
  async function newDevice(browser: CDPSession): Promise<(touched: boolean) => Promise<void>> {
    await browser.send('WebAuthn.enable');
    const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
    const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: false } });
    return async (enabled) => void (await browser.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }));
  }

  /** What was sent, the newest first. */
  async function sent(): Promise<string[]> {
    const { items } = (await (await fetch(`${shared.demo.gateway}/sandbox/outbox`, { headers: { accept: 'application/json' } })).json()) as {
      items: readonly { body: string }[];
    };
    return items.map(({ body }) => body);
  }
  const code = async () => (await sent()).map((body) => /Mã xác thực: (\d{6})/.exec(body)?.[1]).find((found) => found !== undefined)!;

  it('A7, A5 · by keyboard: added with a code, signs in by itself, takes over without a code, is removed, and signs nobody in then', async () => {
    const { visitor, demo } = shared;
    const { password, profile } = demo.personas[0]!;
    const page = await openHostPage(shared, BODY);
    const touch = await newDevice(await visitor.context.newCDPSession(page));
    const [signIn, mine] = [page.locator('bhxh-sign-in'), page.locator('bhxh-my-devices')];
    const button = signIn.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' });
    const done = signIn.getByText('Bạn đã đăng nhập');

    await button.waitFor();
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
