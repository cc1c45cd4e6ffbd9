import { readFile } from 'node:fs/promises';
import { dayInVietnam } from '@bhxh-kit/domain';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { openAccount } from './support/first-use.js';
import { Insured } from './support/insured.js';
import { inEveryWay, journey } from './support/journey.js';
import { keptInBrowser } from './support/kept-in-browser.js';
import { watchPrinter } from './support/printing.js';
import { visit } from './support/visitor.js';

/** "14 năm 1 tháng" of whole months, as a person would count them. */
const spoken = (months: number): string => `${Math.floor(months / 12)} năm${months % 12 ? ` ${months % 12} tháng` : ''}`;

const yearAndMonth = () => dayInVietnam(new Date()).split('-').map(Number) as [number, number];

/** The persona's cards are of the year the sandbox begins in, and of the one before. */
const [YEAR] = yearAndMonth();

/** Months from January 2020 to this one, both counted: the persona's last period still runs. */
function monthsSince2020(): number {
  const [year, month] = yearAndMonth();
  return (year - 2020) * 12 + month;
}

/** Pixels of a PNG, by its header. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** What the page's service worker may keep: files that are the same for everybody. */
const OWN_FILE = /^\/(?:(?:intranet\.css|mark\.svg|bundle\/[\w-]+\.js)(?:\?v=[\w-]+)?)?$/;

describe('school intranet', () => {
  const shared = journey();
  const persona = () => shared.demo.personas[0]!;
  const insuredHere = () => new Insured(shared.visitor, shared.demo);

  it('A1 · a wrong password is told in a sentence, keeps the number and puts the focus on the password', async () => {
    const { visitor } = shared;
    visitor.expectComplaint(/401/);
    const insured = insuredHere();
    const { page } = insured;
    await insured.enter(persona().profile.bhxhNumber, 'sai-mat-khau');
    const said = page.locator('bhxh-sign-in').getByRole('alert');
    await said.waitFor();
    expect(await said.textContent()).toMatch(/mật khẩu/i);
    expect(await page.locator('#sign-in').getByLabel('Mã số BHXH').inputValue()).toBe(persona().profile.bhxhNumber);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(persona().password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Đăng xuất' }).first().waitFor();
  });

  it('R18 · a pasted card number signs in too: its last ten characters are the BHXH number', async () => {
    const insured = insuredHere();
    await insured.enter(`DN 4 79 ${persona().profile.bhxhNumber}`, persona().password);
    await openAccount(insured.page, insured.hands, persona().profile.fullName);
    expect(await insured.page.locator('#employer').textContent()).toBe('Trường Đại học Mẫu, từ 01/2020');
  });

  it('A1 · after signing out nothing of the person is on the page, nor after a reload', async () => {
    const insured = insuredHere();
    const { page, visitor } = insured;
    await insured.signIn(persona());
    await expect.poll(() => insured.everything()).toContain('Công ty TNHH Mẫu Một');
    await visitor.tabTo(page.locator('#sign-out'), { back: true });
    await page.keyboard.press('Enter');
    await insured.password.waitFor();
    await expect.poll(() => insured.everything()).not.toMatch(/Nguyễn Văn A|9999999001|Công ty TNHH Mẫu Một/);

    await page.reload();
    await insured.password.waitFor();
    expect(await insured.everything()).not.toMatch(/Nguyễn Văn A|9999999001/);
  });

  it('A1 · a reload keeps the person signed in, nothing of the session can be read, and signing out in one tab ends it in the other', async () => {
    const insured = insuredHere();
    const { page, visitor } = insured;
    const { context } = visitor;
    const { school } = shared.demo.pages;
    const { fullName } = persona().profile;
    const called = new Set<string>();
    const bodies: Promise<string>[] = [];
    context.on('request', (request) => called.add(new URL(request.url()).origin));
    // Of an answer the reload cut off no body ever comes.
    context.on('requestfinished', (request) => {
      if (request.url().includes('/bhxh/'))
        bodies.push(
          request
            .response()
            .then((response) => response?.text() ?? '')
            .catch(String),
        );
    });
    await insured.signIn(persona());
    await page.reload();
    await insured.who.getByText(fullName).waitFor();
    await insured.element('card-viewer').getByText('Còn hiệu lực', { exact: false }).first().waitFor();
    expect(await page.locator('#sign-in').isVisible()).toBe(false);

    const { cookie: readable, local, session, rows, files } = await keptInBrowser(page);
    expect([readable, Object.keys(local), session, rows]).toEqual(['', ['bhxh-kit.device'], {}, 0]);
    expect(files.filter((file) => !OWN_FILE.test(file))).toEqual([]);
    const [cookie] = await context.cookies(school);
    expect(cookie).toMatchObject({ name: 'bhxh', httpOnly: true, sameSite: 'Strict', expires: -1 });
    // What the page was sent in place of tokens opens nothing at the gateway.
    const sent = (await Promise.all(bodies)).flatMap((body) => [...body.matchAll(/"(?:access|refresh)Token":"([^"]+)"/g)].map(([, token = '']) => token));
    expect(sent.length).toBeGreaterThan(0);
    for (const token of sent.flatMap((whole) => [whole, ...whole.split('.'), whole.replace('.', '')]))
      expect((await fetch(`${shared.demo.gateway}/v1/session`, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(401);
    expect([...called]).toEqual([school]);

    const tab = await context.newPage();
    await tab.goto(school);
    await tab.locator('#who').getByText(fullName).waitFor();
    await tab.locator('#sign-out').press('Enter');
    await tab.locator('#sign-in').waitFor();
    visitor.expectComplaint(/401/);
    await page.bringToFront();
    await insured.openRow(insured.element('visit-history'));
    await insured.password.waitFor();
    expect([await insured.who.textContent(), await context.cookies(school)]).toEqual(['', []]);
  });

  inEveryWay(shared, ({ by }) => {
    it('C1–C6 · the card: its facts, valid today and on another day, masked until asked, both sides, turned, its QR code large, printed and saved', async () => {
      const insured = insuredHere();
      const { page, hands } = insured;
      const printed = await watchPrinter(page);
      await insured.signIn(persona());
      const card = insured.element('card-viewer');
      await card.getByText(/^Còn hiệu lực/).waitFor();
      for (const fact of ['Nguyễn Văn A', '28/02/1985', '79 - 000 · Bệnh viện Mẫu (thử nghiệm)', '01/06/2022'])
        await card.getByRole('definition').filter({ hasText: fact }).first().waitFor();

      const { bhxhNumber } = persona().profile;
      expect(await insured.said(card)).not.toContain(bhxhNumber);
      expect(await insured.said(card)).not.toMatch(/DN4/);
      await insured.press(card, 'Hiện số');
      await expect.poll(() => insured.said(card)).toContain(bhxhNumber);
      await card.getByRole('definition').filter({ hasText: 'Mức 4: quỹ BHYT trả 80% chi phí' }).waitFor();
      await insured.press(card, 'Mở mã QR');
      const dialog = card.getByRole('dialog', { name: 'Mã QR của thẻ BHYT' });
      const code = (await dialog.getByRole('img').boundingBox())!;
      expect(Math.min(code.width, code.height)).toBeGreaterThan(250);
      await insured.press(dialog, 'Đóng');
      await dialog.waitFor({ state: 'detached' });

      await insured.press(card, 'Xem ngày khác');
      await hands.writeDay(card.getByLabel('Hiệu lực vào ngày'), `${YEAR - 1}-12-12`);
      await card.getByText(`Ngày 12/12/${YEAR - 1}: còn hiệu lực, theo thẻ có giá trị từ 01/01/${YEAR - 1} đến 31/12/${YEAR - 1}.`).waitFor();
      // The card of last year: over, and masked as every card that comes up.
      await hands.choose(card.getByLabel('Thẻ', { exact: true }), `01/01/${YEAR - 1} – 31/12/${YEAR - 1}`);
      await card.getByText(`Đã hết hạn từ 31/12/${YEAR - 1}`, { exact: true }).waitFor();
      expect(await insured.said(card)).not.toContain(bhxhNumber);
      await hands.choose(card.getByLabel('Thẻ', { exact: true }), `01/01/${YEAR} – 31/12/${YEAR}`);

      await insured.press(card, 'Lật thẻ');
      await card.getByRole('img', { name: /Mặt sau/ }).waitFor();
      await insured.press(card, 'Xoay thẻ');
      await card.getByRole('button', { name: 'Xoay thẻ', pressed: true }).waitFor();
      await insured.press(card, 'In thẻ');
      await expect.poll(() => printed.length).toBe(1);
      expect(printed[0]).toMatchObject({ title: 'Thẻ bảo hiểm y tế', drawings: 2 });
      expect(printed[0]!.css).toMatch(/size:\s*85\.6mm 53\.98mm/);
      expect(printed[0]!.text.replace(/\s/g, '')).not.toContain(bhxhNumber);
      const picture = await readFile((await insured.saved(card, 'Lưu ảnh')).path);
      // 85.60 mm, and twice 53.98 mm with 4 mm between them, at 600 dpi.
      expect(sizeOf(picture)).toEqual([2022, 2645]);
    });

    it('H1–H4 · participation with its total and gap, benefits with their sum, visits with their costs; found without diacritics, saved and printed', async () => {
      const insured = insuredHere();
      const { page, hands } = insured;
      const printed = await watchPrinter(page);
      await insured.signIn(persona());
      const participation = insured.element('history-table');
      await participation.getByRole('row', { name: /Trường Đại học Mẫu/ }).waitFor();
      const total = participation.getByText('Tổng thời gian tham gia:');
      // 03/2012 to 04/2019 are 86 months, although two employers overlap in them.
      expect(await total.textContent()).toContain(spoken(86 + monthsSince2020()));
      await participation.getByText('05/2019 – 12/2019 (8 tháng)').waitFor();
      const from = participation.getByRole('columnheader', { name: 'Từ' });
      await hands.press(from.getByRole('button'));
      await expect.poll(() => from.getAttribute('aria-sort')).toMatch(/ascending|descending/);
      await insured.openRow(participation);
      await participation.getByText('Hệ số lương').waitFor();
      await hands.openTab(participation, /^BHYT/);
      await participation.getByRole('row', { name: /Tham gia BHYT hộ gia đình/ }).waitFor();
      await expect.poll(() => total.textContent()).toContain(spoken(94 + monthsSince2020()));
      await hands.openTab(participation, /^BHXH/);
      await hands.write(participation.getByRole('searchbox'), 'truong dai hoc');
      await participation.getByText('Tìm thấy 1 dòng').first().waitFor();
      const csv = await insured.saved(participation, 'Tải CSV');
      expect(csv.name).toBe('qua-trinh-tham-gia-social.csv');
      const [head = '', ...lines] = (await readFile(csv.path, 'utf8')).trimEnd().split('\r\n');
      expect(head.split(';')).toEqual(expect.arrayContaining(['Đơn vị công tác', 'Chức vụ', 'Tiền lương đóng BHXH', 'Hệ số lương']));
      expect([head[0], lines.map((line) => line.split(';'))]).toEqual([
        '\uFEFF',
        [expect.arrayContaining(['01/2020', 'Trường Đại học Mẫu', 'Giảng viên', '9850000', '3,66'])],
      ]);
      await insured.press(participation, 'In bảng');
      await expect.poll(() => printed.length).toBe(1);
      expect(printed[0]).toMatchObject({ title: 'Quá trình tham gia: BHXH', rows: 1 });

      const benefits = insured.element('benefit-history');
      await hands.openTab(benefits, /^ÔĐTS/);
      await benefits.getByText('Bằng chữ:').waitFor();
      const told = (await benefits.getByText('Tổng số tiền đã hưởng:').textContent()) ?? '';
      const workbook = await insured.saved(benefits, 'Tải XLSX');
      expect(workbook.name).toBe('thong-tin-huong-short-term.xlsx');
      const [titles = [], ...rows] = await readSheet(workbook.path);
      expect(titles.slice(0, 5)).toEqual(['Chế độ', 'Từ', 'Đến', 'Số tiền (VND)', 'Tên đơn vị']);
      expect(rows[0]?.[1]).toBeInstanceOf(Date);
      expect(told.replaceAll(/\D/g, '')).toBe(String(rows.reduce((sum, row) => sum + Number(row[3]), 0)));

      const book = insured.element('visit-history');
      expect(await book.getByRole('columnheader', { name: 'Chẩn đoán' }).count()).toBe(0);
      await insured.press(book, 'Hiện chẩn đoán');
      await book.getByRole('columnheader', { name: 'Chẩn đoán' }).waitFor();
      await insured.openRow(book);
      await book.getByRole('table', { name: 'Các khoản chi phí (VND)' }).waitFor();
    });

    it('A5 · on a second device the person is warned and types the code of their telephone; the first is signed out and told why', async () => {
      const { visitor, demo, browser } = shared;
      const { fullName, bhxhNumber, mobilePhone = '' } = persona().profile;
      const first = insuredHere();
      await first.signIn(persona());
      await first.element('card-viewer').getByText('Còn hiệu lực', { exact: false }).first().waitFor();

      const elsewhere = await visit(browser, by);
      const second = new Insured(elsewhere, demo);
      await second.enter(bhxhNumber, persona().password, 'may-tinh-o-truong'.padEnd(43, '-'));
      await second.page.getByRole('heading', { name: 'Tài khoản đang được dùng trên thiết bị khác' }).waitFor();
      // One code a minute.
      await demo.moveClock({ advanceMinutes: 2 });
      await second.press(second.page.locator('#sign-in'), 'Gửi mã để đăng nhập ở đây');
      await second.page.getByText('******0001').waitFor();
      await second.hands.write(second.page.getByRole('textbox', { name: 'Mã xác thực' }), await second.codeTo(mobilePhone));
      await second.hands.send(second.page.getByRole('button', { name: 'Đăng nhập ở đây', exact: true }));
      await second.who.getByText(fullName).waitFor();

      visitor.expectComplaint(/401/);
      await first.page.bringToFront();
      await first.openRow(first.element('visit-history'));
      await first.page.getByRole('alert').filter({ hasText: 'đăng nhập trên thiết bị khác' }).waitFor();
      await first.password.waitFor();
      expect(await first.who.textContent()).toBe('');
      await second.page.bringToFront();
      await second.hands.press(second.page.locator('#sign-out'));
      await second.password.waitFor();
      expect(elsewhere.complaints()).toEqual([]);
      await elsewhere.context.close();
    });
  });

  it('C6 · the page opens without a network, with the card somebody keeps: masked, dated, unreadable in the browser; it goes on by itself with the network, and signing out takes the card away', async () => {
    const { browser, demo } = shared;
    const visitor = await visit(browser, 'keyboard', undefined, { keepsPages: true });
    const { context } = visitor;
    const insured = new Insured(visitor, demo);
    const { page, hands } = insured;
    const { fullName, bhxhNumber } = persona().profile;
    const card = insured.element('card-viewer');
    visitor.expectComplaint(/ERR_(?:INTERNET_DISCONNECTED|CONNECTION_REFUSED)/);
    const fromWorker = new Set<string>();
    const fromServer = new Set<string>();
    context.on('response', (response) => (response.fromServiceWorker() ? fromWorker : fromServer).add(new URL(response.url()).pathname));
    const keep = async () => {
      await insured.signIn(persona());
      await hands.tick(card.getByRole('checkbox', { name: /^Giữ thẻ trên máy này/ }));
      await card.getByText(/^Thẻ được giữ trên máy này đến ngày/).waitFor();
    };
    const asOf = card.getByText(/^Theo dữ liệu ngày \d\d\/\d\d\/\d{4}: còn hiệu lực/);
    await keep();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    // As a browser does that needs room; the next visit with the network makes it good.
    await page.evaluate(async () => Promise.all((await caches.keys()).map(async (name) => caches.delete(name))));
    await page.reload();
    await expect.poll(async () => (await keptInBrowser(page)).files.length).toBeGreaterThan(20);

    await context.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: 'Đang không có kết nối' }).waitFor();
    await asOf.waitFor();
    for (const absent of ['#sign-in', '#ho-so', '#qua-trinh', '#parts', '#sign-out']) expect(await page.locator(absent).isVisible(), absent).toBe(false);
    await context.setOffline(false);
    await insured.who.getByText(fullName).waitFor();
    await card.getByText(/^Còn hiệu lực/).waitFor();
    expect(await page.locator('#away').isVisible()).toBe(false);

    await hands.press(page.locator('#sign-out'));
    await insured.password.waitFor();
    await expect.poll(async () => (await keptInBrowser(page)).rows).toBe(0);

    await keep();
    await context.setOffline(true);
    // The last test of the file: nobody needs the server any more.
    await demo.stop();
    await page.reload();
    await asOf.waitFor();
    expect(await insured.said(card)).not.toContain(bhxhNumber);
    await insured.press(card, 'Hiện số');
    await expect.poll(() => insured.said(card)).toContain(bhxhNumber);
    await insured.press(card, 'Mở mã QR');
    await card.getByRole('dialog', { name: 'Mã QR của thẻ BHYT' }).getByRole('img').waitFor();

    const { rows, files, text } = await keptInBrowser(page);
    expect([rows, files.length > 20, files.filter((file) => !OWN_FILE.test(file))]).toEqual([2, true, []]);
    expect(text).not.toMatch(new RegExp(`${bhxhNumber}|${fullName}|Bệnh viện Mẫu`));
    // That the search reads what is there.
    expect(text).toContain('Trường Đại học Mẫu');
    expect([...fromWorker].filter((path) => !OWN_FILE.test(path))).toEqual([]);
    expect([fromWorker.has('/'), [...fromServer].some((path) => path.startsWith('/bhxh/'))]).toEqual([true, true]);
    expect(visitor.complaints()).toEqual([]);
    await context.close();
  });
});
