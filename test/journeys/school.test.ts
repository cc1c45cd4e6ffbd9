import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { journey } from './support/journey.js';
import type { Visitor } from './support/visitor.js';

/** "14 năm 1 tháng" of whole months, as a person would count them. */
const spoken = (months: number): string => `${Math.floor(months / 12)} năm${months % 12 ? ` ${months % 12} tháng` : ''}`;

/** Months from January 2020 to this one, both counted: the persona's last period still runs. */
function monthsSince2020(): number {
  const [year, month] = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).split('-').map(Number) as [number, number];
  return (year - 2020) * 12 + month;
}

const signInForm = (page: Page) => page.locator('#sign-in');

describe('school intranet', () => {
  const shared = journey();
  const persona = () => shared.demo.personas[0]!;

  async function signIn(visitor: Visitor, bhxhNumber: string, password: string): Promise<Page> {
    const { page } = visitor;
    await page.goto(shared.demo.pages.school);
    await visitor.write(signInForm(page).getByLabel('Mã số BHXH'), bhxhNumber);
    await visitor.write(signInForm(page).getByLabel('Mật khẩu'), password);
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
    await signInForm(page).getByLabel('Mật khẩu').waitFor();
    await expect.poll(everything).not.toMatch(/Nguyễn Văn A|9999999001|Công ty TNHH Mẫu Một/);

    await signIn(visitor, persona().profile.bhxhNumber, persona().password);
    await page.locator('#who').getByText(persona().profile.fullName).waitFor();
    await page.reload();
    await signInForm(page).getByLabel('Mật khẩu').waitFor();
    expect(await everything()).not.toMatch(/Nguyễn Văn A|9999999001/);
  });
});
