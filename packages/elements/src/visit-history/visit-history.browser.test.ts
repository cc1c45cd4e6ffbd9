import { fixture, html } from '@open-wc/testing';
import type { BhxhClient } from '@bhxh-kit/client';
import type { MedicalVisit } from '@bhxh-kit/domain';
import axe from 'axe-core';
import { expect, vi } from 'vitest';
import './define.js';
import { FLU, VISITS } from './testing/sample-visits.js';
import type { BhxhVisitHistory } from './visit-history.js';

document.documentElement.lang = 'vi';

const mount = (rows: readonly MedicalVisit[], hide = false): Promise<BhxhVisitHistory> =>
  fixture<BhxhVisitHistory>(html`<bhxh-visit-history .rows=${rows} ?hide-diagnoses=${hide}></bhxh-visit-history>`);
const all = (book: BhxhVisitHistory, selector: string): HTMLElement[] => [...(book.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
const text = (book: BhxhVisitHistory): string => book.shadowRoot?.textContent ?? '';
const rowsOf = (book: BhxhVisitHistory): string[] => all(book, '.row td:first-child').map(({ textContent }) => textContent ?? '');
const button = (book: BhxhVisitHistory, words: string) => all(book, 'button').find((one) => one.textContent?.trim() === words);
async function choose(book: BhxhVisitHistory, year: string): Promise<void> {
  const select = book.shadowRoot?.querySelector('select') as HTMLSelectElement;
  select.value = year;
  select.dispatchEvent(new Event('change'));
  await book.updateComplete;
}
async function clean(book: Element): Promise<void> {
  const { violations } = await axe.run(book);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

it('H3 · opens at the newest year, tells its sums, and any other year or all of them', async () => {
  const book = await mount(VISITS);
  expect(rowsOf(book)).toEqual(['Bệnh viện Mẫu', 'Trạm y tế Thử']);
  expect(all(book, '.summary p')[0]?.textContent?.replaceAll(/\s+/g, ' ')).toBe('Tổng chi phí của 2 lần khám: 620.000 VND');
  expect(all(book, '.note')[0]?.textContent).toBe('BHYT trả 496.000 VND, người bệnh trả 124.000 VND.');
  expect(all(book, 'option').map(({ textContent }) => textContent)).toEqual(['2026', '2024', 'Tất cả các năm']);
  await choose(book, '2024');
  expect(rowsOf(book)).toEqual(['Phòng khám Mẫu']);
  await choose(book, 'all');
  expect(rowsOf(book)).toHaveLength(3);
  expect(all(book, '.note').map(({ textContent }) => textContent)).toContain(
    'Năm 2024: 1 lần khám, tổng 200.000 VND, BHYT trả 160.000 VND, người bệnh trả 40.000 VND.',
  );
  await clean(book);
});

it('H3 · an opened visit says each service, and where its costs do not add up', async () => {
  const book = await mount(VISITS);
  all(book, '.row .more button')[0]?.click();
  await vi.waitFor(() =>
    expect(all(book, '.costs tbody tr').map((row) => [...row.children].map(({ textContent }) => textContent).join(' | '))).toHaveLength(2),
  );
  expect([...(all(book, '.costs tbody tr')[1]?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    'Thuốc Mẫu 250 mg',
    'Thuốc',
    '10 Viên',
    '46.000',
    '460.000',
    '368.000',
    '92.000',
  ]);
  expect(all(book, '.faults')).toHaveLength(0);
  await clean(book);
  const wrong = await mount([{ ...FLU, totalCost: 700_000 }]);
  all(wrong, '.row .more button')[0]?.click();
  await vi.waitFor(() => expect(all(wrong, '.faults')[0]?.textContent).toContain('ghi 700.000, cộng lại được 500.000'));
});

it('H3 · hidden diagnoses are nowhere: not in the table, the search, an opened visit or a file, until the person asks', async () => {
  const book = await mount(VISITS, true);
  expect(text(book)).not.toMatch(/Cúm|J11/);
  all(book, '.row .more button')[0]?.click();
  await vi.waitFor(() => expect(text(book)).toContain('Tên dịch vụ và thuốc được ẩn cùng chẩn đoán.'));
  expect(text(book)).not.toMatch(/Thuốc Mẫu|Đỡ/);
  let saved: Blob | undefined;
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (blob) => createObjectURL((saved = blob as Blob));
  HTMLAnchorElement.prototype.click = () => undefined;
  try {
    button(book, 'Tải CSV')?.click();
    await vi.waitFor(() => expect(saved).toBeDefined());
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  expect(await saved?.text()).not.toMatch(/Cúm|J11|Đỡ/);
  button(book, 'Hiện chẩn đoán')?.click();
  await vi.waitFor(() => expect(text(book)).toContain('Cúm'));
  expect(text(book)).toContain('Thuốc Mẫu 250 mg');
  button(book, 'Ẩn chẩn đoán')?.click();
  await vi.waitFor(() => expect(text(book)).not.toMatch(/Cúm|Thuốc Mẫu/));
});

it('H3 · reads a visit when it is first opened, says that it could not, and tries again', async () => {
  const listed = VISITS.map(({ lines: _, ...visit }) => visit);
  let answers = 0;
  const client = {
    visits: {
      list: async function* () {
        yield* listed;
      },
      read: async ({ id }: { id: string }) => {
        answers += 1;
        if (answers === 1) throw new Error('cut');
        return VISITS.find((visit) => visit.id === id);
      },
    },
  } as unknown as BhxhClient;
  const book = await fixture<BhxhVisitHistory>(html`<bhxh-visit-history .client=${client}></bhxh-visit-history>`);
  await vi.waitFor(() => expect(rowsOf(book)).toHaveLength(2));
  const open = all(book, '.row .more button')[0];
  open?.click();
  await vi.waitFor(() => expect(text(book)).toContain('Không tải được các khoản chi phí.'));
  button(book, 'Thử lại')?.click();
  await vi.waitFor(() => expect(all(book, '.costs tbody tr')).toHaveLength(2));
  expect(open?.getAttribute('aria-expanded')).toBe('true');
  open?.click();
  open?.click();
  await vi.waitFor(() => expect(all(book, '.costs tbody tr')).toHaveLength(2));
  expect(answers).toBe(2);
});

it('H3 · fits 320 px as cards with an opened visit, and 10,000 visits are windowed', async () => {
  const book = await mount(VISITS);
  (book.parentElement as HTMLElement).style.inlineSize = '320px';
  all(book, '.row .more button')[0]?.click();
  await vi.waitFor(() => expect(all(book, '.costs')).toHaveLength(1));
  expect(getComputedStyle(all(book, '.costs td')[0] as HTMLElement).display).toBe('grid');
  expect(all(book, '.scroller')[0]?.scrollWidth).toBeLessThanOrEqual(320);
  const full = await mount(Array.from({ length: 10_000 }, (_, at) => ({ ...FLU, id: `${at}`, facilityName: `Bệnh viện ${at}` })));
  await vi.waitFor(() => expect(all(full, '.row').length).toBeLessThan(40));
  expect(all(full, 'tr').length).toBeLessThan(100);
});
