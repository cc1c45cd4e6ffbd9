import { type BhxhClient, createClient } from '@bhxh-kit/client';
import { describe, expect, it } from 'vitest';
import { declare, person } from './support/declared.js';
import { openAccount } from './support/first-use.js';
import { keyboard } from './support/hands.js';
import { journey } from './support/journey.js';
import { OfficerAtDesk } from './support/officer-at-desk.js';
import { messages, officerShown } from './support/sandbox.js';
import { visit } from './support/visitor.js';

const PASSWORD = 'trời hôm nay đẹp';

describe('an officer’s desk', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021' });

  const client = (): BhxhClient => createClient({ baseUrl: shared.demo.gateway });

  /** What was sent by SMS about a declaration so far, its receipt at least; what waits for its minute was not. */
  async function messagesOf(reference: string): Promise<readonly string[]> {
    const sent = await messages(shared.demo);
    const bodies = sent.filter(({ channel, body }) => channel === 'sms' && body.includes(reference)).map(({ body }) => body);
    expect(bodies.length).toBeGreaterThan(0);
    return bodies;
  }

  const officer = (): OfficerAtDesk => new OfficerAtDesk(shared.visitor, shared.demo);

  it('O1–O3 · by keyboard: signs in, receives the paper, approves; after the minute the person is told, chooses a password and signs in', async () => {
    const declared = person(1, 'Nguyễn Văn Mẫu');
    const reference = await declare(shared, declared);
    const desk = officer();
    await desk.signIn('canbo.dongda');
    await desk.open(declared.fullName);
    await expect.poll(() => desk.heading(declared.fullName).evaluate((heading) => (heading.getRootNode() as ShadowRoot).activeElement === heading)).toBe(true);
    await desk.case.getByText(reference).first().waitFor();
    await expect
      .poll(() => desk.case.locator('canvas').evaluateAll((canvases) => canvases.filter((canvas) => (canvas as HTMLCanvasElement).width > 300).length))
      .toBe(3);

    await desk.press('Đã nhận bản giấy');
    await desk.hears('Đã ghi nhận bản giấy. Thời hạn nộp giấy không còn tính nữa.');
    await desk.press('Chấp nhận');
    await desk.hears('Đã chấp nhận tờ khai. Người khai được báo sau một phút.');
    await desk.hears(/Còn \d+ giây để hoàn tác/);
    const before = await messagesOf(reference);
    expect(before.filter((body) => body.includes('Mã kích hoạt'))).toEqual([]);

    await shared.demo.moveClock({ advanceMinutes: 2 });
    const told = (await messagesOf(reference)).find((body) => body.includes('Mã kích hoạt')) ?? '';
    const activationCode = /Mã kích hoạt: (\S+),/.exec(told)?.[1] ?? '';
    expect(told).toContain(reference);
    await client().accounts.activate({ bhxhNumber: declared.bhxhNumber, activationCode, password: PASSWORD });

    const page = await shared.visitor.context.newPage();
    await page.goto(shared.demo.pages.school);
    await page.getByRole('textbox', { name: 'Mã số BHXH', exact: true }).focus();
    await page.keyboard.type(declared.bhxhNumber);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await openAccount(
      page,
      keyboard(
        () => page,
        (control) => control.focus(),
      ),
      declared.fullName,
    );
    await page.close();
  });

  it('O3 · what is undone within the minute reaches nobody, and no account is left', async () => {
    const declared = person(2, 'Trần Thị Thử');
    const reference = await declare(shared, declared);
    const accounts = async () => (await shared.demo.rows('select count(*)::int as count from accounts'))[0]?.['count'];
    const before = await accounts();
    const desk = officer();
    await desk.signIn('canbo.dongda');
    await desk.open(declared.fullName);
    await desk.press('Đã nhận bản giấy');
    await desk.hears(/Đã ghi nhận bản giấy/);
    await desk.press('Chấp nhận');
    await desk.hears(/Đã chấp nhận tờ khai/);
    await desk.press('Hoàn tác');
    await desk.hears(/Đã hoàn tác\. Hồ sơ trở lại như trước/);
    await shared.demo.moveClock({ advanceMinutes: 2 });
    expect((await messagesOf(reference)).filter((body) => body.includes('kích hoạt'))).toEqual([]);
    expect(await accounts()).toBe(before);
    await desk.hears('đã hoàn tác');
  });

  it('O4 · rejects with a reason and words; the person’s code gives the answers, the reasons and the photographs back', async () => {
    const declared = person(3, 'Lê Văn Nghiệm');
    const reference = await declare(shared, declared);
    const desk = officer();
    await desk.signIn('canbo.dongda');
    await desk.open(declared.fullName);
    await desk.press('Không chấp nhận…');
    const dialog = desk.case.getByRole('dialog', { name: `Không chấp nhận tờ khai ${reference}` });
    await shared.visitor.press(dialog.getByRole('checkbox', { name: 'Ảnh không dùng được' }), 'Space');
    await shared.visitor.write(dialog.getByRole('textbox', { name: 'Lời nhắn cho người khai' }), 'Anh mat sau bi loa.');
    await dialog.getByRole('region', { name: 'Người khai sẽ đọc' }).getByText('Anh mat sau bi loa.').waitFor();
    await shared.visitor.press(dialog.getByRole('button', { name: 'Không chấp nhận tờ khai' }), 'Enter');
    await desk.hears(/Đã từ chối tờ khai/);

    await shared.demo.moveClock({ advanceMinutes: 2 });
    const told = (await messagesOf(reference)).find((body) => body.includes('Mã sửa tờ khai')) ?? '';
    expect(told).toContain('ảnh không dùng được');
    const correctionCode = /Mã sửa tờ khai: (\S+),/.exec(told)?.[1] ?? '';
    const correction = await client().corrections.open({ reference, contact: declared.mobilePhone, correctionCode });
    expect([correction.reasons, correction.words, correction.declared.fullName]).toEqual([['photograph-unusable'], 'Anh mat sau bi loa.', declared.fullName]);
    expect(correction.photographs.length).toBe(3);
  });

  it('O1 · two officers at once: the second is told, and the slower act is refused with what came between, its words kept', async () => {
    const declared = person(4, 'Phạm Thị An');
    await declare(shared, declared);
    const desk = officer();
    await desk.signIn('canbo.dongda');
    await desk.open(declared.fullName);

    const visitor = await visit(shared.browser);
    const other = new OfficerAtDesk(visitor, shared.demo);
    await other.signIn('canbo.hanoi');
    await other.open(declared.fullName);
    await other.hears(/^Phạm Thử Cán \(.*\) cũng đang mở hồ sơ này/);

    await desk.press('Không chấp nhận…');
    const dialog = desk.case.getByRole('dialog');
    await shared.visitor.press(dialog.getByRole('checkbox', { name: 'Mẫu 01 chưa ký' }), 'Space');
    await shared.visitor.write(dialog.getByRole('textbox', { name: 'Lời nhắn cho người khai' }), 'Thieu chu ky.');
    await other.press('Đã nhận bản giấy');
    await other.hears(/Đã ghi nhận bản giấy/);

    shared.visitor.expectComplaint(/409/);
    await shared.visitor.press(dialog.getByRole('button', { name: 'Không chấp nhận tờ khai' }), 'Enter');
    await dialog.getByText(/Từ lúc bạn mở hồ sơ đã có việc khác: Đã nhận Mẫu 01 bản giấy/).waitFor();
    await shared.visitor.press(dialog.getByRole('button', { name: 'Tải lại hồ sơ' }), 'Enter');
    await dialog.getByText('Hồ sơ đã thay đổi, thao tác của bạn chưa được ghi').waitFor({ state: 'detached' });
    expect(await dialog.getByRole('textbox', { name: 'Lời nhắn cho người khai' }).inputValue()).toBe('Thieu chu ky.');
    expect(visitor.complaints()).toEqual([]);
    await visitor.context.close();
  });

  it('O1 · a wrong one-time code is refused in a sentence, and the next one signs in', async () => {
    const { visitor } = shared;
    visitor.expectComplaint(/401/);
    const desk = officer();
    await desk.page.goto(shared.demo.pages.agency);
    const { password, oneTimeCode } = await officerShown(shared.demo, 'canbo.hanoi');
    await visitor.write(desk.page.getByLabel('Tên đăng nhập'), 'canbo.hanoi');
    await visitor.write(desk.page.getByLabel('Mật khẩu', { exact: true }), password);
    await visitor.write(desk.page.getByLabel('Mã một lần'), oneTimeCode === '000000' ? '111111' : '000000');
    await desk.page.keyboard.press('Enter');
    await expect.poll(() => desk.page.getByRole('alert').first().textContent()).not.toBe('');
    expect(await desk.page.getByLabel('Mã một lần').inputValue()).toBe('');
    await desk.signIn('canbo.hanoi');
  });
});
