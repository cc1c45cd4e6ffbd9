import { printedOf } from '@bhxh-kit/client/seals';
import { type BeginningDeclaration, type TestGateway, testSeal } from '@bhxh-kit/client/testing';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BhxhReviewCase } from './review-case.js';
import { alike, inReview, office, waiting } from './testing/desk.js';
import './define.js';

const shadow = (host: Element, selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector)!;
const all = (host: Element, selector: string) => [...host.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const violations = async (host: HTMLElement) => (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
const acts = (gateway: TestGateway) => gateway.requests.map(({ operation }) => operation).filter((name) => /^reviews\.(receive|approve|reject)/.test(name));

/** An office with a paper that was printed from its first case. */
async function desk(...declarations: readonly BeginningDeclaration[]) {
  const here = office(...declarations);
  const client = await here.signedIn();
  const ids = await here.ids();
  const id = ids.at(-1)!;
  const file = await client.reviews.read({ id });
  return { ...here, client, ids, id, file, scan: await testSeal(printedOf(file)!) };
}

async function shown(client: unknown, caseId = ''): Promise<BhxhReviewCase> {
  const element = await fixture<BhxhReviewCase>(
    html`<bhxh-review-case case-id=${caseId} .client=${client} .photographSource=${() => new Promise(() => undefined)}></bhxh-review-case>`,
  );
  await vi.waitFor(() => expect(shadow(element, '#scan')).not.toBeNull());
  return element;
}

/** What a scanner does: fills the box that has the focus and ends with Enter. */
function scanInto(element: Element, scan: string): void {
  const box = shadow(element, '#scan') as HTMLInputElement;
  box.value = `${scan}\r`;
  box.form!.requestSubmit();
}

/** The same where no box has the focus. */
function typeAt(target: Element, scan: string): boolean {
  const press = (code: string) => target.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, composed: true, cancelable: true }));
  for (const digit of scan) press(`Digit${digit}`);
  return press('Enter');
}

const verdict = async (element: Element, sentence: string | RegExp): Promise<HTMLElement> => {
  await vi.waitFor(() => expect(shadow(element, '.verdict').textContent).toMatch(sentence));
  return shadow(element, '.verdict');
};

beforeEach(() => {
  document.documentElement.lang = 'vi';
  localStorage.clear();
});

describe('O2 · the paper at <bhxh-review-case>', () => {
  it('that agrees is told to, and the box is ready for the next one', async () => {
    const { client, id, scan } = await desk(waiting);
    const element = await shown(client, id);
    scanInto(element, scan);
    await verdict(element, 'Bản giấy khớp với dữ liệu');
    expect((shadow(element, '#scan') as HTMLInputElement).value).toBe('');
    expect(await violations(element)).toEqual([]);
    expect(JSON.stringify(Object.entries(localStorage))).not.toMatch(/Nguyễn|9999999|0900000/);
  });

  it('that differs is told by field, with both values', async () => {
    const { client, id, file } = await desk(waiting);
    const element = await shown(client, id);
    scanInto(element, await testSeal({ ...printedOf(file)!, fullName: 'Nguyễn Văn Ánh', startDate: '2026-01-06' }));
    await verdict(element, 'Bản giấy khác dữ liệu ở 2 mục');
    expect(all(element, '[data-differs]').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'Họ và tên Trên giấy: Nguyễn Văn Ánh Trong hồ sơ: Nguyễn Văn A',
      'Sử dụng phương thức giao dịch điện tử từ ngày Trên giấy: 06/01/2026 Trong hồ sơ: 05/01/2026',
    ]);
    expect(await violations(element)).toEqual([]);
  });

  it.each([
    ['damaged', (scan: string) => scan.slice(5), 'Đây không phải mã của Mẫu 01'],
    ['cut', (scan: string) => scan.slice(0, -9), 'Quét chưa trọn mã'],
    ['typed on a Vietnamese keyboard', (scan: string) => `${scan.slice(0, 300)}ấ${scan.slice(302)}`, /Quét chưa trọn mã.*bàn phím tiếng Anh/],
    ['empty', () => '', 'Chưa có mã'],
  ])('that is %s is told with the way out', async (_, damage, sentence) => {
    const { client, id, scan } = await desk(waiting);
    const element = await shown(client, id);
    scanInto(element, damage(scan));
    await verdict(element, sentence);
  });

  it('scanned while a button has the focus presses nothing, and is read', async () => {
    const { client, gateway, id, scan } = await desk(inReview);
    const element = await shown(client, id);
    shadow(element, '#approve').focus();
    expect(typeAt(shadow(element, '#approve'), scan)).toBe(false);
    await verdict(element, 'Bản giấy khớp với dữ liệu');
    expect(acts(gateway)).toEqual([]);
    expect(typeAt(shadow(element, '#approve'), '12345')).toBe(true);
  });

  it('of another declaration is told to be, and its case opens', async () => {
    const { signedIn, ids } = await desk(waiting, { ...alike, submission: { ...alike.submission, agencyCode: '00101' } });
    const client = await signedIn();
    const [other, mine] = await Promise.all(ids.map((id) => client.reviews.read({ id })));
    const element = await shown(client, mine!.id);
    scanInto(element, await testSeal(printedOf(other!)!));
    await verdict(element, `Đây là bản giấy của tờ khai khác: ${other!.reference}`);
    shadow(element, '#open-scanned').click();
    await vi.waitFor(() => expect(shadow(element, 'h2')?.textContent).toContain(other!.reference));
    await verdict(element, 'Bản giấy khớp với dữ liệu');
  });

  it('opens its case where none is in view; without a network it shows what was sealed, by the keys kept', async () => {
    const { client, gateway, file, scan } = await desk(waiting);
    const element = await shown(client);
    await vi.waitFor(() => expect(localStorage.length).toBe(1));
    gateway.script('reviews.list', { kind: 'cut-before' });
    scanInto(element, scan);
    const told = await verdict(element, /Mã là thật.*mất mạng/);
    expect(told.textContent).toContain('Nguyễn Văn A');
    expect(await violations(element)).toEqual([]);
    shadow(element, '#open-scanned').click();
    await vi.waitFor(() => expect(shadow(element, 'h2')?.textContent).toContain(file.reference));
    await verdict(element, 'Bản giấy khớp với dữ liệu');
  });

  it('is checked by keys a page hands in, without a client', async () => {
    const { client, file, scan } = await desk(waiting);
    const { keys } = await client.seals.keys();
    const element = await fixture<BhxhReviewCase>(html`<bhxh-review-case .case=${file} .sealKeys=${keys}></bhxh-review-case>`);
    scanInto(element, scan);
    await verdict(element, 'Bản giấy khớp với dữ liệu');
    element.sealKeys = [];
    scanInto(element, scan);
    await verdict(element, 'Chưa kiểm tra được mã này');
  });

  it('goes with its case: the next one begins without it', async () => {
    const { client, scan, id } = await desk(waiting, alike);
    const element = await shown(client, id);
    scanInto(element, scan);
    await verdict(element, 'Bản giấy khớp với dữ liệu');
    element.caseId = '';
    await vi.waitFor(() => expect(shadow(element, '.verdict').textContent.trim()).toBe(''));
  });
});
