import { createClient } from '@bhxh-kit/client';
import { createTestGateway, personas } from '@bhxh-kit/client/testing';
import type { HealthCard } from '@bhxh-kit/domain';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { expect, vi } from 'vitest';
import './define.js';
import { nextSheet } from '../printing/testing/next-sheet.js';
import { PAPER } from './card-face.js';
import { facesPng } from './card-picture.js';
import type { BhxhCardViewer } from './card-viewer.js';
import { CARD, SCAN } from './testing/sample-cards.js';

document.documentElement.lang = 'vi';

const mount = (cards: readonly HealthCard[] = [CARD], date = '2026-12-21'): Promise<BhxhCardViewer> =>
  fixture<BhxhCardViewer>(html`<bhxh-card-viewer .cards=${cards} date=${date} hide-on-blur></bhxh-card-viewer>`);
const all = (viewer: BhxhCardViewer, selector: string): HTMLElement[] => [...(viewer.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
const text = (viewer: BhxhCardViewer): string => viewer.shadowRoot?.querySelector('.root')?.textContent ?? '';
async function press(viewer: BhxhCardViewer, label: string): Promise<void> {
  const button = all(viewer, 'button').find(({ textContent }) => textContent?.trim() === label);
  if (!button) throw new Error(`no button ${label}`);
  button.click();
  await viewer.updateComplete;
}
async function clean(viewer: Element): Promise<void> {
  const { violations } = await axe.run(viewer);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

it('C6 · number, object code, benefit level and QR code are nowhere until asked for', async () => {
  const viewer = await mount();
  expect(text(viewer)).not.toMatch(/HN|999999/);
  expect(text(viewer)).toContain('đang che, 4 ký tự cuối là 9 9 0 1');
  expect(text(viewer)).not.toContain('quỹ BHYT trả');
  expect(all(viewer, 'path')).toHaveLength(0);
  await clean(viewer);
  await press(viewer, 'Hiện số');
  expect(text(viewer)).toContain('HN 3 79 9999999901');
  await clean(viewer);
  dispatchEvent(new Event('blur'));
  await viewer.updateComplete;
  expect(text(viewer)).not.toMatch(/HN|999999/);
});

it('C6 · another card comes up masked', async () => {
  const viewer = await mount();
  await press(viewer, 'Hiện số');
  viewer.cards = [{ ...CARD, number: 'TE1799999999902' }];
  await viewer.updateComplete;
  expect(text(viewer)).not.toContain('999999');
});

for (const [date, words] of [
  ['2026-06-01', 'Còn hiệu lực đến 31/12/2026'],
  ['2026-12-21', 'Còn hiệu lực, hết hạn sau 10 ngày (31/12/2026)'],
  ['2026-12-31', 'Còn hiệu lực, hôm nay là ngày cuối'],
  ['2027-01-01', 'Đã hết hạn từ 31/12/2026'],
  ['2025-12-31', 'Chưa có hiệu lực, bắt đầu từ 01/01/2026'],
] as const) {
  it(`C4 · on ${date} it says: ${words}`, async () => {
    expect(all(await mount([CARD], date), '.validity')[0]?.textContent).toBe(words);
  });
}

it('C4 · on a day the person chooses it says which card applies then and how it stands; what is said of today stays', async () => {
  const viewer = await mount([{ ...CARD, validFrom: '2027-02-01', validTo: '2027-12-31' }, CARD]);
  await press(viewer, 'Xem ngày khác');
  const box = await vi.waitFor(() => {
    const [found] = all(viewer, 'input[type=date]');
    expect(viewer.shadowRoot?.activeElement).toBe(found);
    return found as HTMLInputElement;
  });
  await clean(viewer);
  for (const [day, words] of [
    ['2027-03-15', 'Ngày 15/03/2027: còn hiệu lực, theo thẻ có giá trị từ 01/02/2027 đến 31/12/2027.'],
    ['2027-01-15', 'Ngày 15/01/2027: đã hết hạn từ 31/12/2026.'],
    ['2025-12-31', 'Ngày 31/12/2025: chưa có hiệu lực, bắt đầu từ 01/01/2026.'],
    ['', ''],
  ] as const) {
    box.value = day;
    box.dispatchEvent(new InputEvent('input'));
    expect(box.closest('.choice')?.querySelector('[role=status]')?.textContent).toBe(words);
  }
  expect(all(viewer, '.validity')[0]?.textContent).toBe('Còn hiệu lực, hết hạn sau 10 ngày (31/12/2026)');
  await press(viewer, 'Xem ngày khác');
  expect(all(viewer, 'input')).toEqual([]);
});

it('C1 · says what the benefit level pays', async () => {
  const viewer = await mount();
  await press(viewer, 'Hiện số');
  expect(text(viewer)).toContain('quỹ BHYT trả 95% chi phí');
  expect(text(viewer)).toContain('trạm y tế xã');
});

it('C4 · says what the codes of the card mean once its numbers are shown, and shows one that nobody knows as it is', async () => {
  const viewer = await fixture<BhxhCardViewer>(html`<bhxh-card-viewer .cards=${[{ ...CARD, objectCode: 'HN', livingArea: 'K3' }]}></bhxh-card-viewer>`);
  await viewer.updateComplete;
  expect(text(viewer)).not.toMatch(/HN|hộ nghèo/i);
  await press(viewer, 'Hiện số');
  expect(text(viewer)).toMatch(/HN · .*hộ nghèo/i);
  expect(text(viewer)).toContain('Xã đảo, huyện đảo (K3)');
  viewer.lang = 'en';
  await vi.waitFor(() => expect(text(viewer)).toContain('Island commune or district (K3)'));
  viewer.cards = [{ ...CARD, objectCode: 'ZZ' }];
  await viewer.updateComplete;
  await press(viewer, 'Show the number');
  expect(text(viewer)).toContain('ZZ');
  expect(text(viewer)).not.toContain('ZZ ·');
});

it('C3 · opens the QR code in a dialog of its own and closes it again; the screen stays on while somebody looks', async () => {
  const held = new Set<object>();
  const lock = async () => {
    const sentinel = { release: async () => void held.delete(sentinel) };
    held.add(sentinel);
    return sentinel as unknown as WakeLockSentinel;
  };
  vi.spyOn(navigator.wakeLock, 'request').mockImplementation(lock);
  const hidden = vi.spyOn(document, 'hidden', 'get');
  const turn = (away: boolean) => {
    hidden.mockReturnValue(away);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const viewer = await fixture<BhxhCardViewer>(html`<bhxh-card-viewer .cards=${[CARD]}></bhxh-card-viewer>`);
  await press(viewer, 'Mở mã QR');
  const dialog = await vi.waitFor(() => {
    const found = viewer.shadowRoot?.querySelector('dialog');
    expect(found).toBeInstanceOf(HTMLDialogElement);
    return found as HTMLDialogElement;
  });
  expect(dialog.open).toBe(true);
  expect(dialog.querySelector('path')?.getAttribute('d')).toMatch(/^M4 4h7v1h-7z/);
  expect(dialog.querySelector('svg')?.getBoundingClientRect().width).toBeGreaterThan(200);
  expect(dialog.textContent).toContain('Tăng độ sáng màn hình');
  await clean(viewer);
  for (const [away, locks] of [
    [false, 1],
    [true, 0],
    [false, 1],
  ] as const) {
    turn(away);
    await vi.waitFor(() => expect(held.size).toBe(locks));
  }
  dialog.close();
  await vi.waitFor(() => expect([viewer.shadowRoot?.querySelector('dialog'), held.size]).toEqual([null, 0]));
  vi.restoreAllMocks();
});

for (const [what, leave] of [
  [
    'another card is shown',
    (viewer) => void (viewer.cards = [{ ...CARD, number: 'TE1799999999902', qrText: CARD.qrText?.replace('9901', '9902') }] as HealthCard[]),
  ],
  ['the window was left', () => void dispatchEvent(new Event('blur'))],
] as const satisfies readonly (readonly [string, (viewer: BhxhCardViewer) => void])[]) {
  it(`C6 · neither QR code nor paper, asked for a moment before, comes up once ${what}`, async () => {
    const viewer = await mount();
    for (const label of ['Mở mã QR', 'In thẻ']) {
      const pressed = press(viewer, label);
      leave(viewer);
      await pressed;
      await viewer.updateComplete;
    }
    expect([viewer.shadowRoot?.querySelector('dialog'), document.querySelector('iframe[hidden]')]).toEqual([null, null]);
    // Asked for again it does.
    await press(viewer, 'Mở mã QR');
    await vi.waitFor(() => expect(viewer.shadowRoot?.querySelector('dialog')).not.toBe(null));
  });
}

it('C2 · flips and turns the card', async () => {
  const viewer = await mount();
  await press(viewer, 'Lật thẻ');
  expect(all(viewer, 'figure')[0]?.getAttribute('aria-label')).toContain('Mặt sau');
  await press(viewer, 'Xoay thẻ');
  expect(all(viewer, '.faces svg')[0]?.getAttribute('viewBox')).toBe(`0 0 ${PAPER.height} ${PAPER.width}`);
});

it('C1 · the card of the day is chosen among several', async () => {
  const viewer = await mount([{ ...CARD, validFrom: '2027-01-01', validTo: '2027-12-31' }, CARD]);
  expect((all(viewer, 'select')[0] as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('01/01/2026 – 31/12/2026');
});

it('C5 · the picture has 600 dpi at card size', async () => {
  const png = new DataView(await facesPng([[{ kind: 'box', x: 0, y: 0, width: PAPER.width, height: PAPER.height, colour: '#fff' }]], PAPER).arrayBuffer());
  expect([png.getUint32(16), png.getUint32(20)]).toEqual([2022, 1275]);
  expect([png.getUint32(37), png.getUint32(41)]).toEqual([0x70485973, 23622]);
  await createImageBitmap(new Blob([png.buffer], { type: 'image/png' }));
});

it('C5 · the picture’s letters are set at the size they are seen, where every engine knows their widths', () => {
  const set: (readonly [string, number, number])[] = [];
  vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText').mockImplementation(function (this: CanvasRenderingContext2D, words: string) {
    set.push([words, Math.round(Number(/([\d.]+)px/.exec(this.font)?.[1])), this.getTransform().a]);
  });
  facesPng([[{ kind: 'text', x: 5, y: 18, size: 4, text: 'Nguyễn Văn A', colour: '#000', bold: true }]], PAPER);
  vi.restoreAllMocks();
  expect(set).toEqual([['Nguyễn Văn A', Math.round((4 * 600) / 25.4), 1]]);
});

it('C1 · a scanned card says what was recognised', async () => {
  const viewer = await fixture<BhxhCardViewer>(html`<bhxh-card-viewer .scan=${SCAN} date="2021-06-01"></bhxh-card-viewer>`);
  await vi.waitFor(() => expect(text(viewer)).toContain('Đã nhận ra mã QR thẻ BHYT'));
  expect(text(viewer)).toContain('Nguyễn Văn A');
  expect(text(viewer)).toContain('Còn hiệu lực đến 31/12/2021');
  expect(viewer.outerHTML).not.toContain('9999999901');
});

for (const [what, given, words] of [
  ['an identity card', '079299000001|000000001|Nguyễn Văn A|01022099|Nam|12 Đường Mẫu|01012022', 'mã QR căn cước, không phải thẻ BHYT'],
  ['nothing known', 'https://example.vn', 'Không nhận ra mã này'],
  ['a card typed through Unikey', SCAN.replaceAll('|', '\\').replace('4de1', '4đe1'), 'Tắt bộ gõ'],
] as const) {
  it(`C1 · a scan of ${what} is told as such`, async () => {
    const viewer = await fixture<BhxhCardViewer>(html`<bhxh-card-viewer .scan=${given}></bhxh-card-viewer>`);
    await vi.waitFor(() => expect(text(viewer)).toContain(words));
  });
}

it('C1 · fits 320 px without scrolling sideways', async () => {
  const viewer = await mount();
  (viewer.parentElement as HTMLElement).style.inlineSize = '320px';
  await new Promise((done) => setTimeout(done, 50));
  expect(viewer.shadowRoot?.querySelector('.root')?.scrollWidth).toBeLessThanOrEqual(320);
});

it('C5 · prints both faces on pages of card size', async () => {
  const viewer = await mount();
  const printed = nextSheet();
  await press(viewer, 'In thẻ');
  const sheet = (await printed).contentDocument as Document;
  expect(sheet.querySelectorAll('svg')).toHaveLength(2);
  expect(sheet.adoptedStyleSheets[0]?.cssRules[0]?.cssText).toContain('85.6mm 53.98mm');
  expect(sheet.body.textContent).not.toContain('999999');
  sheet.defaultView?.dispatchEvent(new Event('afterprint'));
  expect(document.querySelector('iframe[hidden]')).toBe(null);
});

it('C5, C6 · prints the numbers that were shown, though the page masks them when the print dialog takes the focus', async () => {
  const viewer = await mount();
  await press(viewer, 'Hiện số');
  const printed = nextSheet();
  await press(viewer, 'In thẻ');
  const sheet = (await printed).contentDocument as Document;
  dispatchEvent(new Event('blur'));
  await viewer.updateComplete;
  expect(text(viewer)).not.toContain('999999');
  expect(sheet.body.textContent).toContain('HN 3 79 9999999901');
  sheet.defaultView?.dispatchEvent(new Event('afterprint'));
});

it('C5 · saves no stripes where the browser does not let the page read what it paints: told each time, with the way out, and saved once it is allowed', async () => {
  const viewer = await mount();
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const pixels = vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData');
  pixels.mockImplementation((_x, _y, width, height) => new ImageData(width, height));
  const region = () => viewer.shadowRoot!.querySelector('[role=alert]');
  await press(viewer, 'Lưu ảnh');
  expect(region()!.textContent).toMatch(/không cho trang đọc ảnh.*thanh địa chỉ.*cho phép/);
  await clean(viewer);
  const first = region();
  await press(viewer, 'Lưu ảnh');
  expect([region() === first, region()!.textContent === first!.textContent, saved.mock.calls.length]).toEqual([false, true, 0]);
  pixels.mockRestore();
  await press(viewer, 'Lưu ảnh');
  expect([region(), saved.mock.calls.length]).toEqual([null, 1]);
  saved.mockRestore();
});

describe('C1 · from the gateway', () => {
  const at = (client: unknown) => fixture<BhxhCardViewer>(html`<bhxh-card-viewer .client=${client}></bhxh-card-viewer>`);

  it('shows the person’s own card', async () => {
    const gateway = createTestGateway();
    const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
    await client.session.signIn({ bhxhNumber: personas.employee.profile.bhxhNumber, password: personas.employee.password });
    const viewer = await at(client);
    await vi.waitFor(() => expect(all(viewer, 'figure')).toHaveLength(1));
    await clean(viewer);
  });

  it('says to sign in where there is no session, and offers to try again', async () => {
    const viewer = await at(createClient({ baseUrl: 'https://gateway.test', fetch: createTestGateway().fetch }));
    await vi.waitFor(() => expect(all(viewer, '[role=alert] p')[0]?.textContent?.toLowerCase()).toContain('đăng nhập'));
    expect(all(viewer, '[role=alert] button')).toHaveLength(1);
  });
});
