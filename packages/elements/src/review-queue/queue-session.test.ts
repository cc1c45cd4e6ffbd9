import type { ReviewQuery, ReviewRow } from '@bhxh-kit/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueueSession } from './queue-session.js';
import { byPlace, type QueuePage, type QueueSource, rowsSource } from './queue-source.js';

const NOW = '2026-01-05T02:00:00.000Z';
const DAY = 86_400_000;
const row = (id: string, day: number, more: Partial<ReviewRow> = {}): ReviewRow => ({
  id,
  reference: `0000${id}.GD_2026_001`,
  status: 'in-review',
  version: 1,
  purpose: 'register',
  subject: 'individual',
  agencyCode: '00101',
  agencyName: 'BHXH Quận Ba Đình',
  receivedAt: NOW,
  paperDueAt: new Date(Date.parse(NOW) + day * DAY).toISOString(),
  fullName: 'Nguyễn Văn A',
  openElsewhere: false,
  ...more,
});
/** A gateway whose rows the test changes under the queue. */
function gateway(begin: readonly ReviewRow[]) {
  const state = { rows: [...begin], cut: false, asked: [] as ReviewQuery[] };
  const source: QueueSource = (query, signal) => {
    state.asked.push(query);
    if (state.cut) return Promise.reject(new Error('cut'));
    return rowsSource(state.rows, { now: NOW, agencies: [] })(query, signal);
  };
  return { state, source };
}
async function opened(begin: readonly ReviewRow[]) {
  const { state, source } = gateway(begin);
  const session = new QueueSession(() => undefined);
  session.load(source, {});
  await session.settled;
  return { state, source, session };
}
const ids = ({ rows }: QueueSession) => rows.map(({ id }) => id);
const many = (count: number) => Array.from({ length: count }, (_, at) => row(String(1000 + at), at / 100));

describe('O1 · the rows of the queue', () => {
  it('O1 · pages join without gap or repeat, whatever is taken out of the queue meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 180 }), fc.array(fc.nat(179), { maxLength: 20 }), async (count, taken) => {
        const { state, session } = await opened(many(count));
        let turn = 0;
        while (session.more !== 'none') {
          // What was shown already goes, as by another officer; rowsSource pages by the id of the last row, which therefore stays.
          const last = session.rows.at(-1)?.id;
          const gone = session.rows[taken[turn++] ?? -1]?.id;
          state.rows = state.rows.filter(({ id }) => id === last || id !== gone);
          await session.loadMore();
        }
        expect(ids(session)).toEqual(many(count).map(({ id }) => id));
      }),
      { numRuns: 50 },
    );
  });

  it('O1 · what came and what changed is told; nothing moves before it is asked for', async () => {
    const { state, session } = await opened([row('1', 1), row('2', 2), row('3', 3)]);
    state.rows = [row('1', 1, { version: 2 }), row('3', 3), row('4', 4), row('0', 0)];
    await session.look();
    expect([session.news, ids(session)]).toEqual([{ came: 2, changed: 2 }, ['1', '2', '3']]);
    session.reveal();
    expect([session.news, ids(session)]).toEqual([undefined, ['0', '1', '3', '4']]);
  });

  it('O1 · a declaration behind the last row in view is no news while further rows are to be loaded', async () => {
    const { state, session } = await opened(many(60));
    state.rows = [...state.rows, row('9999', 9)];
    await session.look();
    expect(session.news).toBeUndefined();
    state.rows = [...state.rows, row('0001', 0.001)];
    await session.look();
    expect(session.news).toEqual({ came: 1, changed: 0 });
  });

  it('O1 · who has a row open is told at once, and is no news', async () => {
    const { state, session } = await opened([row('1', 1), row('2', 2)]);
    state.rows = [row('1', 1), row('2', 2, { openElsewhere: true })];
    await session.look();
    expect([session.news, session.rows.map(({ openElsewhere }) => openElsewhere)]).toEqual([undefined, [false, true]]);
  });

  it('O1 · what the officer did is no news, and is counted before the numbers are read again', async () => {
    const { state, session } = await opened([row('1', 1), row('2', 2)]);
    session.take([{ id: '1', status: 'approved', version: 2 }]);
    expect([session.counts.get('in-review'), session.counts.get('approved')]).toEqual([1, 1]);
    state.rows = [row('2', 2)];
    await session.look();
    expect([session.news, ids(session)]).toEqual([undefined, ['1', '2']]);
  });

  it('O1 · pages without a row are passed over; where there are many, the officer is asked', async () => {
    const page = (items: readonly ReviewRow[], nextCursor?: string): QueuePage => ({ items, nextCursor, now: NOW });
    const session = new QueueSession(() => undefined);
    session.load((query) => Promise.resolve(query.cursor === '2' ? page([row('1', 1)]) : page([], String(Number(query.cursor ?? 0) + 1))), { find: 'a' });
    await session.settled;
    expect(ids(session)).toEqual(['1']);
    session.load(() => Promise.resolve(page([], 'on')), { find: 'b' });
    await session.settled;
    expect([session.rows.length, session.more]).toEqual([0, 'ready']);
  });

  it('O1 · an answer that comes after another question is not shown', async () => {
    const answers: ((page: QueuePage) => void)[] = [];
    const source: QueueSource = () => new Promise((done) => answers.push(done));
    const session = new QueueSession(() => undefined);
    session.load(source, { find: 'a' });
    session.load(source, { find: 'b' });
    answers[1]!({ items: [row('2', 2)], now: NOW });
    await session.settled;
    answers[0]!({ items: [row('1', 1)], now: NOW });
    await Promise.resolve();
    expect(ids(session)).toEqual(['2']);
  });

  it('O1 · rows stay as stale when they could not be read again, and go when another question fails', async () => {
    const { state, source, session } = await opened([row('1', 1)]);
    state.cut = true;
    session.reload();
    await session.settled;
    expect([session.stale, session.state, ids(session)]).toEqual([true, 'ready', ['1']]);
    session.load(source, { find: 'a' });
    await session.settled;
    expect([session.state, ids(session)]).toEqual(['failed', []]);
  });

  it('O1 · rows of a page are in the order of the gateway', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5))), (given) => {
        const sorted = given.map(([id, day]) => row(String(id), day)).sort(byPlace);
        const keys = sorted.map(({ paperDueAt, id }) => `${paperDueAt} ${id}`);
        expect(keys).toEqual([...keys].sort());
      }),
    );
  });
});
