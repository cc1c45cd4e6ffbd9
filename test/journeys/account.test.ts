import { createClient } from '@bhxh-kit/client';
import { describe, expect, it } from 'vitest';
import { modules, openHostPage } from './support/host-page.js';
import { journey } from './support/journey.js';

const CHANGED = 'trời hôm nay đẹp';
const ANEW = 'cá bơi trong hồ sen';

const BODY = `<bhxh-provider base-url="{{gateway}}" lang="vi">
  <bhxh-sign-in></bhxh-sign-in>
  <bhxh-change-password></bhxh-change-password>
  <bhxh-forgot-password></bhxh-forgot-password>
</bhxh-provider>${modules('provider', 'sign-in', 'change-password', 'forgot-password')}`;

describe('an account', () => {
  // Two at once are what is ended here; one device at a time has tests of its own.
  const shared = journey({ BHXH_RULE_PACK: '2021', BHXH_ONE_DEVICE: '0' });

  /** The newest code of the outbox. */
  async function code(): Promise<string> {
    const { items } = (await (await fetch(`${shared.demo.gateway}/sandbox/outbox`, { headers: { accept: 'application/json' } })).json()) as {
      items: readonly { body: string }[];
    };
    return items.map(({ body }) => /Mã xác thực: (\d{6})/.exec(body)?.[1]).find((found) => found !== undefined)!;
  }

  it('A1, A4, A6 · by keyboard: sign in, change the password with the code of the outbox, which ends the other session; forget it, and set it anew', async () => {
    const { visitor, demo } = shared;
    const { password, profile } = demo.personas[0]!;
    const { bhxhNumber, mobilePhone = '' } = profile;
    const other = createClient({ baseUrl: demo.gateway });
    await other.session.signIn({ bhxhNumber, password });
    expect((await other.profile.read()).bhxhNumber).toBe(bhxhNumber);

    const page = await openHostPage(shared, BODY);
    const [signIn, change, forgot] = ['sign-in', 'change-password', 'forgot-password'].map((name) => page.locator(`bhxh-${name}`)) as [
      ReturnType<typeof page.locator>,
      ReturnType<typeof page.locator>,
      ReturnType<typeof page.locator>,
    ];
    const enter = async (chosen: string) => {
      await visitor.write(signIn.getByRole('textbox', { name: 'Mã số BHXH' }), bhxhNumber);
      await visitor.write(signIn.getByLabel('Mật khẩu', { exact: false }).first(), chosen);
      await page.keyboard.press('Enter');
      await signIn.getByText('Bạn đã đăng nhập').waitFor();
    };

    await enter(password);
    await visitor.write(change.locator('#current'), password);
    await visitor.write(change.locator('#new'), CHANGED);
    await visitor.write(change.locator('#again'), CHANGED);
    await page.keyboard.press('Enter');
    await change.getByRole('heading', { name: /^Bước 2\/2/ }).waitFor();
    await visitor.write(change.getByRole('textbox', { name: /^Mã xác thực/ }), await code());
    await page.keyboard.press('Enter');
    await change.getByRole('heading', { name: 'Đã đổi mật khẩu' }).waitFor();
    await expect(other.profile.read()).rejects.toMatchObject({ code: 'session.expired' });

    // The tokens are in the memory of the page alone: another page is another sign-in.
    await page.reload();
    await enter(CHANGED);

    await page.reload();
    await visitor.write(forgot.getByRole('textbox', { name: 'Mã số BHXH' }), bhxhNumber);
    await visitor.write(forgot.locator('#contact'), mobilePhone);
    await page.keyboard.press('Enter');
    await forgot.getByRole('heading', { name: /^Bước 2\/2/ }).waitFor();
    await visitor.write(forgot.getByRole('textbox', { name: /^Mã xác thực/ }), await code());
    await visitor.write(forgot.locator('#new'), ANEW);
    await page.keyboard.press('Enter');
    await forgot.getByRole('heading', { name: 'Đã đặt mật khẩu mới' }).waitFor();
    await enter(ANEW);

    // Whoever is reached by phone and mail was told twice, and no message names them.
    const told = await demo.rows("select body from sandbox_messages where body like 'Mật khẩu tài khoản BHXH của bạn vừa được%'");
    expect(told.length).toBeGreaterThanOrEqual(2);
    for (const { body } of told) expect(String(body)).not.toContain(bhxhNumber);
  });
});
