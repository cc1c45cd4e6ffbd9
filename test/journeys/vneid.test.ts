import { describe, expect, it } from 'vitest';
import { Declarant, PLACES } from './support/declarant.js';
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
  });
});
