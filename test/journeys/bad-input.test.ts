import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Declarant, NGUYEN_VAN_A, PLACES } from './support/declarant.js';
import { journey } from './support/journey.js';

const person = { ...NGUYEN_VAN_A, places: PLACES['2021'] };
const SUBMIT = '**/v1/declarations';

describe('bad input', () => {
  const shared = journey({ BHXH_RULE_PACK: '2021' });

  async function atPerson(): Promise<Declarant> {
    const declarant = new Declarant(shared);
    await declarant.open(shared.demo.pages.province);
    await declarant.chooseSubject('Cá nhân');
    return declarant;
  }
  const declared = async () => (await shared.demo.rows('select count(*)::int as count from declarations'))[0]!['count'] as number;

  it('R3 · a number of the wrong length is kept, marked, and told how long it is and should be', async () => {
    const { visitor } = shared;
    const declarant = await atPerson();
    for (const [label, typed, sentence] of [
      ['Mã số BHXH', '99999990', /^“Mã số BHXH” gồm 10 chữ số, .*; ở đây có 8\./],
      ['Số CMND/HC/CC', '07929900', /^“Số CMND\/HC\/CC” ở đây có 8 chữ số, số căn cước có 12\./],
      ['Điện thoại di động', '09000', /^Số điện thoại cần 10 chữ số, .*; ở đây có 5\./],
    ] as const) {
      const box = declarant.box(label);
      await visitor.write(box, typed);
      await declarant.page.keyboard.press('Tab');
      await declarant.form.getByText(sentence).waitFor();
      expect(await box.inputValue()).toBe(typed);
      expect(await box.getAttribute('aria-invalid')).toBe('true');
    }
    await declarant.next();
    const summary = declarant.form.getByRole('group', { name: /^Hãy sửa/ });
    await summary.getByRole('link', { name: /^“Mã số BHXH” gồm 10 chữ số/ }).waitFor();
    await visitor.press(summary.getByRole('link', { name: /^“Mã số BHXH” gồm 10 chữ số/ }), 'Enter');
    await visitor.tabTo(declarant.box('Mã số BHXH'));
    expect(await declarant.box('Mã số BHXH').inputValue()).toBe('99999990');
  });

  it('R3, R18 · a name in decomposed Unicode is put together, a pasted 15-character card number becomes its last ten characters, an 11-digit mobile number is told its prefix of today', async () => {
    const { visitor } = shared;
    const declarant = await atPerson();
    const { page } = declarant;
    const name = declarant.box('Họ và tên');
    await visitor.tabTo(name);
    await page.keyboard.insertText('Nguyễn Thử Nghiệm'.normalize('NFD'));
    await page.keyboard.press('Tab');
    await expect.poll(() => name.inputValue()).toBe('Nguyễn Thử Nghiệm'.normalize('NFC'));
    expect(await name.getAttribute('aria-invalid')).not.toBe('true');

    const number = declarant.box('Mã số BHXH');
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText(' DN 4 79 9999999001\n'));
    await visitor.press(number, 'Control+V');
    await page.keyboard.press('Tab');
    await expect.poll(() => number.inputValue()).toBe('9999999001');
    expect(await number.getAttribute('aria-invalid')).not.toBe('true');

    await visitor.write(declarant.box('Điện thoại di động'), '01690000001');
    await page.keyboard.press('Tab');
    await declarant.form.getByText(/Số 11 chữ số đã đổi từ 2018: bốn số đầu của số này nay là 039/).waitFor();
    expect(await declarant.box('Điện thoại di động').inputValue()).toBe('01690000001');
  });

  it('E8 · the back button and a reload ask first, and staying keeps what was typed', async () => {
    const { visitor, demo } = shared;
    // Where the browser keeps no draft: nothing is lost by leaving where it does.
    await visitor.context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
    await visitor.page.goto(demo.pages.province);
    const declarant = await atPerson();
    await visitor.write(declarant.box('Họ và tên'), person.fullName);
    for (const leave of ['back', 'reload'] as const) {
      const asked = visitor.page.waitForEvent('dialog');
      await visitor.page.evaluate((way) => void setTimeout(() => (way === 'back' ? history.back() : location.reload())), leave);
      const question = await asked;
      expect(question.type()).toBe('beforeunload');
      await question.dismiss();
      expect(await declarant.box('Họ và tên').inputValue()).toBe(person.fullName);
    }
    await declarant.form.getByRole('heading', { name: /^Bước 2\// }).waitFor();
  });

  it('R5 · a photograph of 40 MB is taken and made small, one of 61 MB and a PDF named .jpg are refused in words, and what was there stays', async () => {
    const { visitor } = shared;
    const declarant = await atPerson();
    await declarant.writePerson(person);
    await declarant.next();
    await declarant.atStep(/^Bước 3\//);
    const folder = mkdtempSync(join(tmpdir(), 'bhxh-photo-'));
    const padded = (name: string, bytes: number) => {
      const path = join(folder, name);
      writeFileSync(path, Buffer.concat([shared.pictures.portrait.buffer, Buffer.alloc(bytes - shared.pictures.portrait.buffer.length)]));
      return path;
    };
    const choose = (name: string) => declarant.form.getByRole('group', { name, exact: true }).getByRole('button', { name: /Chọn ảnh từ máy|Chọn lại/ });
    await visitor.choose(choose('Ảnh cá nhân 4×6'), padded('anh-61.jpg', 61_000_000));
    await declarant.form.getByText(/^Tệp này nặng 61 MB, quá 60 MB/).waitFor();
    await declarant.photograph('Ảnh cá nhân 4×6', padded('anh-40.jpg', 40_000_000));
    await declarant.form
      .getByText(/^Đã nhận ảnh, \d+ × \d+ điểm ảnh, \d{1,3} kB\./)
      .last()
      .waitFor();
    rmSync(folder, { recursive: true });
    const pdf = { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n') };
    await visitor.choose(choose('Ảnh giấy tờ, mặt trước'), pdf);
    await declarant.form.getByText(/^Tệp này là PDF, không phải ảnh/).waitFor();
    await declarant.form.getByText('Đã gửi ảnh.').last().waitFor();
    await visitor.tabTo(declarant.form.getByRole('button', { name: 'Quay lại' }));
    await declarant.page.keyboard.press('Enter');
    await declarant.atStep(/^Bước 2\//);
    expect(await declarant.box('Họ và tên').inputValue()).toBe(person.fullName);
  });

  it('E8 · a slow answer that is a web page, then a network cut after the gateway took it: told each time, sent once however often it is pressed, nothing lost, and recorded once', async () => {
    const { visitor, demo } = shared;
    visitor.expectComplaint(/\/v1\/declarations/);
    const { page, context } = visitor;
    const declarant = new Declarant(shared);
    const { form } = declarant;
    const again = () => visitor.press(form.getByRole('button', { name: 'Thử lại' }), 'Enter');
    await declarant.fillAdult(demo.pages.province, person);
    const before = await declared();
    const sent: Route[] = [];
    let answer = (): void => undefined;
    const released = new Promise<void>((resolve) => (answer = resolve));
    const slowHtml = async (route: Route) => {
      sent.push(route);
      await released;
      await route.fulfill({
        status: 200,
        contentType: 'text/html',
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: '<!doctype html><title>Wi-Fi</title>',
      });
    };
    await context.route(SUBMIT, slowHtml);
    await declarant.record();
    await form.getByText('Đang ghi nhận…').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    answer();
    await form.getByText(/^Máy chủ hoặc mạng trả lời không đúng quy cách/).waitFor();
    expect(sent).toHaveLength(1);
    await context.unroute(SUBMIT, slowHtml);
    expect(await declared()).toBe(before);

    const cut = async (route: Route) => {
      await route.fetch();
      await route.abort('connectionreset');
    };
    await context.route(SUBMIT, cut);
    await again();
    await form.getByText(/^Không kết nối được tới máy chủ.*Nội dung bạn đã nhập vẫn còn/).waitFor();
    expect(await declared()).toBe(before + 1);
    await form.getByRole('definition').filter({ hasText: person.fullName }).first().waitFor();
    expect(await form.getByRole('checkbox').isChecked()).toBe(true);
    await context.unroute(SUBMIT, cut);
    await again();
    expect(await declarant.reference()).toMatch(/^\d{5}\.GD_/);
    expect(await declared()).toBe(before + 1);
    expect(page.url()).toContain('/dang-ky');
  });
});
