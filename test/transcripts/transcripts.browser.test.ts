import { createClient } from '@bhxh-kit/client';
import { createTestGateway, generateLife, personas, testAgencies, testUnits } from '@bhxh-kit/client/testing';
import type { BhxhSignIn } from '@bhxh-kit/elements/sign-in.js';
import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '@bhxh-kit/elements/define/address-field.js';
import '@bhxh-kit/elements/define/agency-picker.js';
import '@bhxh-kit/elements/define/benefit-history.js';
import '@bhxh-kit/elements/define/card-viewer.js';
import '@bhxh-kit/elements/define/declaration-form.js';
import '@bhxh-kit/elements/define/history-table.js';
import '@bhxh-kit/elements/define/sign-in.js';
import '@bhxh-kit/elements/define/visit-history.js';
import { opened } from '../../packages/elements/src/declaration-form/testing/filling.js';
import { VirtualReader } from './virtual-reader.js';

/** A mother who worked, told with few rows. */
const LIFE = generateLife(4, { age: 30, sex: 'female', children: 1, size: { participation: 4, benefits: 4, visits: 2 } });
const TODAY = '2026-01-05';

let reader: VirtualReader | undefined;
beforeEach(async () => {
  document.documentElement.lang = 'vi';
  await page.viewport(1280, 900);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.log(reader?.transcript);
  await reader?.close();
});

async function listening(template: TemplateResult): Promise<{ readonly reader: VirtualReader; readonly element: HTMLElement }> {
  const element = await fixture<HTMLElement>(template);
  reader = await VirtualReader.of(element);
  return { reader, element };
}

const inside = (element: HTMLElement, selector: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`<${element.localName}> does not show ${selector}`);
  return found;
};
/** Presses a button as whoever goes there with Tab, and hears what comes of it. */
async function press(reader: VirtualReader, element: HTMLElement, words: string, until: string): Promise<void> {
  const button = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent.replace(/[↕▲▼]/, '').trim() === words);
  if (!button) throw new Error(`<${element.localName}> has no button “${words}”`);
  button.focus();
  await reader.hear(`Bấm “${words}”`, () => button.click(), until);
}
function write(element: HTMLElement, selector: string, text: string): void {
  const field = inside(element, selector) as HTMLInputElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input'));
}

/**
 * What a blind person hears of an element in Vietnamese: going down the page item by item, through its fields with Tab, and what the page says by itself. Whoever changes what is
 * heard reads the file next to this one aloud before it is committed (`npm test -- --project browser test/transcripts -u` writes it). Real readers differ in their words and in
 * their order; names, states and announcements are those of every one.
 */
describe('E6 · heard', () => {
  it('A1 · signing in: empty, refused, and done', async () => {
    const gateway = createTestGateway();
    const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch, retries: 0 });
    const { reader, element } = await listening(
      html`<bhxh-sign-in .client=${client}><a slot="first-time" href="/kich-hoat">Lần đầu? Kích hoạt tài khoản</a><a slot="forgotten" href="/quen">Quên mật khẩu?</a></bhxh-sign-in>`,
    );
    await reader.readThrough('Nghe từ đầu đến cuối');
    await reader.tabThrough('Đi bằng phím Tab');
    await press(reader, element, 'Đăng nhập', 'Mã số BHXH gồm');
    await reader.readThrough('Nghe lại từ đầu đến cuối');
    const { profile, password } = personas.employee;
    write(element, '#number', profile.bhxhNumber);
    write(element, '#password', 'không phải mật khẩu');
    await press(reader, element, 'Đăng nhập', 'không đúng');
    write(element, '#password', password);
    await press(reader, element, 'Đăng nhập', 'Bạn đã đăng nhập');
    await (element as BhxhSignIn).updateComplete;
    await reader.readThrough('Nghe khi đã đăng nhập');
    await expect(reader.transcript).toMatchFileSnapshot('./sign-in.txt');
  });

  it('C1–C6 · the card: hidden, shown, turned over, its QR code and another day', async () => {
    const cards = LIFE.cards.slice(0, 2).map((card) => ({ ...card, qrText: `${card.number}|SYNTHETIC|$` }));
    const { reader, element } = await listening(html`<bhxh-card-viewer .cards=${cards} date=${TODAY}></bhxh-card-viewer>`);
    await vi.waitFor(() => inside(element, 'svg'));
    await reader.readThrough('Nghe từ đầu đến cuối');
    await reader.tabThrough('Đi bằng phím Tab');
    await press(reader, element, 'Hiện số', 'Đang hiện');
    await vi.waitFor(() => expect(element.shadowRoot?.textContent).toContain('quỹ BHYT trả'));
    await reader.readThrough('Nghe khi đang hiện số');
    await press(reader, element, 'Lật thẻ', 'Mặt sau');
    await press(reader, element, 'Mở mã QR', 'Mã QR');
    await reader.readThrough('Nghe trong hộp mã QR');
    await press(reader, element, 'Đóng', 'Mở mã QR');
    await press(reader, element, 'Che số', 'Đã che');
    await press(reader, element, 'Xem ngày khác', 'Hiệu lực vào ngày');
    await reader.hear('Chọn một ngày', () => write(element, 'input[type=date]', '2030-01-01'), 'Ngày 01/01/2030');
    await expect(reader.transcript).toMatchFileSnapshot('./card.txt');
  });

  it('H1, H4 · the participation table: its tabs, order, search and an opened row', async () => {
    const { reader, element } = await listening(html`<bhxh-history-table .rows=${LIFE.participation} date=${TODAY}></bhxh-history-table>`);
    await vi.waitFor(() => inside(element, '.summary'));
    await reader.readThrough('Nghe từ đầu đến cuối');
    await reader.tabThrough('Đi bằng phím Tab');
    await press(reader, element, 'Đơn vị công tác', 'tăng dần');
    await press(reader, element, 'Đơn vị công tác', 'giảm dần');
    await reader.hear('Tìm một đơn vị không có', () => write(element, '#search', 'không có đơn vị này'), 'Không có dòng');
    await reader.hear('Xóa ô tìm', () => write(element, '#search', ''), 'dòng.');
    inside(element, '.row .more button').focus();
    await reader.hear('Mở dòng đầu', () => inside(element, '.row .more button').click(), 'đã mở rộng');
    await reader.readThrough('Nghe khi một dòng đang mở');
    await expect(reader.transcript).toMatchFileSnapshot('./participation.txt');
  });

  it('H2 · the table of benefits', async () => {
    const { reader, element } = await listening(html`<bhxh-benefit-history .rows=${LIFE.benefits} group="short-term" date=${TODAY}></bhxh-benefit-history>`);
    await vi.waitFor(() => inside(element, '.summary'));
    await reader.readThrough('Nghe từ đầu đến cuối');
    await expect(reader.transcript).toMatchFileSnapshot('./benefits.txt');
  });

  it('H3 · the medical book, and a visit in it', async () => {
    const { reader, element } = await listening(html`<bhxh-visit-history .rows=${LIFE.visits} date=${TODAY}></bhxh-visit-history>`);
    await vi.waitFor(() => inside(element, '.row'));
    inside(element, '.row .more button').click();
    await vi.waitFor(() => inside(element, '.detail'));
    await reader.readThrough('Nghe từ đầu đến cuối, một lần khám đang mở');
    await expect(reader.transcript).toMatchFileSnapshot('./visits.txt');
  });

  it('R6 · the agency picker: its tree by arrow keys, a search, a choice', async () => {
    const { reader, element } = await listening(
      html`<bhxh-agency-picker label="Cơ quan BHXH tiếp nhận" required .agencies=${testAgencies}></bhxh-agency-picker>`,
    );
    const keys = (text: string) => () => userEvent.keyboard(text);
    await reader.readThrough('Nghe từ đầu đến cuối');
    inside(element, '#control').focus();
    await reader.hear('Mở hộp chọn', () => inside(element, '#control').click(), 'Tìm theo tên');
    await reader.readThrough('Nghe trong hộp chọn');
    await reader.hear('Phím xuống: vào cây', keys('{ArrowDown}'), 'Hà Nội');
    await reader.hear('Phím phải: mở', keys('{ArrowRight}'), 'đã mở rộng');
    await reader.hear('Phím xuống', keys('{ArrowDown}'), 'Ba Đình');
    await reader.hear('Gõ “dong da” ở ô tìm', () => write(element, '#filter', 'dong da'), '(nói khi rảnh) Tìm thấy 1');
    await reader.hear('Phím xuống, rồi Enter: chọn', keys('{ArrowDown}{Enter}'), 'Thay đổi');
    await reader.readThrough('Nghe khi đã chọn');
    await expect(reader.transcript).toMatchFileSnapshot('./agency-picker.txt');
  });

  it('R4 · the address: a list that narrows, a name that is in no list', async () => {
    const { reader, element } = await listening(html`<bhxh-address-field label="Địa chỉ liên hệ" required .units=${testUnits}></bhxh-address-field>`);
    const keys = (text: string) => () => userEvent.keyboard(text);
    await vi.waitFor(() => inside(element, '#province'));
    await reader.readThrough('Nghe từ đầu đến cuối');
    await reader.tabThrough('Đi bằng phím Tab');
    inside(element, '#province').focus();
    await reader.hear('Phím xuống ở ô tỉnh', keys('{ArrowDown}'), 'Hà Nội');
    await reader.hear('Gõ “an giang”', () => write(element, '#province', 'an giang'), 'Tìm thấy 1');
    await reader.hear('Enter: chọn, rồi Tab', keys('{Enter}{Tab}'), 'Xã, phường');
    await reader.hear('Gõ một xã không có', () => write(element, '#commune', 'xã không có'), 'Không có dòng nào khớp');
    await reader.hear('Tab', keys('{Tab}'), 'Số nhà');
    await reader.readThrough('Nghe lại từ đầu đến cuối');
    await expect(reader.transcript).toMatchFileSnapshot('./address.txt');
  });

  it('R1 · the first step of the declaration, and going on with nothing chosen', async () => {
    const { form } = await opened();
    reader = await VirtualReader.of(form);
    await reader.readThrough('Nghe từ đầu đến cuối');
    await reader.tabThrough('Đi bằng phím Tab');
    await press(reader, form, 'Tiếp', 'Hãy sửa');
    await reader.readThrough('Nghe lại từ đầu đến cuối');
    await expect(reader.transcript).toMatchFileSnapshot('./declaration.txt');
  });
});
