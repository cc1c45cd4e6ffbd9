import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { journey } from './support/journey.js';
import { type Visitor, visit } from './support/visitor.js';

/** "14 năm 1 tháng" of whole months, as a person would count them. */
const spoken = (months: number): string => `${Math.floor(months / 12)} năm${months % 12 ? ` ${months % 12} tháng` : ''}`;

/** Months from January 2020 to this one, both counted: the persona's last period still runs. */
function monthsSince2020(): number {
  const [year, month] = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).split('-').map(Number) as [number, number];
  return (year - 2020) * 12 + month;
}

const signInForm = (page: Page) => page.locator('#sign-in');
const password = (page: Page) => signInForm(page).getByLabel('Mật khẩu', { exact: true });

/** The name a browser gave itself: visits with the same one are visits of one browser. */
const DEVICE = 'thiet-bi-o-nha'.padEnd(43, '-');

describe('school intranet', () => {
  const shared = journey();
  const persona = () => shared.demo.personas[0]!;

  async function signIn(visitor: Visitor, bhxhNumber: string, typed: string, device = DEVICE): Promise<Page> {
    const { page } = visitor;
    await page.addInitScript((name) => localStorage.setItem('bhxh-kit.device', name), device);
    await page.goto(shared.demo.pages.school);
    await visitor.write(signInForm(page).getByLabel('Mã số BHXH'), bhxhNumber);
    await visitor.write(password(page), typed);
    await page.keyboard.press('Enter');
    return page;
  }

  it('A1 · a wrong password is told in a sentence, keeps the number and puts the focus on the password', async () => {
    const { visitor } = shared;
    visitor.expectComplaint(/401/);
    const page = await signIn(visitor, persona().profile.bhxhNumber, 'sai-mat-khau');
    const said = page.getByRole('alert');
    await said.filter({ hasText: /\S/ }).waitFor();
    expect(await said.textContent()).toMatch(/mật khẩu/i);
    expect(await signInForm(page).getByLabel('Mã số BHXH').inputValue()).toBe(persona().profile.bhxhNumber);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(persona().password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
  });

  it('R18 · a pasted card number signs in too: its last ten characters are the BHXH number', async () => {
    const page = await signIn(shared.visitor, `DN 4 79 ${persona().profile.bhxhNumber}`, persona().password);
    await page.locator('#who').getByText(persona().profile.fullName).waitFor();
    expect(await page.locator('#employer').textContent()).toBe('Trường Đại học Mẫu, từ 01/2020');
  });

  it('H1 · the tabs are walked by arrows, the total counts overlaps once and tells the gap', async () => {
    const { visitor } = shared;
    const page = await signIn(visitor, persona().profile.bhxhNumber, persona().password);
    const table = page.locator('bhxh-history-table');
    await table.getByRole('row', { name: /Trường Đại học Mẫu/ }).waitFor();
    // 03/2012 to 04/2019 are 86 months, although two employers overlap in them.
    expect(await table.getByText('Tổng thời gian tham gia:').textContent()).toContain(spoken(86 + monthsSince2020()));
    await table.getByText('05/2019 – 12/2019 (8 tháng)').waitFor();

    await visitor.press(table.getByRole('tab', { name: 'BHXH' }), 'ArrowRight');
    await table.getByRole('tab', { name: 'BHTN', exact: true, selected: true }).waitFor();
    await page.keyboard.press('End');
    await table.getByRole('tab', { name: 'BHYT', selected: true }).waitFor();
    await table.getByRole('row', { name: /Tham gia BHYT hộ gia đình/ }).waitFor();
    expect(await table.getByText('Tổng thời gian tham gia:').textContent()).toContain(spoken(94 + monthsSince2020()));
    await page.keyboard.press('Home');
    await table.getByRole('tab', { name: 'BHXH', selected: true }).waitFor();

    const from = table.getByRole('columnheader', { name: 'Từ' });
    await visitor.press(from.getByRole('button'), 'Enter');
    await expect.poll(() => from.getAttribute('aria-sort')).toMatch(/ascending|descending/);
    const first = await from.getAttribute('aria-sort');
    await page.keyboard.press('Space');
    await expect.poll(() => from.getAttribute('aria-sort')).not.toBe(first);

    await visitor.press(table.getByRole('button', { name: /^Chi tiết dòng 1$/ }), 'Enter');
    await table.getByText('Hệ số lương').waitFor();
  });

  it('H4 · the search folds diacritics, and the CSV holds what is shown, for a Vietnamese Excel', async () => {
    const { visitor } = shared;
    const page = await signIn(visitor, persona().profile.bhxhNumber, persona().password);
    const table = page.locator('bhxh-history-table');
    await table.getByRole('row', { name: /Trường Đại học Mẫu/ }).waitFor();
    await visitor.write(table.getByRole('searchbox'), 'truong dai hoc');
    await table.getByText('Tìm thấy 1 dòng').first().waitFor();
    expect(await table.getByRole('row', { name: /Công ty/ }).count()).toBe(0);

    await visitor.tabTo(table.getByRole('button', { name: 'Tải CSV' }));
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toMatch(/^qua-trinh-tham-gia.*\.csv$/);
    const text = await readFile(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [head = '', ...rows] = text.slice(1).trimEnd().split('\r\n');
    expect(head.split(';')).toEqual(expect.arrayContaining(['Đơn vị công tác', 'Chức vụ', 'Tiền lương đóng BHXH', 'Hệ số lương']));
    expect(rows).toHaveLength(1);
    expect(rows[0]!.split(';')).toEqual(expect.arrayContaining(['01/2020', 'Trường Đại học Mẫu', 'Giảng viên', '9850000', '3,66']));
  });

  it('H2, H3, H4 · benefits with their sum in words and as a workbook, the medical book with what a visit cost', async () => {
    const { visitor } = shared;
    const page = await signIn(visitor, persona().profile.bhxhNumber, persona().password);
    const benefits = page.locator('bhxh-benefit-history');
    await visitor.press(benefits.getByRole('tab', { name: 'Một lần' }), 'ArrowRight');
    await benefits.getByText('Bằng chữ:').waitFor();
    const told = (await benefits.getByText('Tổng số tiền đã hưởng:').textContent()) ?? '';
    await visitor.tabTo(benefits.getByRole('button', { name: 'Tải XLSX' }));
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toBe('thong-tin-huong-short-term.xlsx');
    const [head = [], ...rows] = await readSheet(await file.path());
    expect(head.slice(0, 5)).toEqual(['Chế độ', 'Từ', 'Đến', 'Số tiền (VND)', 'Tên đơn vị']);
    expect(rows[0]?.[1]).toBeInstanceOf(Date);
    const sum = rows.reduce((total, row) => total + Number(row[3]), 0);
    expect(told.replaceAll(/\D/g, '')).toBe(String(sum));

    const book = page.locator('bhxh-visit-history');
    expect(await book.getByRole('columnheader', { name: 'Chẩn đoán' }).count()).toBe(0);
    await visitor.press(book.getByRole('button', { name: 'Hiện chẩn đoán' }), 'Enter');
    await book.getByRole('columnheader', { name: 'Chẩn đoán' }).waitFor();
    await visitor.press(book.getByRole('button', { name: /^Chi tiết dòng 1$/ }), 'Enter');
    await book.getByRole('table', { name: 'Các khoản chi phí (VND)' }).waitFor();
  });

  it('C4, C6 · the card says it is valid, shows its numbers only when asked, turns, and is saved as a picture', async () => {
    const { visitor } = shared;
    const page = await signIn(visitor, persona().profile.bhxhNumber, persona().password);
    const card = page.locator('bhxh-card-viewer');
    await card.getByText('Còn hiệu lực', { exact: false }).first().waitFor();
    const { bhxhNumber } = persona().profile;
    const shown = async () => (await card.evaluate((element) => element.shadowRoot!.textContent ?? '')).replace(/\s/g, '');
    expect(await shown()).not.toContain(bhxhNumber);
    expect(await shown()).not.toMatch(/DN4/);
    await visitor.press(card.getByRole('button', { name: 'Hiện số' }), 'Enter');
    await expect.poll(shown).toContain(bhxhNumber);
    await page.keyboard.press('Space');
    await expect.poll(shown).not.toContain(bhxhNumber);

    await visitor.tabTo(card.getByRole('button', { name: 'Lật thẻ' }), { back: true });
    await page.keyboard.press('Enter');
    await card.getByRole('img', { name: /Mặt sau/ }).waitFor();
    await visitor.tabTo(card.getByRole('button', { name: 'Lưu ảnh' }));
    const [picture] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect((await readFile(await picture.path())).subarray(1, 4).toString()).toBe('PNG');
  });

  it('A1 · after signing out and after a reload nothing of the person is on the page', async () => {
    const { visitor } = shared;
    const page = await signIn(visitor, persona().profile.bhxhNumber, persona().password);
    await page.locator('#who').getByText(persona().profile.fullName).waitFor();
    const everything = () =>
      page.evaluate(() => [document.body.textContent, ...[...document.querySelectorAll('*')].map((element) => element.shadowRoot?.textContent)].join(' '));
    await expect.poll(everything).toContain('Công ty TNHH Mẫu Một');
    await visitor.tabTo(page.getByRole('button', { name: 'Đăng xuất' }), { back: true });
    await page.keyboard.press('Enter');
    await password(page).waitFor();
    await expect.poll(everything).not.toMatch(/Nguyễn Văn A|9999999001|Công ty TNHH Mẫu Một/);

    await signIn(visitor, persona().profile.bhxhNumber, persona().password);
    await page.locator('#who').getByText(persona().profile.fullName).waitFor();
    await page.reload();
    await password(page).waitFor();
    expect(await everything()).not.toMatch(/Nguyễn Văn A|9999999001/);
  });

  it('A5 · on a second device the person is warned and types the code of their telephone; the first is signed out and told why', async () => {
    const { visitor, demo, browser } = shared;
    const { bhxhNumber } = persona().profile;
    const first = await signIn(visitor, bhxhNumber, persona().password);
    await first.locator('#who').getByText(persona().profile.fullName).waitFor();
    await first.locator('bhxh-card-viewer').getByText('Còn hiệu lực', { exact: false }).first().waitFor();

    const elsewhere = await visit(browser);
    const page = await signIn(elsewhere, bhxhNumber, persona().password, 'may-tinh-o-truong'.padEnd(43, '-'));
    await page.getByRole('heading', { name: 'Tài khoản đang được dùng trên thiết bị khác' }).waitFor();
    await elsewhere.press(page.getByRole('button', { name: 'Gửi mã để đăng nhập ở đây' }), 'Enter');
    await page.getByText('******0001').waitFor();
    const code = async () =>
      /Mã xác thực: (\d{6})/.exec(String((await demo.rows('select body from sandbox_messages order by at desc limit 1'))[0]?.['body']))?.[1];
    await expect.poll(code, { timeout: 20_000 }).toBeDefined();
    await elsewhere.write(page.getByRole('textbox', { name: 'Mã xác thực' }), (await code())!);
    await page.keyboard.press('Enter');
    await page.locator('#who').getByText(persona().profile.fullName).waitFor();

    visitor.expectComplaint(/401/);
    await visitor.press(first.locator('bhxh-visit-history').getByRole('button', { name: /^Chi tiết dòng 1$/ }), 'Enter');
    await first.getByRole('alert').filter({ hasText: 'đăng nhập trên thiết bị khác' }).waitFor();
    await password(first).waitFor();
    expect(await first.locator('#who').textContent()).toBe('');
    expect(elsewhere.complaints()).toEqual([]);
    await elsewhere.context.close();
  });
});
