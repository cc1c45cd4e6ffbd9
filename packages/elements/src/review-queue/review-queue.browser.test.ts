import { officers, sampleQueue } from '@bhxh-kit/client/testing';
import type { ReviewRow } from '@bhxh-kit/contract';
import { fixture, html } from '@open-wc/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { forgetStored } from '../sealed/testing/raw-storage.js';
import type { BhxhReviewQueue, QueueOpenEvent } from './review-queue.js';
import { all, clean, desk, focused, ids, one, press, rows, shows, signedIn, text } from './testing/desk.js';

const HOUR = 3_600_000;
const cuts = (times: number) => Array.from({ length: times }, () => ({ kind: 'cut-before' }) as const);

async function find(queue: BhxhReviewQueue, words: string): Promise<void> {
  await userEvent.fill(one(queue, '#find'), words);
  await userEvent.keyboard('{Enter}');
  await queue.updateComplete;
}
async function choose(queue: BhxhReviewQueue, id: string, value: string): Promise<void> {
  const select = one(queue, `#${id}`) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await queue.updateComplete;
}

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

describe('O1 · the rows', () => {
  it('O1 · the oldest deadline comes first, with what is left in words by the gateway’s clock', async () => {
    const { client, queue } = await desk();
    const { items } = await client.reviews.list({});
    expect(ids(queue)).toEqual(items.map(({ id }) => id));
    const dues = all(queue, '.due strong').map(text);
    expect(dues.filter((due) => /^Còn \d+ ngày \d+ giờ$/.test(due)).length).toBe(items.filter(({ status }) => status === 'waiting-for-paper').length);
    expect(dues.filter((due) => due === 'Đã có bản giấy').length).toBe(items.filter(({ status }) => status === 'in-review').length);
    expect(all(queue, 'caption').map(text)).toEqual(['Tờ khai cần xem xét, hạn gần nhất trước']);
    await clean(queue);
  });

  it('O1 · an overdue declaration is told in words, also to whoever sees no colours', async () => {
    const now = '2026-01-05T02:00:00.000Z';
    const row: ReviewRow = {
      id: '1',
      reference: '00001.GD_2026_001',
      status: 'waiting-for-paper',
      version: 1,
      agencyCode: '001',
      agencyName: 'BHXH Tp. Hà Nội',
      receivedAt: '2025-12-24T02:00:00.000Z',
      paperDueAt: '2026-01-03T01:00:00.000Z',
      fullName: 'Nguyễn Văn A',
      openElsewhere: true,
    };
    const queue = await fixture<BhxhReviewQueue>(html`<bhxh-review-queue .rows=${[row]} now=${now}></bhxh-review-queue>`);
    expect(text(await shows(queue, '.due strong'))).toBe('Quá hạn 2 ngày');
    expect(text(one(queue, '.tag'))).toBe('Cán bộ khác đang mở');
    await clean(queue);
  });

  it('O1 · a row opens its case by button, Enter or a press anywhere in it, and is marked', async () => {
    const { queue } = await desk();
    const opened: string[] = [];
    queue.addEventListener('case-open', ({ id }: QueueOpenEvent) => opened.push(id));
    one(queue, 'tbody tr:nth-child(2) .open').focus();
    await userEvent.keyboard('{Enter}');
    rows(queue)[2]!.querySelector<HTMLElement>('td.choose, td')!.click();
    await queue.updateComplete;
    expect(opened).toEqual([ids(queue)[1], ids(queue)[2]]);
    expect([queue.current, rows(queue).map((row) => row.getAttribute('aria-current'))[2]]).toEqual([ids(queue)[2], 'true']);
    queue.focus();
    expect(focused(queue)).toBe(rows(queue)[2]!.querySelector('.open'));
    queue.addEventListener('case-open', (event) => event.preventDefault());
    one(queue, 'tbody tr .open').click();
    expect(queue.current).toBe(ids(queue)[2]);
  });

  it('O1 · what an act made of a case is shown where its row stands, and in the numbers', async () => {
    const { client, queue } = await desk();
    const before = ids(queue);
    const { items } = await client.reviews.list({ status: ['in-review'] });
    const { id, version } = items[0]!;
    queue.take(await client.reviews.approve({ id, version }));
    await queue.updateComplete;
    expect(ids(queue)).toEqual(before);
    expect(text(rows(queue)[before.indexOf(id)]!.querySelector('.status')!)).toBe('Đã chấp nhận');
    expect(all(queue, '.status-box').map(text)).toContain('Đã chấp nhận (1)');
  });
});

describe('O1 · filters and search', () => {
  it('O1 · finds without diacritics and by a whole number, and leaves it in no address and no storage', async () => {
    await forgetStored();
    const { gateway, queue } = await desk();
    for (const [words, name] of [
      ['nguyen thi ngh', 'Nguyễn Thị Nghiệm'],
      ['9999990002', 'Trần Minh Mẫu'],
      ['0900000003', undefined],
    ] as const) {
      await find(queue, words);
      await vi.waitFor(() => expect(rows(queue)).toHaveLength(1));
      if (name) expect(text(one(queue, '.open'))).toBe(name);
      const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state, location.href]);
      expect(stored).not.toContain(words);
      expect(gateway.requests.map(({ url }) => url).join(' ')).not.toContain(encodeURIComponent(words));
    }
    expect((await indexedDB.databases()).length).toBe(0);
    expect(one(queue, '#find').getAttribute('autocomplete')).toBe('off');
    await press(queue, '#clear');
    await vi.waitFor(() => expect(rows(queue)).toHaveLength(12));
    expect((one(queue, '#find') as HTMLInputElement).value).toBe('');
  });

  it('O1 · Enter that ends a syllable of an input method sends nothing', async () => {
    const { queue } = await desk();
    const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true });
    one(queue, '#find').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });

  it('O1 · narrows by status, purpose, subject and deadline together, and says how many of each status there are', async () => {
    const { queue } = await desk();
    expect(all(queue, '.status-box').map(text)).toEqual(['Chờ bản giấy (8)', 'Đang xem xét (4)', 'Đã chấp nhận (0)', 'Không chấp nhận (0)', 'Đã hủy (0)']);
    await press(queue, '.status-box input[value=in-review]');
    await vi.waitFor(() => expect(rows(queue)).toHaveLength(8));
    await choose(queue, 'dueWithin', '7');
    const soon = rows(queue).length;
    expect(soon).toBeGreaterThan(0);
    expect(soon).toBeLessThan(8);
    await choose(queue, 'purpose', 'stop');
    expect(text(await shows(queue, '.empty p'))).toBe('Không có tờ khai nào như đang lọc.');
    expect(text(one(queue, 'summary'))).toBe('Lọc thêm (2 đang dùng)');
    await clean(queue);
  });

  it('O1 · offers the officer’s agency and those below it, and nothing where none is below', async () => {
    const { queue } = await desk();
    await press(queue, 'summary');
    const picker = await shows<HTMLElement & { value: string; agencies: readonly { code: string }[] }>(queue, 'bhxh-agency-picker');
    expect(picker.agencies.map(({ code }) => code).every((code) => code.startsWith('001'))).toBe(true);
    picker.value = '00106';
    picker.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(new Set(all(queue, 'td:nth-of-type(3)').map(text))).toEqual(new Set(['BHXH Tp. Hà Nội » BHXH Quận Đống Đa'])));
    const { queue: own } = await desk({ officer: officers.district });
    await press(own, 'summary');
    await new Promise((done) => setTimeout(done, 300));
    expect(one(own, 'bhxh-agency-picker')).toBeUndefined();
  });
});

describe('O1 · pages, and what happens meanwhile', () => {
  it('O1 · further pages join without gap or repeat while others act, and the focus goes on with the first new row', async () => {
    const { client, queue } = await desk({ count: 120 });
    expect(rows(queue)).toHaveLength(50);
    const { items } = await client.reviews.list({ limit: 100 });
    const { id, version } = items.find(({ status }) => status === 'in-review')!;
    await client.reviews.approve({ id, version });
    one(queue, '#more').focus();
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(rows(queue)).toHaveLength(100));
    expect(ids(queue)).toEqual(items.map((row) => row.id));
    expect(focused(queue)).toBe(rows(queue)[50]!.querySelector('.open'));
    await press(queue, '#more');
    await vi.waitFor(() => expect(rows(queue)).toHaveLength(120));
    expect(new Set(ids(queue)).size).toBe(120);
    expect(one(queue, '#more')).toBeUndefined();
  });

  it('O1 · tells what is new and moves nothing before the officer asks', async () => {
    const { gateway, queue } = await desk({ count: 6 });
    const before = ids(queue);
    const other = await signedIn(gateway, officers.colleague);
    const { items } = await other.reviews.list({ status: ['in-review'] });
    await other.reviews.approve({ id: items[0]!.id, version: items[0]!.version });
    await queue.look();
    expect(text(await shows(queue, '.news p'))).toBe('1 tờ khai đã thay đổi');
    expect(ids(queue)).toEqual(before);
    await vi.waitFor(() => expect(text(one(queue, '[role=status]'))).toBe('1 tờ khai đã thay đổi'));
    await clean(queue);
    await press(queue, '#update');
    expect(ids(queue)).toEqual(before.filter((id) => id !== items[0]!.id));
    expect(focused(queue)).toBe(one(queue, '.scroller'));
    expect(one(queue, '.news')).toBeUndefined();
  });

  it('O1 · marks at once which row another officer has open', async () => {
    const { gateway, queue } = await desk({ officer: officers.district });
    const other = await signedIn(gateway, officers.colleague);
    const id = ids(queue)[1]!;
    await other.reviews.read({ id });
    await queue.look();
    await queue.updateComplete;
    expect(all(queue, '.tag').map(text)).toEqual(['Cán bộ khác đang mở']);
    expect(rows(queue)[1]!.querySelector('.tag')).not.toBeNull();
    expect(one(queue, '.news')).toBeUndefined();
  });

  it('O1 · says why it failed, tries again, and keeps older rows as stale', async () => {
    const { gateway, queue } = await desk();
    gateway.script('reviews.list', ...cuts(1));
    await queue.reload();
    expect(text(await shows(queue, '.stale p'))).toMatch(/^Danh sách tải \d\d:\d\d ngày 05\/01\/2026, chưa cập nhật được/);
    expect(rows(queue)).toHaveLength(12);
    gateway.script('reviews.list', ...cuts(1));
    await find(queue, 'tran');
    expect(text(await shows(queue, '.failed p'))).toContain('Không kết nối được');
    await clean(queue);
    await press(queue, '.failed button');
    await vi.waitFor(() => expect(rows(queue).length).toBeGreaterThan(0));
  });

  it('O1 · a further page that fails is tried again without losing what is there', async () => {
    const { gateway, queue } = await desk({ count: 60 });
    gateway.script('reviews.list', ...cuts(1));
    await press(queue, '#more');
    await press(queue, '.failed button');
    await vi.waitFor(() => expect(rows(queue)).toHaveLength(60));
  });

  it('O1 · whoever signs out leaves no row and no search behind; whoever signs in sees their own', async () => {
    const { client, queue } = await desk();
    await find(queue, 'tran');
    await client.session.signOut();
    expect(text(await shows(queue, '.failed p'))).toContain('đăng nhập');
    expect([rows(queue).length, (one(queue, '#find') as HTMLInputElement).value]).toEqual([0, '']);
    const { username, password, oneTimeCode } = officers.district;
    await client.officers.signIn({ username, password, oneTimeCode });
    await vi.waitFor(() => expect(rows(queue).length).toBeGreaterThan(0));
  });
});

describe('O1 · by keyboard', () => {
  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowUp', 2, 1],
    ['ArrowUp', 0, 0],
    ['Home', 5, 0],
    ['End', 1, 11],
  ] as const)('O1 · %s leads from the button of row %i to that of row %i', async (key, from, to) => {
    const { queue } = await desk();
    rows(queue)[from]!.querySelector<HTMLElement>('.open')!.focus();
    await userEvent.keyboard(`{${key}}`);
    expect(focused(queue)).toBe(rows(queue)[to]!.querySelector('.open'));
  });
});

describe('E · in every page', () => {
  it('E2 · fits 320 px as cards in the same reading order, without scrolling sideways', async () => {
    const { queue } = await desk();
    (queue.parentElement as HTMLElement).style.inlineSize = '320px';
    await new Promise((done) => setTimeout(done, 50));
    expect(getComputedStyle(rows(queue)[0]!).display).toBe('block');
    expect(one(queue, '.root').scrollWidth).toBeLessThanOrEqual(320);
    expect(one(queue, '.scroller').scrollWidth).toBeLessThanOrEqual(320);
    await clean(queue);
  });

  it('E5 · speaks English where its ancestor does', async () => {
    const { client } = await desk();
    const box = await fixture<HTMLElement>(html`<div lang="en"><bhxh-review-queue .client=${client} refresh-seconds="0"></bhxh-review-queue></div>`);
    const queue = box.querySelector('bhxh-review-queue')!;
    expect(text(await shows(queue, 'caption'))).toBe('Declarations to review, the oldest deadline first');
    expect(queue.shadowRoot!.textContent).not.toMatch(/tờ khai|Đăng ký sử dụng/i);
    queue.messages = { 'status.in-review': 'On our desk' };
    await vi.waitFor(() => expect(all(queue, '.status-box').map(text)).toContain('On our desk (4)'));
  });

  it('E6 · narrows and pages rows that a page hands in, without any network', async () => {
    const { client } = await desk({ count: 60 });
    const given: ReviewRow[] = [];
    for await (const row of client.reviews.list({ limit: 100 })) given.push(row);
    const queue = await fixture<BhxhReviewQueue>(html`<bhxh-review-queue .rows=${[...given].reverse()} now="2026-01-05T02:00:00Z"></bhxh-review-queue>`);
    await vi.waitFor(() => expect(ids(queue)).toEqual(given.slice(0, 50).map(({ id }) => id)));
    await press(queue, '#more');
    await vi.waitFor(() => expect(rows(queue)).toHaveLength(60));
    await find(queue, 'hoang');
    expect(rows(queue).length).toBe(given.filter(({ fullName }) => fullName?.startsWith('Hoàng')).length);
    queue.rows = given.slice(0, 3);
    await vi.waitFor(() => expect((one(queue, '#find') as HTMLInputElement).value).toBe('hoang'));
  });

  it('E8 · 100 mounts leave no listener, timer or node behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const { client } = await desk({ declarations: sampleQueue(3) });
    const others = document.querySelectorAll('bhxh-review-queue');
    others.forEach((queue) => queue.remove());
    await vi.advanceTimersByTimeAsync(HOUR);
    const onSessionChange = client.onSessionChange.bind(client);
    const listening = vi.spyOn(client, 'onSessionChange');
    const stops = vi.fn<() => void>();
    listening.mockImplementation((listener) => {
      const stop = onSessionChange(listener);
      return () => {
        stops();
        stop();
      };
    });
    const [before, timers] = [document.querySelectorAll('*').length, vi.getTimerCount()];
    for (let turn = 0; turn < 100; turn += 1) {
      const queue = document.createElement('bhxh-review-queue');
      queue.client = client;
      document.body.append(queue);
      await queue.updateComplete;
      queue.remove();
    }
    await vi.advanceTimersByTimeAsync(60_000);
    expect([listening.mock.calls.length, stops.mock.calls.length]).toEqual([100, 100]);
    expect([document.querySelectorAll('*').length, vi.getTimerCount()]).toEqual([before, timers]);
    vi.useRealTimers();
  });
});
