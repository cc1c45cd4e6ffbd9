import type { BenefitPayment } from '@bhxh-kit/domain';
import { fixture, html } from '@open-wc/testing';
import axe from 'axe-core';
import { expect, vi } from 'vitest';
import './define.js';
import type { BhxhBenefitHistory } from './benefit-history.js';

document.documentElement.lang = 'vi';

const payments: BenefitPayment[] = [
  { id: '1', kind: 'one-off', regime: 'Bảo hiểm xã hội một lần', from: '2013-01', amount: 45_600_000, decision: '12/QĐ-BHXH', paidOn: '2013-02-05' },
  { id: '2', kind: 'short-term', regime: 'Sinh con', from: '2014-05-15', to: '2015-03-14', amount: 75_423_000, employer: 'Trung tâm Mẫu', days: 180 },
  { id: '3', kind: 'short-term', regime: 'Ốm đau', from: '2016-01-04', to: '2016-01-06', amount: 620_000, employer: 'Công ty Đống Mẫu', days: 3 },
  { id: '4', kind: 'monthly', regime: 'Hưu trí', from: '2025-01', amount: 5_000_000, per: 'month' },
];
const many = Array.from(
  { length: 10_000 },
  (_, at): BenefitPayment => ({
    id: `${at}`,
    kind: 'one-off',
    regime: `Chế độ ${at}`,
    from: `${1990 + (at % 30)}-01-05`,
    amount: 1_000,
  }),
);
const mount = (rows: readonly BenefitPayment[]): Promise<BhxhBenefitHistory> =>
  fixture<BhxhBenefitHistory>(html`<bhxh-benefit-history .rows=${rows} date="2026-03-01"></bhxh-benefit-history>`);
const all = (table: BhxhBenefitHistory, selector: string): HTMLElement[] => [...(table.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
const cells = (table: BhxhBenefitHistory): string[] =>
  all(table, '.row').map((row) => [...row.querySelectorAll('td:not(.more)')].map((cell) => cell.textContent).join(' | '));
const said = (table: BhxhBenefitHistory): string[] => all(table, '.summary p').map((line) => line.textContent?.replaceAll(/\s+/g, ' ') ?? '');
const open = async (table: BhxhBenefitHistory, tab: number): Promise<void> => {
  all(table, '[role=tab]')[tab]?.click();
  await table.updateComplete;
};

it('H2 · four tabs, each with its rows, its sum in figures and in words, clean for a screen reader', async () => {
  const table = await mount(payments);
  expect(all(table, '[role=tab]').map(({ innerText }) => innerText.trim())).toEqual(['Một lần', 'ÔĐTS', 'Hàng tháng', 'Thất nghiệp']);
  expect(cells(table)).toEqual(['Bảo hiểm xã hội một lần | 01/2013 |  | 45.600.000 | ']);
  await open(table, 1);
  expect(cells(table)).toEqual([
    'Sinh con | 15/05/2014 | 14/03/2015 | 75.423.000 | Trung tâm Mẫu',
    'Ốm đau | 04/01/2016 | 06/01/2016 | 620.000 | Công ty Đống Mẫu',
  ]);
  expect(said(table)).toEqual(['Tổng số tiền đã hưởng: 76.043.000 VND', 'Bằng chữ: Bảy mươi sáu triệu không trăm bốn mươi ba nghìn đồng.']);
  expect(all(table, 'caption')[0]?.textContent?.trim()).toBe('Thông tin hưởng');
  const { violations } = await axe.run(table);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

it('H2 · a pension that still runs is counted by its months, and its header says that the amount is of each month', async () => {
  const table = await mount(payments);
  await open(table, 2);
  expect(cells(table)).toEqual(['Hưu trí | 01/2025 | nay | 5.000.000 | ']);
  expect(all(table, 'th')[3]?.textContent).toContain('Mỗi tháng (VND)');
  // January 2025 to March 2026: 15 months.
  expect(said(table)[0]).toBe('Tổng số tiền đã hưởng: 75.000.000 VND');
  expect(said(table)).toContain('Chế độ còn đang hưởng được tính đến hết tháng 03/2026.');
  await open(table, 3);
  expect(table.shadowRoot?.textContent).toContain('Chưa có dữ liệu nào.');
});

it('H2, H4 · sorts by amount, finds without diacritics, and an opened row says days and decision', async () => {
  const table = await mount(payments);
  await open(table, 1);
  const amount = () => all(table, 'th')[3] as HTMLElement;
  amount().querySelector('button')?.click();
  await vi.waitFor(() => expect(amount().getAttribute('aria-sort')).toBe('ascending'));
  expect(cells(table)[0]).toContain('Ốm đau');
  const search = table.shadowRoot?.querySelector('input') as HTMLInputElement;
  search.value = 'dong mau';
  search.dispatchEvent(new InputEvent('input'));
  await vi.waitFor(() => expect(cells(table)).toHaveLength(1));
  all(table, '.row .more button')[0]?.click();
  await vi.waitFor(() => expect(all(table, '.detail dd').map(({ textContent }) => textContent)).toContain('3'));
});

it('H4 · the workbook is named after the history and the tab, and nobody in it', async () => {
  const table = await mount(payments);
  await open(table, 1);
  table.caption = 'Thông tin hưởng của Nguyễn Văn A';
  await table.updateComplete;
  const names: string[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    names.push(this.download);
  };
  try {
    all(table, '.tools button')[1]?.click();
    await vi.waitFor(() => expect(names).toEqual(['thong-tin-huong-short-term.xlsx']), 10_000);
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
});

it('H2 · 10,000 payments are windowed, and all of them go on paper', async () => {
  const table = await mount(many);
  await vi.waitFor(() => expect(all(table, '.row').length).toBeLessThan(40));
  expect(all(table, 'tr').length).toBeLessThan(100);
  await vi.waitFor(() => {
    dispatchEvent(new Event('beforeprint'));
    expect(all(table, '.paper tbody tr')).toHaveLength(10_000);
  });
  dispatchEvent(new Event('afterprint'));
});

it('H2 · fits 320 px as cards, and says that the gateway could not be reached', async () => {
  const source = async function* (): AsyncGenerator<never> {
    throw new Error('cut');
  };
  const failing = await fixture<BhxhBenefitHistory>(html`<bhxh-benefit-history .source=${source}></bhxh-benefit-history>`);
  await vi.waitFor(() => expect(all(failing, '[role=alert] p')[0]?.textContent).toContain('Không tải được dữ liệu.'));
  const table = await mount(payments);
  (table.parentElement as HTMLElement).style.inlineSize = '320px';
  await vi.waitFor(() => expect(getComputedStyle(all(table, '.row')[0] as HTMLElement).display).toBe('block'));
  expect(table.shadowRoot?.querySelector('.root')?.scrollWidth).toBeLessThanOrEqual(320);
});
