import { beforeAll, describe, expect, it } from 'vitest';
import { decide } from './support/deciding.js';
import { child, declare } from './support/declared.js';
import { Insured } from './support/insured.js';
import { inEveryWay, journey } from './support/journey.js';
import { keptInBrowser } from './support/kept-in-browser.js';

const GUARDIAN = { bhxhNumber: '9999999002', identityNumber: '001399000002' };
const YOUNGER = 'Lê Thử Nghiệm';
const ELDER = 'Trần Thị Mẫu';

describe('an account of one’s own', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021', BHXH_CONSENT_PURPOSES: 'reminders' });
  const persona = () => shared.demo.personas.find(({ profile }) => profile.bhxhNumber === GUARDIAN.bhxhNumber)!;
  /** Where codes go now; each journey moves it on. */
  let phone = '0900000002';
  let changes = 0;

  /** The younger child's declaration is read and approved by an officer, which makes its guardian the persona. */
  beforeAll(async () => {
    await decide(shared.demo, await declare(shared, child(61, YOUNGER, { fullName: persona().profile.fullName, ...GUARDIAN })), 'approve');
  });

  inEveryWay(shared, ({ by }) => {
    it('A9 · who signs in first sees nothing of theirs before they agreed, purpose by purpose with nothing ticked before; taken back, it is asked at once again', async () => {
      const { demo } = shared;
      const insured = new Insured(shared.visitor, demo);
      const { page, hands } = insured;
      const { profile, password } = persona();
      const acts = () => demo.rows(`select purpose, given, channel, locale from account_consents where account_id = '${persona().id}' order by id`);
      await demo.rows(`delete from account_consents where account_id = '${persona().id}'`);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const consent = insured.element('consent');
      const start = consent.getByRole('heading', { name: 'Trước khi bạn bắt đầu' });
      const shut = async () => {
        expect(asked.filter((path) => path.includes('/me/') && !path.endsWith('/me/consents'))).toEqual([]);
        expect(await insured.everything()).not.toMatch(new RegExp(`${profile.fullName}|${profile.bhxhNumber}`));
        for (const closed of ['#ho-so', '#the', '#qua-trinh', '#mat-khau', '#tiles', '#parts', '#who', '#sign-in', '#opening'])
          expect(await page.locator(closed).isVisible(), closed).toBe(false);
      };
      await insured.enter(profile.bhxhNumber, password);
      await start.waitFor();
      await page.locator('#asked').getByText('Trước khi xem dữ liệu của mình').waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('page-title');
      await shut();

      await insured.press(consent, 'Tiếp tục');
      await insured.press(consent, 'Không chấp nhận');
      await consent.getByRole('heading', { name: 'Bạn chưa đồng ý' }).waitFor();
      await shut();
      await hands.press(page.locator('#leave'));
      await insured.password.waitFor();

      await insured.enter(profile.bhxhNumber, password);
      await insured.press(consent, 'Tiếp tục');
      await consent.getByRole('heading', { name: 'Bạn đồng ý những gì?' }).waitFor();
      expect([await consent.getByRole('checkbox').count(), await consent.getByRole('checkbox', { checked: true }).count()]).toEqual([2, 0]);
      await insured.press(consent, 'Chấp nhận');
      await consent.getByText(/^Hãy đánh dấu nếu bạn đồng ý với “Lập và dùng tài khoản”/).waitFor();
      await hands.tick(consent.getByRole('checkbox', { name: /Lập và dùng tài khoản/ }));
      await shut();
      await insured.press(consent, 'Chấp nhận');
      await insured.who.getByText(profile.fullName).waitFor();
      await insured.element('card-viewer').getByRole('definition').filter({ hasText: 'Lê Thị Mẫu' }).waitFor();
      await expect.poll(() => page.evaluate(() => [document.activeElement?.id, scrollY])).toEqual(['page-title', 0]);
      expect(await page.locator('#asked').textContent()).toBe('');
      expect(await acts()).toEqual([{ purpose: 'account', given: true, channel: 'page', locale: 'vi' }]);

      await insured.press(consent, 'Xem những gì đã đồng ý');
      await consent.getByText(/^Đã đồng ý ngày \d\d\/\d\d\/\d{4} \(nội dung bản \d\d\/\d\d\/\d{4}\)\.$/).waitFor();
      await consent.getByText('Chưa đồng ý.', { exact: true }).waitFor();
      await insured.press(consent, 'Rút lại đồng ý: Lập và dùng tài khoản');
      await consent.getByText('Nếu rút lại:').waitFor();
      asked.length = 0;
      await insured.press(consent, 'Rút lại đồng ý');
      await consent.getByText('Đã rút lại đồng ý: Lập và dùng tài khoản.').waitFor();
      await page.locator('#the').waitFor({ state: 'hidden' });
      await expect.poll(() => insured.everything()).not.toContain(profile.fullName);
      asked.splice(0, asked.length, ...asked.filter((path) => !path.endsWith('/me/consents/withdraw')));
      await shut();
      expect((await acts()).slice(1)).toEqual([{ purpose: 'account', given: false, channel: 'page', locale: 'vi' }]);
      await page.reload();
      await start.waitFor();
      await shut();
    });

    it('A9 · where the network fails before it is known who is asked, the page says so, and lets them in on another try or when the network is back', async () => {
      const { visitor, demo } = shared;
      const insured = new Insured(visitor, demo);
      const { page, hands } = insured;
      await insured.signIn(persona());
      visitor.expectComplaint(/\/me\/consents|ERR_FAILED|NS_ERROR/);
      await page.route(/\/me\/consents/, (route) => route.abort());
      await page.reload();
      const stuck = page.locator('#stuck');
      await stuck.getByRole('heading', { name: 'Chưa mở được dữ liệu của bạn' }).waitFor();
      expect(await page.locator('#the').isVisible()).toBe(false);
      await page.locator('#sign-out').waitFor();
      await page.unroute(/\/me\/consents/);
      // A finger has the button as well.
      if (by === 'keyboard') await hands.press(stuck.getByRole('button', { name: 'Thử lại' }));
      else for (const offline of [true, false]) await visitor.context.setOffline(offline);
      await insured.who.getByText(persona().profile.fullName).waitFor();
      expect([await stuck.isVisible(), await page.evaluate(() => document.activeElement?.id)]).toEqual([false, 'page-title']);
    });

    it('A9, C6 · a card kept on the device is seen before signing in; to whoever took their consent back the sign-in opens no card, and signing out takes the copy along', async () => {
      const { visitor, demo } = shared;
      const insured = new Insured(visitor, demo);
      const { page, hands } = insured;
      const [card, consent] = [insured.element('card-viewer'), insured.element('consent')];
      await insured.signIn(persona());
      // To whoever agreed on an earlier visit the element shows what to.
      await page.reload();
      await hands.tick(card.getByRole('checkbox', { name: /^Giữ thẻ trên máy này/ }));
      await card.getByText(/^Thẻ được giữ trên máy này đến ngày/).waitFor();
      await insured.press(consent, 'Rút lại đồng ý: Lập và dùng tài khoản');
      await insured.press(consent, 'Rút lại đồng ý');
      await consent.getByText('Đã rút lại đồng ý: Lập và dùng tài khoản.').waitFor();
      // As a browser does that forgets its session.
      await visitor.context.clearCookies();
      await page.reload();
      await page.locator('#to-card').waitFor();
      await card.getByText(/^Theo dữ liệu ngày/).waitFor();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const { profile, password } = persona();
      await hands.write(page.locator('#sign-in').getByLabel('Mã số BHXH'), profile.bhxhNumber);
      await hands.write(insured.password, password);
      await hands.send(page.locator('#sign-in').getByRole('button', { name: 'Đăng nhập', exact: true }));
      await consent.getByRole('heading', { name: 'Trước khi bạn bắt đầu' }).waitFor();
      expect([await page.locator('#the').isVisible(), await page.locator('#to-card').isVisible()]).toEqual([false, false]);
      expect(asked.filter((path) => path.includes('/me/') && !path.endsWith('/me/consents'))).toEqual([]);
      await hands.press(page.locator('#sign-out'));
      await insured.password.waitFor();
      await expect.poll(async () => (await keptInBrowser(page)).rows).toBe(0);
    });

    it('A8, A5 · another phone by the codes of both, the one before is told; then signed out on every device', async () => {
      const insured = new Insured(shared.visitor, shared.demo);
      const { page, hands } = insured;
      const old = phone;
      phone = `09000000${71 + changes++}`;
      // One code a minute.
      await shared.demo.moveClock({ advanceMinutes: 2 });
      await insured.signIn(persona());
      const profile = insured.element('profile');
      await insured.press(profile, 'Đổi số điện thoại');
      await hands.write(profile.getByRole('textbox', { name: /^Số điện thoại mới/ }), phone);
      await hands.send(profile.getByRole('button', { name: 'Gửi hai mã' }));
      await profile.getByText(/^Đã gửi mã tới/).waitFor();
      await hands.write(profile.getByRole('textbox', { name: /^Mã gửi tới liên hệ đã đăng ký/ }), await insured.codeTo(old));
      await hands.write(profile.getByRole('textbox', { name: /^Mã gửi tới liên hệ mới/ }), await insured.codeTo(phone));
      await hands.send(profile.getByRole('button', { name: 'Xác nhận thay đổi' }));
      await profile.getByText(/^Đã đổi số điện thoại\. Từ nay/).waitFor();
      expect(await insured.said(profile)).not.toContain(phone);
      await insured.press(profile, 'Hiện số');
      await profile.getByRole('definition').filter({ hasText: phone }).waitFor();
      expect((await insured.messagesTo(old))[0]).toMatch(/^Tài khoản BHXH đã đổi số điện thoại liên hệ/);

      const devices = insured.element('my-devices');
      await devices.getByText('Thiết bị này', { exact: true }).waitFor();
      await insured.press(devices, 'Đăng xuất');
      await devices.getByText('Đăng xuất khỏi thiết bị này? Bạn sẽ phải đăng nhập lại.').waitFor();
      await insured.press(devices, 'Đăng xuất');
      await page.locator('#sign-in').getByLabel('Mật khẩu', { exact: true }).waitFor();
    });

    it('A8 · a guardian switches to a child and sees its card and its histories alone, and who looked at its data; once the link ended nothing of it', async () => {
      const { visitor, demo } = shared;
      const insured = new Insured(visitor, demo);
      const { hands } = insured;
      await insured.signIn(persona());
      const [profile, card, participation, looks] = ['profile', 'card-viewer', 'history-table', 'access-log'].map((name) => insured.element(name)) as [
        ReturnType<Insured['element']>,
        ReturnType<Insured['element']>,
        ReturnType<Insured['element']>,
        ReturnType<Insured['element']>,
      ];
      const whose = profile.getByLabel('Hồ sơ', { exact: true });
      await card.getByRole('definition').filter({ hasText: 'Lê Thị Mẫu' }).waitFor();
      await hands.choose(whose, ELDER);
      await card.getByRole('definition').filter({ hasText: ELDER }).waitFor();
      await card.getByText(/^Còn hiệu lực/).waitFor();
      await hands.openTab(participation, /^BHYT/);
      await participation.getByRole('row', { name: /Trường Tiểu học Mẫu/ }).waitFor();
      expect(await insured.said(card)).not.toContain('LêThịMẫu');
      expect(await insured.said(participation)).not.toContain('TrườngMầmnon');
      expect(await profile.getByRole('button', { name: /^Đổi/ }).count()).toBe(0);
      await insured.page.locator('#tiles').waitFor({ state: 'hidden' });

      await hands.choose(whose, YOUNGER);
      await card.getByText('Chưa có thẻ bảo hiểm y tế nào.').waitFor();
      await looks
        .getByRole('row', { name: /Xem hồ sơ/ })
        .first()
        .waitFor();
      const rows = await looks.getByRole('row').allInnerTexts();
      expect(rows.filter((row) => /Cán bộ BHXH, .*Quận Đống Đa/s.test(row)).length).toBeGreaterThanOrEqual(3);
      expect(rows.join()).not.toContain('Phạm Thử Cán');

      const links = `update guardian_links set ended_at = %s where child_id = '${shared.demo.personas[3]!.id}'`;
      await demo.rows(links.replace('%s', 'now()'));
      visitor.expectComplaint(/404/);
      await hands.choose(whose, ELDER);
      await profile.getByText(/hoặc bạn không còn là người giám hộ/).waitFor();
      // Back at their own.
      await card.getByRole('definition').filter({ hasText: 'Lê Thị Mẫu' }).waitFor();
      for (const element of [card, participation, looks]) expect(await insured.said(element)).not.toMatch(/TrườngTiểuhọcMẫu|HS4|TrầnThịMẫu/);
      await demo.rows(links.replace('%s', 'null'));
    });
  });
});
