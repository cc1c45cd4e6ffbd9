import { createClient } from '@bhxh-kit/client';
import { describe, expect, it } from 'vitest';
import { Declarant, PLACES } from './support/declarant.js';
import { openAccount } from './support/first-use.js';
import { inEveryWay, journey } from './support/journey.js';

describe('signing in with VNeID', () => {
  const shared = journey({ BHXH_RULE_PACK: '2025' });

  inEveryWay(shared, () => {
    it('A10 · whoever stops at VNeID is told; at level 2 the declaration is filled, and neither photographs nor paper nor an address are asked', async () => {
      const { visitor, demo } = shared;
      const declarant = new Declarant(shared);
      const { page } = declarant;
      const place = page.locator('#vneid');
      const home = `${demo.pages.province}/dang-ky`;
      const toVneid = async (choice: RegExp): Promise<void> => {
        await visitor.press(place.getByRole('button', { name: 'Điền tờ khai bằng VNeID' }), 'Enter');
        await visitor.press(page.getByRole('link', { name: choice }), 'Enter');
        await page.waitForURL(home);
      };
      visitor.expectComplaint(/409/);
      // Firefox looks for an icon on the simulator's page, whose policy has none.
      visitor.expectComplaint(/favicon\.ico/);
      await declarant.open(demo.pages.province);
      await toVneid(/^Hủy/);
      await place.getByText('Bạn đã dừng đăng nhập VNeID.', { exact: false }).waitFor();
      await toVneid(/^Lê Thị Mẫu – 079399000012/);
      await place.getByText('Đã lấy họ tên và số định danh từ VNeID.', { exact: false }).waitFor();
      await declarant.atStep(/^Bước 1\/4/);
      await declarant.next();
      await declarant.atStep(/^Bước 2\/4/);
      for (const [box, value] of [
        ['Họ và tên', 'Lê Thị Mẫu'],
        ['Số CMND/HC/CC', '079399000012'],
        ['Người liên hệ', 'Lê Thị Mẫu'],
      ] as const)
        expect(await declarant.box(box).inputValue()).toBe(value);
      await declarant.writeAddress({ places: PLACES['2025'], street: '12 Đường Mẫu' });
      await visitor.write(declarant.box('Điện thoại di động'), '0900000081');
      await declarant.next();
      await declarant.atStep(/^Bước 3\/4/);
      await declarant.chooseAgencyByFilter('ha noi');
      await declarant.chooseHandIn(/^Tại nơi tiếp nhận/);
      await declarant.next();
      await declarant.atStep(/^Bước 4\/4/);
      await declarant.commit();
      await declarant.record();
      const { declaration, photographs } = await demo.kept(await declarant.reference());
      expect(declaration).toMatchObject({
        fullName: 'Lê Thị Mẫu',
        identityNumber: '079399000012',
        identityVerified: { by: expect.stringContaining('VNeID') as unknown },
      });
      expect([photographs.size, declaration.email]).toEqual([0, undefined]);
    });

    it('A10, A5 · whoever has an account hears beforehand that they are signed in and another device is not any more, and afterwards that nothing is to be registered; and signs out', async () => {
      const { visitor, demo } = shared;
      const { page } = visitor;
      const place = page.locator('#vneid');
      const { profile, password } = demo.personas[0]!;
      const client = createClient({ baseUrl: demo.gateway });
      await client.session.signIn({ bhxhNumber: profile.bhxhNumber, password });
      visitor.expectComplaint(/favicon\.ico/);
      await page.goto(`${demo.pages.province}/dang-ky`);
      const button = place.getByRole('button', { name: 'Điền tờ khai bằng VNeID' });
      await button.waitFor();
      const means = place.locator(`#${await button.getAttribute('aria-describedby')}`);
      expect(await means.textContent()).toMatch(/đã có tài khoản .* được đăng nhập .*thiết bị khác .* bị đăng xuất/);
      await visitor.press(button, 'Enter');
      await visitor.press(page.getByRole('link', { name: /^Nguyễn Văn A – 079299000001/ }), 'Enter');
      await place.getByText(/^Bạn đã có tài khoản .*đã được đăng nhập.*không cần đăng ký mới/).waitFor();
      await expect(client.profile.read()).rejects.toMatchObject({ code: 'session.taken-over' });
      const open = () => demo.rows('select 1 from sessions where ended_at is null');
      expect(await open()).toHaveLength(1);
      expect(await button.isVisible()).toBe(false);
      await visitor.press(place.getByRole('button', { name: 'Đăng xuất' }), 'Enter');
      await place.getByText(/^Đã đăng xuất\./).waitFor();
      await expect.poll(open).toEqual([]);
      expect([await button.isVisible(), await place.getByRole('button', { name: 'Đăng xuất' }).isVisible()]).toEqual([true, false]);
    });

    it('A10 · at a host’s sign-in VNeID is chosen, and whoever comes back is signed in, sees their card, and is still signed in after a reload', async () => {
      const { visitor, demo } = shared;
      const { page } = visitor;
      const { profile } = demo.personas[0]!;
      visitor.expectComplaint(/favicon\.ico/);
      await page.goto(demo.pages.school);
      await visitor.press(page.locator('bhxh-sign-in').getByRole('button', { name: 'Đăng nhập bằng VNeID (giả lập)' }), 'Enter');
      await visitor.press(page.getByRole('link', { name: /^Nguyễn Văn A – 079299000001/ }), 'Enter');
      await openAccount(page, visitor.hands, profile.fullName);
      expect(page.url()).toBe(`${demo.pages.school}/`);
      await page.locator('bhxh-card-viewer').getByText(profile.bhxhNumber.slice(-4)).first().waitFor();
      await page.reload();
      await page.locator('#who').getByText(profile.fullName).waitFor();
      await visitor.press(page.locator('#sign-out'), 'Enter');
      await page.locator('bhxh-sign-in').getByRole('textbox', { name: 'Mã số BHXH' }).waitFor();
    });
  });
});
