import { createClient } from '@bhxh-kit/client';
import type { Persona } from '@bhxh-kit/gateway';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { decide } from './support/deciding.js';
import { declare, person } from './support/declared.js';
import { modules, openHostPage } from './support/host-page.js';
import { inEveryWay, journey } from './support/journey.js';
import { codeTo, messagesTo } from './support/sandbox.js';

const CHANGED = 'trời hôm nay đẹp';
const ANEW = 'cá bơi trong hồ sen';
const OVERDUE = 'gió thổi qua hàng tre';
const FIRST = 'mây bay trên núi cao';

const BODY = `<bhxh-provider base-url="{{gateway}}" lang="vi">
  <bhxh-sign-in></bhxh-sign-in>
  <bhxh-change-password></bhxh-change-password>
  <bhxh-forgot-password></bhxh-forgot-password>
</bhxh-provider>${modules('provider', 'sign-in', 'change-password', 'forgot-password')}`;

const ENFORCED = `<bhxh-provider base-url="{{gateway}}" lang="vi">
  <bhxh-sign-in></bhxh-sign-in>
</bhxh-provider>${modules('provider', 'sign-in')}`;

describe('an account', () => {
  // Two at once are what is ended here; one device at a time has tests of its own.
  const shared = journey({ BHXH_RULE_PACK: '2021', BHXH_ONE_DEVICE: '0' });

  async function enter(signIn: Locator, bhxhNumber: string, password: string): Promise<void> {
    const { hands } = shared.visitor;
    await hands.rewrite(signIn.getByRole('textbox', { name: 'Mã số BHXH' }), bhxhNumber);
    await hands.rewrite(signIn.getByLabel('Mật khẩu', { exact: true }), password);
    await hands.send(signIn.getByRole('button', { name: 'Đăng nhập', exact: true }));
  }

  inEveryWay(shared, ({ by, engine }) => {
    /** Another person for each way. */
    const persona = (): Persona => shared.demo.personas[engine === 'Firefox' ? 4 : by === 'touch' ? 1 : 0]!;
    const phone = () => persona().profile.mobilePhone!;
    const code = () => codeTo(shared.demo, phone());

    it('A1, A4, A6 · signs in, changes the password with the code of the outbox, which ends the other session; forgets it, and sets it anew', async () => {
      const { visitor, demo } = shared;
      const { hands } = visitor;
      const { password, profile } = persona();
      const { bhxhNumber } = profile;
      const other = createClient({ baseUrl: demo.gateway });
      await other.session.signIn({ bhxhNumber, password });
      expect((await other.profile.read()).bhxhNumber).toBe(bhxhNumber);

      const page = await openHostPage(shared, BODY);
      const element = (name: string): Locator => page.locator(`bhxh-${name}`);
      const [signIn, change, forgot] = [element('sign-in'), element('change-password'), element('forgot-password')];
      const entered = async (chosen: string): Promise<void> => {
        await enter(signIn, bhxhNumber, chosen);
        await signIn.getByText('Bạn đã đăng nhập').waitFor();
      };
      visitor.expectComplaint(/401/);
      await enter(signIn, bhxhNumber, 'sai-mat-khau');
      await signIn.getByText('Chưa đăng nhập được').waitFor();
      await entered(password);
      await hands.write(change.locator('#current'), password);
      await hands.write(change.locator('#new'), CHANGED);
      await hands.write(change.locator('#again'), CHANGED);
      await hands.send(change.getByRole('button', { name: 'Gửi mã xác thực' }));
      await change.getByRole('heading', { name: /^Bước 2\/2/ }).waitFor();
      await hands.write(change.getByRole('textbox', { name: /^Mã xác thực/ }), await code());
      await hands.send(change.getByRole('button', { name: 'Đổi mật khẩu', exact: true }));
      await change.getByRole('heading', { name: 'Đã đổi mật khẩu' }).waitFor();
      await expect(other.profile.read()).rejects.toMatchObject({ code: 'session.expired' });

      // The tokens are in the memory of the page alone: another page is another sign-in.
      await page.reload();
      await entered(CHANGED);

      await page.reload();
      await hands.write(forgot.getByRole('textbox', { name: 'Mã số BHXH' }), bhxhNumber);
      await hands.write(forgot.locator('#contact'), phone());
      await hands.send(forgot.getByRole('button', { name: 'Gửi mã xác thực' }));
      await forgot.getByRole('heading', { name: /^Bước 2\/2/ }).waitFor();
      await hands.write(forgot.getByRole('textbox', { name: /^Mã xác thực/ }), await code());
      await hands.write(forgot.locator('#new'), ANEW);
      await hands.send(forgot.getByRole('button', { name: 'Đặt mật khẩu mới', exact: true }));
      await forgot.getByRole('heading', { name: 'Đã đặt mật khẩu mới' }).waitFor();
      await entered(ANEW);

      // Told twice, and no message names the person.
      const told = (await messagesTo(demo, phone())).filter((body) => body.startsWith('Mật khẩu tài khoản BHXH của bạn vừa được'));
      expect(told.length).toBeGreaterThanOrEqual(2);
      for (const body of told) expect(body).not.toContain(bhxhNumber);
    });

    // Two more of the same boxes, in which no engine has a part of its own.
    if (engine === 'Firefox') return;

    it('A3 · a password older than six months signs in to nothing but its change, and the new one signs in', async () => {
      const { visitor, demo } = shared;
      const { hands } = visitor;
      const { bhxhNumber } = persona().profile;
      await demo.moveClock({ advanceDays: 200 });
      const page = await openHostPage(shared, ENFORCED);
      const [signIn, change] = [page.locator('bhxh-sign-in'), page.locator('bhxh-change-password')];
      await enter(signIn, bhxhNumber, ANEW);
      await signIn.getByRole('heading', { name: 'Cần đổi mật khẩu trước khi đăng nhập' }).waitFor();
      if (await change.locator('#current').count()) await hands.write(change.locator('#current'), ANEW);
      await hands.write(change.locator('#new'), OVERDUE);
      await hands.write(change.locator('#again'), OVERDUE);
      await hands.send(change.getByRole('button', { name: 'Gửi mã xác thực' }));
      await change.getByRole('heading', { name: /^Bước 2\/2/ }).waitFor();
      await hands.write(change.getByRole('textbox', { name: /^Mã xác thực/ }), await code());
      await hands.send(change.getByRole('button', { name: 'Đổi mật khẩu', exact: true }));
      await signIn.getByText('Đã đổi mật khẩu. Hãy đăng nhập bằng mật khẩu mới.').waitFor();
      await enter(signIn, bhxhNumber, OVERDUE);
      await signIn.getByText('Bạn đã đăng nhập').waitFor();
      // For whoever comes next it is today.
      await demo.moveClock({ reset: true });
    });

    it('A2 · the first password is chosen with the code of the message, and signs in', async () => {
      const { visitor, demo } = shared;
      const { hands, page } = visitor;
      const declared = person(by === 'touch' ? 52 : 51, 'Nguyễn Văn Đầu');
      const reference = await declare(shared, declared);
      await decide(demo, reference, 'approve');
      const message = (await messagesTo(demo, declared.mobilePhone)).find((body) => body.includes(reference) && body.includes('Mã kích hoạt'))!;
      await page.goto(`${demo.pages.province}/kich-hoat`);
      const activate = page.locator('bhxh-activate');
      await hands.write(activate.getByRole('textbox', { name: 'Mã số BHXH' }), declared.bhxhNumber);
      await hands.write(activate.getByRole('textbox', { name: 'Mã kích hoạt' }), /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(message)![0]);
      await hands.write(activate.getByLabel('Mật khẩu mới'), FIRST);
      await hands.send(activate.getByRole('button', { name: 'Kích hoạt', exact: true }));
      await activate.getByRole('heading', { name: 'Tài khoản đã được kích hoạt' }).waitFor();
      const bhxh = createClient({ baseUrl: demo.gateway });
      await bhxh.session.signIn({ bhxhNumber: declared.bhxhNumber, password: FIRST });
      expect((await bhxh.profile.read()).fullName).toBe(declared.fullName);
    });
  });
});
