import { fixture, html } from '@open-wc/testing';
import { createClient } from '@bhxh-kit/client';
import { createTestGateway, personas, type TestGateway } from '@bhxh-kit/client/testing';
import axe from 'axe-core';
import { expect, vi } from 'vitest';
import './define.js';
import { nextSheet } from '../printing/testing/next-sheet.js';
import type { HistoryRow } from './columns.js';
import type { BhxhHistoryTable } from './history-table.js';

document.documentElement.lang = 'vi';

const rows: HistoryRow[] = [
  { id: '1', branch: 'social', from: '2010-02', to: '2012-12', employer: 'Công ty Đống Mẫu', position: 'Nhân viên', salary: 5453400, coefficient: 3.66 },
  { id: '2', branch: 'social', from: '2013-03', to: '2020-01', employer: 'Ấp Thử', position: 'Kế toán' },
  { id: '3', branch: 'health', from: '2011-01', employer: 'Hộ gia đình' },
];
const many = (count: number): HistoryRow[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${at}`,
    branch: 'social',
    from: `${1990 + (at % 30)}-01`,
    to: `${1990 + (at % 30)}-02`,
    employer: `Công ty Mẫu ${at}`,
    position: 'Thợ',
  }));
const mount = (given: readonly HistoryRow[]): Promise<BhxhHistoryTable> =>
  fixture<BhxhHistoryTable>(html`<bhxh-history-table .rows=${given} date="2026-03-01"></bhxh-history-table>`);
const all = (table: BhxhHistoryTable, selector: string): HTMLElement[] => [...(table.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
const cells = (table: BhxhHistoryTable): string[] =>
  all(table, '.row').map((row) => [...row.querySelectorAll('td:not(.more)')].map((cell) => cell.textContent).join(' | '));

async function clean(table: Element): Promise<void> {
  const { violations } = await axe.run(table);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

it('H1 · shows the open branch, its total and its gaps', async () => {
  const table = await mount(rows);
  expect(cells(table)).toEqual(['02/2010 | 12/2012 | Công ty Đống Mẫu | Nhân viên', '03/2013 | 01/2020 | Ấp Thử | Kế toán']);
  expect(all(table, '.summary strong')[0]?.textContent).toBe('9 năm 10 tháng');
  expect(all(table, '.note')[0]?.textContent).toContain('01/2013 – 02/2013 (2 tháng)');
  await clean(table);
});

it('H1 · rows that name no branch stand in one table with their total, without tabs; the next ones that do have them again', async () => {
  const table = await mount(rows.slice(0, 2).map(({ branch: _, ...row }) => row as HistoryRow));
  expect(cells(table)).toEqual(['02/2010 | 12/2012 | Công ty Đống Mẫu | Nhân viên', '03/2013 | 01/2020 | Ấp Thử | Kế toán']);
  expect(all(table, '.summary strong')[0]?.textContent).toBe('9 năm 10 tháng');
  expect([all(table, '[role=tab]').length, all(table, '[role=tabpanel]').length]).toEqual([0, 0]);
  await clean(table);
  table.rows = rows;
  await table.updateComplete;
  expect(all(table, '[role=tab]')).toHaveLength(4);
  table.rows = [];
  await table.updateComplete;
  expect(all(table, '[role=tab]')).toHaveLength(4);
});

it('H1 · arrows, Home and End walk the tabs, and a running period ends now', async () => {
  const table = await mount(rows);
  const press = async (key: string) => {
    table.shadowRoot?.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await table.updateComplete;
    return (table.shadowRoot?.activeElement as HTMLElement).innerText.trim();
  };
  all(table, '[role=tab]')[0]?.focus();
  expect(await press('ArrowLeft')).toBe('BHYT');
  expect(cells(table)).toEqual(['01/2011 | nay | Hộ gia đình | ']);
  expect(await press('ArrowRight')).toBe('BHXH');
  expect(await press('End')).toBe('BHYT');
  expect(await press('Home')).toBe('BHXH');
  expect(all(table, '[role=tab][tabindex="0"]')).toHaveLength(1);
});

it('H1 · an opened row says salary and coefficient', async () => {
  const table = await mount(rows);
  all(table, '.row .more button')[0]?.click();
  await vi.waitFor(() => expect(all(table, '.detail dd.money')[0]?.textContent).toBe('5.453.400,00'));
  expect(all(table, '.detail dd.number')[0]?.textContent).toBe('3,66');
  expect(all(table, '.row .more button')[0]?.getAttribute('aria-expanded')).toBe('true');
  expect(all(table, '.row .more button').map((button) => button.getAttribute('aria-label'))).toEqual([
    'Chi tiết: 02/2010, 12/2012',
    'Chi tiết: 03/2013, 01/2020',
  ]);
  await clean(table);
});

it('H4 · sorts by a header, unless the host prevents it', async () => {
  const table = await mount(rows);
  const employer = () => all(table, 'th')[2] as HTMLElement;
  // Named by the column alone, which is heard before every cell of it; that it sorts is its description.
  expect(employer().innerText).toMatch(/^Đơn vị công tác/);
  expect(all(table, `#${employer().querySelector('button')?.getAttribute('aria-describedby')}`)[0]?.textContent).toBe('Bấm tên cột để sắp xếp.');
  employer().querySelector('button')?.click();
  await vi.waitFor(() => expect(employer().getAttribute('aria-sort')).toBe('ascending'));
  expect(cells(table)[0]).toContain('Ấp Thử');
  const asked: unknown[] = [];
  table.addEventListener('sort', (event) => {
    asked.push(event.sort);
    event.preventDefault();
  });
  employer().querySelector('button')?.click();
  await table.updateComplete;
  expect(employer().getAttribute('aria-sort')).toBe('ascending');
  expect(asked).toEqual([{ key: 'employer', direction: 'descending' }]);
});

it('H4 · an event named “sort” tells an order on a history, and on no other element', () => {
  // @ts-expect-error What a host's own element means by it is the host's to say.
  document.createElement('p').addEventListener('sort', ({ sort }) => sort);
});

it('H4 · finds without diacritics and says how many', async () => {
  const table = await mount(rows);
  const search = table.shadowRoot?.querySelector('input') as HTMLInputElement;
  search.value = 'dong mau';
  search.dispatchEvent(new InputEvent('input'));
  await vi.waitFor(() => expect(cells(table)).toHaveLength(1));
  await vi.waitFor(() => expect(all(table, '[role=status]')[0]?.textContent).toBe('Tìm thấy 1 dòng.'));
  // Of another tab's rows nothing was said.
  all(table, '[role=tab]')[3]?.click();
  expect(all(table, '[role=status]')[0]?.textContent).toBe('');
});

it('H4 · saves what is shown as a CSV file', async () => {
  const table = await mount(rows);
  let saved: Blob | undefined;
  let name = '';
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (blob) => createObjectURL((saved = blob as Blob));
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    name = this.download;
  };
  all(table, '.tools button')[0]?.click();
  await vi.waitFor(() => expect(name).toBe('qua-trinh-tham-gia-social.csv'));
  URL.createObjectURL = createObjectURL;
  HTMLAnchorElement.prototype.click = click;
  const bytes = new Uint8Array(await (saved as Blob).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toContain('02/2010;12/2012;Công ty Đống Mẫu;Nhân viên;;;5453400;3,66');
});

it('H1 · keeps at most 100 row elements of 10,000, scrolls to the last, and renders all to print', async () => {
  const table = await mount(many(10_000));
  const box = all(table, '.scroller')[0] as HTMLElement;
  expect(all(table, 'tr').length).toBeLessThan(100);
  await vi.waitFor(() => expect(all(table, '.row').length).toBeLessThan(40));
  for (let turn = 0; turn < 5; turn += 1) {
    box.scrollTop = box.scrollHeight;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await table.updateComplete;
  }
  expect(all(table, '.row').at(-1)?.getAttribute('aria-rowindex')).toBe('10001');
  expect(all(table, 'tr').length).toBeLessThan(100);
  dispatchEvent(new Event('beforeprint'));
  const paper = all(table, '.paper tbody tr');
  expect(paper).toHaveLength(10_000);
  expect(paper.at(-1)?.textContent).toBe('01/199902/1999Công ty Mẫu 9999Thợ');
  // Laid out for the paper, once, and not for the screen before.
  expect(all(table, '.paper')[0]?.checkVisibility()).toBe(false);
  dispatchEvent(new Event('afterprint'));
  expect(all(table, '.paper')).toHaveLength(0);
  expect(all(table, 'tr').length).toBeLessThan(100);
});

it('H1 · fits 320 px as cards, without scrolling sideways', async () => {
  const table = await mount(rows);
  (table.parentElement as HTMLElement).style.inlineSize = '320px';
  await new Promise((done) => setTimeout(done, 50));
  expect(getComputedStyle(all(table, '.row')[0] as HTMLElement).display).toBe('block');
  expect(table.shadowRoot?.querySelector('.root')?.scrollWidth).toBeLessThanOrEqual(320);
  expect(all(table, '.scroller')[0]?.scrollWidth).toBeLessThanOrEqual(320);
  await clean(table);
  // What is drawn on the button is within its edge, which a finger that pressed it leaves visible.
  const edge = all(table, '.more button')[0]!.getBoundingClientRect();
  for (const drawn of all(table, '.more button')[0]!.children) expect(drawn.getBoundingClientRect().right).toBeLessThanOrEqual(edge.right);
});

it('H1 · says that a source failed, and tries again', async () => {
  let broken = true;
  const source = async function* () {
    if (broken) throw new Error('cut');
    yield* rows;
  };
  const table = await fixture<BhxhHistoryTable>(html`<bhxh-history-table .source=${source}></bhxh-history-table>`);
  await new Promise((done) => setTimeout(done, 20));
  expect(all(table, '[role=alert] p')[0]?.textContent).toContain('Không tải được dữ liệu.');
  broken = false;
  all(table, '[role=alert] button')[0]?.click();
  await new Promise((done) => setTimeout(done, 20));
  expect(cells(table)).toHaveLength(3);
});

it('H1 · the focus stays on a row that was scrolled away, and the row is told where it stands', async () => {
  const table = await mount(many(10_000));
  const box = all(table, '.scroller')[0] as HTMLElement;
  await vi.waitFor(() => expect(all(table, '.row').length).toBeLessThan(40));
  const button = all(table, '.row .more button')[2] as HTMLElement;
  button.focus();
  for (const top of [5_000, 200_000, 0]) {
    box.scrollTop = top;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect(table.shadowRoot?.activeElement).toBe(button);
    expect(button.closest('tr')?.getAttribute('aria-rowindex')).toBe('4');
  }
  expect(all(table, 'tr').length).toBeLessThan(100);
});

it('H1 · keeps rows ready beyond what is seen once somebody scrolls, and most small scrolls draw nothing', async () => {
  const table = await mount(many(1_000));
  const box = all(table, '.scroller')[0] as HTMLElement;
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await vi.waitFor(() => expect(all(table, '.row').length).toBeLessThan(40));
  box.scrollTop = 10_000;
  await frames();
  const seen = box.getBoundingClientRect();
  const drawn = all(table, '.row').map((row) => row.getBoundingClientRect());
  expect(drawn.filter(({ bottom }) => bottom <= seen.top).length).toBeGreaterThanOrEqual(4);
  expect(drawn.filter(({ top }) => top >= seen.bottom).length).toBeGreaterThanOrEqual(4);
  const draw = vi.fn();
  new MutationObserver(draw).observe(all(table, 'tbody')[0] as HTMLElement, { childList: true });
  for (let step = 0; step < 8; step += 1) {
    box.scrollTop += (drawn[0] as DOMRect).height;
    await frames();
  }
  expect(draw.mock.calls.length).toBeGreaterThan(0);
  expect(draw.mock.calls.length).toBeLessThanOrEqual(4);
});

it('H1 · shows the rows where somebody scrolls before the code of the window is here, and leaves them there once it came', async () => {
  const table = document.createElement('bhxh-history-table');
  table.rows = many(1_000);
  // Wide: each row is of one line.
  (await fixture(html`<div style="inline-size: 60em"></div>`)).append(table);
  while (all(table, '.row').length === 0) await Promise.resolve();
  const box = all(table, '.scroller')[0] as HTMLElement;
  const seen = () => {
    const edges = box.getBoundingClientRect();
    return all(table, '.row').filter((row) => row.getBoundingClientRect().bottom > edges.top + 60 && row.getBoundingClientRect().top < edges.bottom - 60);
  };
  for (const top of [20_000, box.scrollHeight, 300]) {
    box.scrollTop = top;
    box.dispatchEvent(new Event('scroll'));
    expect([top, seen().length > 8, Math.round(box.scrollTop) > 0]).toEqual([top, true, true]);
  }
  const first = seen()[0]!;
  const inBox = () => first.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const top = inBox();
  await table.updateComplete;
  expect(all(table, '.row').length).toBeGreaterThan(13);
  expect(seen()[0]).toBe(first);
  expect(inBox()).toBeCloseTo(top, 0);
});

it('H1 · in a low box, too, the last row stands last before the code of the window is here', async () => {
  const table = document.createElement('bhxh-history-table');
  table.rows = many(1_000);
  (await fixture(html`<div style="inline-size: 60em; --bhxh-table-height: 20rem"></div>`)).append(table);
  while (all(table, '.row').length === 0) await Promise.resolve();
  const box = all(table, '.scroller')[0] as HTMLElement;
  box.scrollTop = box.scrollHeight;
  box.dispatchEvent(new Event('scroll'));
  const drawn = () => all(table, '.row').map((row) => Number(row.getAttribute('aria-rowindex')));
  const last = Array.from({ length: 13 }, (_, at) => 989 + at);
  expect(drawn()).toEqual(last);
  // Nor does it leave when something else of the table is written anew.
  table.caption = 'Khác';
  while (all(table, 'caption')[0]?.textContent?.trim() !== 'Khác') await Promise.resolve();
  expect(drawn()).toEqual(last);
});

it('H1 · a list of sixty rows is in the page whole: the browser finds a word in any of them', async () => {
  expect(all(await mount(many(60)), '.row')).toHaveLength(60);
});

it('H4 · prints every row on a sheet of its own, which goes afterwards', async () => {
  const table = await mount(many(2_000));
  const sheet = nextSheet();
  all(table, '.tools button')[2]?.click();
  const frame = await sheet;
  expect(frame.contentDocument?.querySelectorAll('tbody tr')).toHaveLength(2_000);
  expect(frame.contentDocument?.title).toBe('Quá trình tham gia: BHXH');
  expect(frame.contentDocument?.querySelectorAll('th')).toHaveLength(4);
  frame.contentWindow?.dispatchEvent(new Event('afterprint'));
  expect(document.querySelector('iframe[hidden]')).toBe(null);
});

it('H4 · a sheet whose end no browser tells goes with the next act in the page', async () => {
  const table = await mount(rows);
  const sheet = nextSheet();
  all(table, '.tools button')[2]?.click();
  expect((await sheet).isConnected).toBe(true);
  dispatchEvent(new PointerEvent('pointerdown'));
  expect(document.querySelector('iframe[hidden]')).toBe(null);
});

describe('H1 · from the gateway', () => {
  const asEmployee = async (gateway: TestGateway, signIn = true) => {
    const client = createClient({ baseUrl: 'https://gateway.test', fetch: gateway.fetch });
    if (signIn) await client.session.signIn({ bhxhNumber: personas.employee.profile.bhxhNumber, password: personas.employee.password });
    return client;
  };
  const socialRows = personas.employee.participation.filter(({ branch }) => branch === 'social').length;
  const at = (client: unknown) => fixture<BhxhHistoryTable>(html`<bhxh-history-table .client=${client}></bhxh-history-table>`);
  const said = (table: BhxhHistoryTable) => all(table, '[role=alert] p')[0]?.textContent ?? '';

  it('shows the open branch, and asks for another when its tab opens', async () => {
    const gateway = createTestGateway();
    const table = await at(await asEmployee(gateway));
    await vi.waitFor(() => expect(cells(table)).toHaveLength(socialRows));
    const asked = gateway.requests.length;
    all(table, '[role=tab]')[3]?.click();
    await vi.waitFor(() => expect(gateway.requests.length).toBeGreaterThan(asked));
    await clean(table);
  });

  it('says to sign in where there is no session', async () => {
    const table = await at(await asEmployee(createTestGateway(), false));
    await vi.waitFor(() => expect(said(table).toLowerCase()).toContain('đăng nhập'));
  });

  it('goes with the session it was read in, wherever the table stands by then, and is read anew in the next', async () => {
    const gateway = createTestGateway();
    const client = await asEmployee(gateway);
    const table = await at(client);
    await vi.waitFor(() => expect(cells(table)).toHaveLength(socialRows));
    (await fixture(html`<div></div>`)).append(table);
    await vi.waitFor(() => expect(cells(table)).toHaveLength(socialRows));
    await client.session.signOut();
    await vi.waitFor(() => expect(said(table).toLowerCase()).toContain('đăng nhập'));
    expect([cells(table), all(table, '.summary')]).toEqual([[], []]);
    await client.session.signIn({ bhxhNumber: personas.employee.profile.bhxhNumber, password: personas.employee.password });
    await vi.waitFor(() => expect(cells(table)).toHaveLength(socialRows));
    table.remove();
    await client.session.signOut();
    (await fixture(html`<div></div>`)).append(table);
    await vi.waitFor(() => expect(said(table).toLowerCase()).toContain('đăng nhập'));
    expect(cells(table)).toEqual([]);
  });

  it('says a failure, tries again, and keeps older rows as stale when a renewal fails', async () => {
    const gateway = createTestGateway();
    const client = await asEmployee(gateway);
    gateway.script('participation.list', ...Array.from({ length: 4 }, () => ({ kind: 'cut-before' }) as const));
    const table = await at(client.withOptions({ retries: 0 }));
    await vi.waitFor(() => expect(said(table)).toContain('Không tải được dữ liệu.'), 8_000);
    for (let turn = 0; turn < 5 && cells(table).length === 0; turn += 1) {
      await table.reload();
      await table.updateComplete;
    }
    expect(cells(table)).toHaveLength(socialRows);
    gateway.script('participation.list', ...Array.from({ length: 4 }, () => ({ kind: 'cut-before' }) as const));
    await table.reload();
    await vi.waitFor(() => expect(said(table)).toMatch(/Dữ liệu tải lúc \d\d:\d\d, chưa cập nhật được/));
    expect(cells(table)).toHaveLength(socialRows);
  });
});

it('H1 · speaks English only once its words are there, and never Vietnamese before', async () => {
  const seen = new Set<string>();
  const box = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  const table = document.createElement('bhxh-history-table');
  table.rows = rows;
  box.append(table);
  new MutationObserver(() => seen.add(table.shadowRoot?.textContent ?? '')).observe(table.shadowRoot as ShadowRoot, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  await table.updateComplete;
  expect(all(table, '[role=tab]')[0]?.innerText).toBe('Social insurance');
  await new Promise((done) => setTimeout(done));
  expect([...seen].filter((text) => text.includes('BHTNLĐ'))).toEqual([]);
});

it('H1 · 100 mounts, of short lists and of long ones, leave no listener behind', async () => {
  const long = many(200);
  await mount(long);
  let listeners = 0;
  const nodes = () => document.querySelectorAll('*').length;
  const before = nodes();
  const { addEventListener: add, removeEventListener: remove } = window;
  window.addEventListener = function (this: Window, ...given: unknown[]) {
    listeners += 1;
    return Reflect.apply(add, this ?? window, given);
  } as typeof add;
  window.removeEventListener = function (this: Window, ...given: unknown[]) {
    listeners -= 1;
    return Reflect.apply(remove, this ?? window, given);
  } as typeof remove;
  try {
    for (let turn = 0; turn < 100; turn += 1) {
      const table = document.createElement('bhxh-history-table');
      table.rows = turn % 2 ? rows : long;
      document.body.append(table);
      await table.updateComplete;
      table.remove();
    }
  } finally {
    window.addEventListener = add;
    window.removeEventListener = remove;
  }
  expect(listeners).toBe(0);
  expect(nodes()).toBe(before);
});
