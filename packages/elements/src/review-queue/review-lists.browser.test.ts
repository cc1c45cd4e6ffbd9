import { officers } from '@bhxh-kit/client/testing';
import type { ReviewListOutcome } from '@bhxh-kit/contract';
import { fixture, html } from '@open-wc/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { met } from '../foundation/testing/met.js';
import type { BhxhReviewQueue, ReviewListActEvent } from './review-queue.js';
import { all, boxes, chosen, clean, desk, focused, ids, one, press, rows, shows, signedIn, text } from './testing/desk.js';

const MINUTE = 60_000;

/** Chooses every row that can be approved and approves them. */
async function approveAll(queue: BhxhReviewQueue): Promise<void> {
  await press(queue, '#choose-all');
  await press(queue, '#approve-list');
  await press(queue, '#list-go');
  await shows(queue, '#result');
}

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

describe('O5 · choosing rows', () => {
  it('O5 · only what is in review can be chosen, each by a name of its own', async () => {
    const { queue } = await desk();
    expect(boxes(queue)).toHaveLength(4);
    expect(boxes(queue)[0]!.getAttribute('aria-label')).toMatch(/^Chọn .+, \d{5}\.GD_2026_\d{3}$/);
    expect((one(queue, '#approve-list') as HTMLButtonElement).disabled).toBe(true);
    await userEvent.click(boxes(queue)[1]!);
    expect([chosen(queue), text(one(queue, '.chosen-count'))]).toEqual([1, 'Đã chọn 1 tờ khai']);
    expect((one(queue, '#choose-all') as HTMLInputElement).indeterminate).toBe(true);
  });

  it('O5 · Shift chooses a range with the pointer, with Space and with the arrows', async () => {
    const { queue } = await desk({ count: 30 });
    await userEvent.click(boxes(queue)[1]!);
    await userEvent.click(boxes(queue)[4]!, { modifiers: ['Shift'] });
    expect(
      boxes(queue)
        .map(({ checked }) => checked)
        .slice(0, 6),
    ).toEqual([false, true, true, true, true, false]);
    boxes(queue)[6]!.focus();
    await userEvent.keyboard('{Shift>} {/Shift}');
    expect(chosen(queue)).toBe(6);
    await press(queue, '#choose-all');
    await press(queue, '#choose-all');
    expect(chosen(queue)).toBe(0);
    boxes(queue)[0]!.focus();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await queue.updateComplete;
    expect(chosen(queue)).toBe(3);
    expect(focused(queue)).toBe(boxes(queue)[2]);
  });

  it('O5 · Shift chooses a range in Firefox too, which tells a click of Shift + Space as one without Shift, and hands none with it from the label on to its box', async () => {
    const { queue } = await desk({ count: 30 });
    await userEvent.click(boxes(queue)[1]!);
    boxes(queue)[3]!.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', shiftKey: true, bubbles: true }));
    boxes(queue)[3]!.click();
    await queue.updateComplete;
    expect(chosen(queue)).toBe(3);
    boxes(queue)[5]!.parentElement!.dispatchEvent(new MouseEvent('click', { shiftKey: true, detail: 1, bubbles: true, cancelable: true }));
    await queue.updateComplete;
    expect(chosen(queue)).toBe(5);
    boxes(queue)[6]!.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
    boxes(queue)[6]!.click();
    await queue.updateComplete;
    expect([chosen(queue), boxes(queue)[6]!.checked]).toEqual([6, true]);
  });

  it('O5 · a list has 200 rows at most, and says so', async () => {
    const { queue } = await desk({ count: 700 });
    while (one(queue, '#more')) {
      const before = rows(queue).length;
      await press(queue, '#more');
      await vi.waitFor(() => expect(rows(queue).length).toBeGreaterThan(before));
    }
    await press(queue, '#choose-all');
    expect(chosen(queue)).toBe(200);
    expect(text(one(queue, '[role=alert]'))).toContain('tối đa 200');
  });

  it('O5 · choosing moves no row', async () => {
    const { queue } = await desk();
    const top = rows(queue)[0]!.getBoundingClientRect().top;
    await userEvent.click(boxes(queue)[0]!);
    expect(rows(queue)[0]!.getBoundingClientRect().top).toBe(top);
  });
});

describe('O5 · approving a list', () => {
  it('O5 · asks first, with the numbers; then tells row by row, and can be undone within the minute', async () => {
    const { gateway, client, queue } = await desk();
    await press(queue, '#choose-all');
    one(queue, '#approve-list').focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await shows<HTMLDialogElement>(queue, 'dialog');
    expect([dialog.open, text(one(queue, '#list-title')), text(one(queue, '.counts'))]).toEqual([true, 'Duyệt 4 tờ khai?', 'Đăng ký sử dụng: 4']);
    expect(focused(queue)).toBe(dialog);
    await vi.waitFor(() => expect(focused(queue)).toBe(one(queue, '#list-title')));
    await clean(queue);
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(one(queue, 'dialog')).toBeUndefined());
    expect(focused(queue)).toBe(one(queue, '#approve-list'));
    expect(gateway.requests.filter(({ operation }) => operation === 'reviews.approveList')).toEqual([]);

    await press(queue, '#approve-list');
    const before = ids(queue);
    const listed = new Promise<ReviewListOutcome>((done) => queue.addEventListener('list-reviewed', ({ outcome }) => done(outcome)));
    await press(queue, '#list-go');
    expect((await listed).results.map(({ outcome }) => outcome)).toEqual(Array(4).fill('approved'));
    await vi.waitFor(() => expect(focused(queue)).toBe(one(queue, '#result')));
    expect(text(one(queue, '#result'))).toBe('Đã duyệt 4 tờ khai');
    expect(ids(queue)).toEqual(before);
    expect(text(one(queue, '[role=timer]'))).toMatch(/^Còn (60|5\d) giây để hoàn tác$/);
    await clean(queue);

    await press(queue, '#undo');
    await vi.waitFor(() => expect(text(one(queue, '#result'))).toBe('Đã hoàn tác 4 tờ khai; không ai được báo gì'));
    gateway.move(2 * MINUTE);
    expect(gateway.messages).toEqual([]);
    expect((await client.reviews.list({ status: ['in-review'] })).items).toHaveLength(4);
  });

  it('O5 · a row that somebody else changed is refused for itself, with its reason and the way to its case', async () => {
    const { gateway, queue } = await desk();
    const other = await signedIn(gateway, officers.provincial);
    const { items } = await other.reviews.list({ status: ['in-review'] });
    await other.reviews.reject({ id: items[1]!.id, version: items[1]!.version, reasons: ['duplicate'] });
    const opened: string[] = [];
    queue.addEventListener('case-open', ({ id }) => opened.push(id));
    await approveAll(queue);
    expect(text(one(queue, '#result'))).toBe('Đã duyệt 3 tờ khai, 1 chưa duyệt được');
    await vi.waitFor(() => expect(text(one(queue, '.reason'))).toContain('hồ sơ'));
    expect(text(one(queue, '.refused li'))).toContain(items[1]!.fullName);
    await press(queue, '.refused button');
    expect(opened).toEqual([items[1]!.id]);
    await clean(queue);
  });

  it('O5 · an answer that was lost is asked for again with the same key: nothing is approved twice', async () => {
    const { gateway, queue } = await desk();
    gateway.script('reviews.approveList', { kind: 'cut-after' });
    await press(queue, '#choose-all');
    await press(queue, '#approve-list');
    await press(queue, '#list-go');
    await vi.waitFor(() => expect(met(queue)).toEqual(['group', 'Chưa thực hiện được', expect.stringContaining('Không kết nối được')]));
    await clean(queue);
    await press(queue, '#list-go');
    expect(text(await shows(queue, '#result'))).toBe('Đã duyệt 4 tờ khai');
    const keys = gateway.requests.filter(({ operation }) => operation === 'reviews.approveList').map(({ headers }) => headers.get('Idempotency-Key'));
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  });

  it('O5 · the minute to undo counts down, and the focus stays with the result when it is over', async () => {
    const { queue } = await desk();
    await approveAll(queue);
    const past = performance.now() + 59_000;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => past);
    queue.requestUpdate();
    await queue.updateComplete;
    expect(text(one(queue, '[role=timer]'))).toMatch(/^Còn [12] giây/);
    one(queue, '#undo').focus();
    clock.mockImplementation(() => past + 2_000);
    await vi.waitFor(() => expect(one(queue, '#undo')).toBeUndefined());
    expect(focused(queue)).toBe(one(queue, '#result'));
    clock.mockRestore();
  });

  it('O5 · a page can take the act over, and show what came of it', async () => {
    const { client } = await desk();
    const { items } = await client.reviews.list({});
    const queue = await fixture<BhxhReviewQueue>(html`<bhxh-review-queue .rows=${items} now="2026-01-05T02:00:00Z"></bhxh-review-queue>`);
    await press(queue, '#choose-all');
    await press(queue, '#approve-list');
    await press(queue, '#list-go');
    await vi.waitFor(() => expect(met(queue)).toEqual(['group', 'Chưa thực hiện được', expect.stringContaining('chưa nối với hệ thống')]));
    queue.addEventListener('list-act', (event: ReviewListActEvent) => {
      event.preventDefault();
      const results = event.items.map(({ id, version }) => ({ id, outcome: 'approved', status: 'approved', version: version + 1 }));
      queue.showOutcome(event.act, { listId: '1', state: 'done', results, now: '2026-01-05T02:00:00Z' });
    });
    await press(queue, '#list-go');
    expect(text(await shows(queue, '#result'))).toBe('Đã duyệt 4 tờ khai');
  });
});

describe('O5 · the second person', () => {
  it('O5 · a list waits, is looked at, and is confirmed by another officer, row by row', async () => {
    const { gateway, queue } = await desk({ secondPersonFrom: 2, officer: officers.district });
    await approveAll(queue);
    expect(text(one(queue, '#result'))).toMatch(/^Danh sách \d tờ khai chờ người thứ hai xác nhận$/);
    expect(text(await shows(queue, '.waiting li'))).toContain('một cán bộ khác phải xác nhận');
    expect(one(queue, '#undo')).toBeUndefined();

    const client = await signedIn(gateway, officers.colleague);
    const second = await fixture<BhxhReviewQueue>(html`<bhxh-review-queue .client=${client} refresh-seconds="0"></bhxh-review-queue>`);
    expect(text(await shows(second, '.waiting li p'))).toContain('Phạm Cán Bộ Mẫu');
    await clean(second);
    await press(second, '.waiting button');
    await shows(second, '.cases li');
    expect(text(one(second, '.cases'))).toContain('GD_2026');
    await clean(second);
    await press(second, '#list-go');
    await vi.waitFor(() => expect(text(one(second, '#result'))).toMatch(/^Đã duyệt \d tờ khai$/));
    expect(one(second, '.waiting')).toBeUndefined();
    expect(one(second, '#undo')).toBeDefined();
    expect(all(second, '.status').map(text)).toContain('Đã chấp nhận');
  });

  it('O5 · the second person declines, the first withdraws: all stays as it was', async () => {
    const { gateway, queue } = await desk({ secondPersonFrom: 2 });
    const before = all(queue, '.status').map(text);
    const client = await signedIn(gateway, officers.provincial);
    const { items } = await client.reviews.list({ status: ['in-review'] });
    const list = items.map(({ id, version }) => ({ id, version }));
    await client.reviews.approveList({ items: list });
    await queue.look();
    await press(queue, '.waiting button');
    expect(one(queue, '#list-go')).toBeUndefined();
    await press(queue, '#list-decline');
    expect(text(await shows(queue, '#result'))).toContain('không được duyệt');
    expect([one(queue, '.waiting'), all(queue, '.status').map(text)]).toEqual([undefined, before]);
  });
});
