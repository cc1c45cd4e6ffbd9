import { createClient } from '@bhxh-kit/client';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Declarant } from './support/declarant.js';
import { decide } from './support/deciding.js';
import { type Declared, declare, person } from './support/declared.js';
import { openAccount } from './support/first-use.js';
import { follow, status } from './support/following.js';
import { journey } from './support/journey.js';

const PASSWORD = 'trời hôm nay đẹp';

describe('the person’s side of a decision', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021' });

  /** The newest message of a channel that names the reference, on the page of what was sent. */
  async function message(reference: string, channel: 'SMS' | 'E-mail'): Promise<Locator> {
    const { page } = shared.visitor;
    await page.goto(`${shared.demo.gateway}/sandbox/outbox`);
    const rows = page.getByRole('row').filter({ hasText: reference }).filter({ hasText: channel });
    const texts = await rows.allInnerTexts();
    const newest = texts.findIndex((text) => /Mã (sửa|kích hoạt)/.test(text));
    return rows.nth(newest);
  }
  async function correctionCode(reference: string): Promise<string> {
    return /Mã sửa tờ khai[^:]*: ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(await (await message(reference, 'SMS')).innerText())![1]!;
  }

  const shown = () => status(shared);

  /** Follows a declaration up to the field of its code. */
  async function toCorrection(reference: string, { mobilePhone }: Declared): Promise<void> {
    await follow(shared, reference, mobilePhone);
    await shared.visitor.press(shown().getByRole('button', { name: 'Sửa và gửi lại' }), 'Enter');
  }
  async function writeCode(code: string): Promise<void> {
    const box = shown().getByRole('textbox', { name: 'Mã sửa tờ khai' });
    await box.waitFor();
    await shared.visitor.tabTo(box);
    await shared.visitor.page.keyboard.press('ControlOrMeta+A');
    await shared.visitor.page.keyboard.type(code);
    await shared.visitor.page.keyboard.press('Enter');
  }

  it('O4, R17, O3, A2 · rejected, told why, corrected by keyboard without typing again, approved, activated by the link, signed in', async () => {
    const { visitor, demo } = shared;
    const { page } = visitor;
    const declared = person(1, 'Nguyễn Văn Mẩu');
    const reference = await declare(shared, declared);
    await decide(demo, reference, { reasons: ['identity-differs'], words: 'Tên trên căn cước là Mẫu.' });
    const code = await correctionCode(reference);
    await toCorrection(reference, declared);
    for (const said of ['không khớp với giấy tờ tùy thân', 'Hãy sửa họ tên', 'Tên trên căn cước là Mẫu.']) await shown().getByText(said).first().waitFor();
    await writeCode(code.toLowerCase());

    const declarant = new Declarant(shared);
    await declarant.atStep(/^Bước 2\//);
    await declarant.form.getByRole('region', { name: `Sửa tờ khai ${reference}` }).waitFor();
    expect(await declarant.box('Mã số BHXH').inputValue()).toBe(declared.bhxhNumber);
    expect(page.url()).toBe(`${demo.pages.province}/theo-doi`);
    await visitor.tabTo(declarant.box('Họ và tên'));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Nguyễn Văn Mẫu');
    for (const step of [/^Bước 3\//, /^Bước 4\//, /^Bước 5\//]) {
      await declarant.next();
      await declarant.atStep(step);
    }
    await declarant.commit();
    await declarant.record();
    const corrected = await declarant.reference();
    expect(corrected).not.toBe(reference);
    const kept = await demo.kept(corrected);
    expect([kept.declaration.fullName, kept.declaration.identityNumber, kept.declaration.address?.street]).toEqual([
      'Nguyễn Văn Mẫu',
      declared.identityNumber,
      '12 Đường Mẫu',
    ]);
    expect([...kept.photographs.keys()].sort()).toEqual(['identity-back', 'identity-front', 'portrait']);
    await visitor.press(shown().getByRole('button', { name: 'Theo dõi tờ khai vừa gửi' }), 'Enter');
    expect(await shown().getByRole('textbox', { name: 'Số tờ khai' }).inputValue()).toBe(corrected);

    await decide(demo, corrected, 'approve');
    const link = (await message(corrected, 'E-mail')).getByRole('link');
    expect(await link.getAttribute('href')).not.toContain(declared.bhxhNumber);
    await visitor.press(link, 'Enter');
    const activate = page.locator('bhxh-activate');
    expect(await activate.getByRole('textbox', { name: 'Mã kích hoạt' }).inputValue()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(page.url()).toBe(`${demo.pages.province}/kich-hoat`);
    await visitor.write(activate.getByRole('textbox', { name: 'Mã số BHXH' }), declared.bhxhNumber);
    await visitor.write(activate.getByLabel('Mật khẩu mới'), 'Matkhau@2026');
    await page.keyboard.press('Enter');
    await activate.getByText('Mật khẩu này nhiều người dùng').waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(PASSWORD);
    await page.keyboard.press('Enter');
    await activate.getByRole('heading', { name: 'Tài khoản đã được kích hoạt' }).waitFor();

    await page.goto(demo.pages.school);
    await visitor.write(page.getByLabel('Mã số BHXH').first(), declared.bhxhNumber);
    await visitor.tabTo(page.getByLabel('Mật khẩu', { exact: true }));
    await page.keyboard.insertText(PASSWORD);
    await page.keyboard.press('Enter');
    await openAccount(page, visitor.hands, 'Nguyễn Văn Mẫu');
  });

  it('O4 · the code of another declaration and one that was replaced open nothing; rejected twice it is corrected twice; what was deleted meanwhile is told, and nothing typed is lost', async () => {
    const { visitor, demo } = shared;
    visitor.expectComplaint(/401|422/);
    const [one, other] = [person(2, 'Trần Thị Thử'), person(3, 'Lê Văn Nghiệm')];
    const [first, second] = [await declare(shared, one), await declare(shared, other)];
    await decide(demo, first, { reasons: ['form-unsigned'] });
    await decide(demo, second, { reasons: ['form-unsigned'] });
    const [old, foreign] = [await correctionCode(first), await correctionCode(second)];
    await toCorrection(first, one);
    await writeCode(foreign);
    await shown()
      .getByText(/^Mã này không mở được tờ khai/)
      .waitFor();
    await visitor.press(shown().getByRole('button', { name: 'Gửi mã mới' }), 'Enter');
    await shown().getByText('Đã gửi mã mới tới điện thoại').waitFor();
    await writeCode(old);
    await shown()
      .getByText(/đã có mã mới hơn/)
      .waitFor();

    const bhxh = createClient({ baseUrl: demo.gateway });
    const opened = await bhxh.corrections.open({ reference: first, contact: one.mobilePhone, correctionCode: await correctionCode(first) });
    const again = await bhxh.declarations.submit({ ...one, startDate: opened.declared.startDate!, photographs: opened.photographs });
    await decide(demo, again.reference, { reasons: ['form-unsigned'], words: 'Vẫn chưa ký.' });
    const code = await correctionCode(again.reference);
    await toCorrection(again.reference, one);
    await shown().getByText('Vẫn chưa ký.').waitFor();
    await writeCode(code);
    const declarant = new Declarant(shared);
    await declarant.atStep(/^Bước 5\//);
    await declarant.commit();
    // The thirty days pass while the page stands open.
    await demo.moveClock({ advanceDays: 31 });
    await declarant.record();
    await declarant.atStep(/^Bước 3\//);
    await declarant.form
      .getByRole('link', { name: /ảnh cá nhân 4×6/i })
      .first()
      .waitFor();
    await visitor.press(declarant.form.getByRole('button', { name: 'Quay lại' }), 'Enter');
    await declarant.atStep(/^Bước 2\//);
    expect(await declarant.box('Họ và tên').inputValue()).toBe(one.fullName);
    await follow(shared, again.reference, one.mobilePhone);
    await shown().getByText('Đã quá hạn sửa', { exact: false }).waitFor();
  });
});
