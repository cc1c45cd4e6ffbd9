import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, rowsOf, SECRET, TestClock } from '../../test-support/gateway.js';
import { Secrets } from '../secrets/secrets.js';
import type { Database } from '../storage/database.js';
import { outbox } from '../storage/schema.js';
import { ATTEMPTS, BATCH, type Carrier, deliverDue, type Delivery, givenUp, HELD, LONGEST_DELIVERY, waiting } from './outbox.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.queries.delete(outbox);
});

const clock = new TestClock();
const secrets = new Secrets(SECRET);

/** Puts one message out; one that is not `readable` was sealed for another row. */
async function put({ to = '0900000001', readable = true, attempts = 0, at = clock.now(), until = null as Date | null } = {}): Promise<string> {
  const id = randomUUID();
  const sealed = secrets.sealJson('message', readable ? id : randomUUID(), { to, body: 'Tờ khai đã được ghi nhận.' });
  const row = { id, channel: 'sms', notice: 'receipt', sealed, attempts, createdAt: at, nextAttemptAt: at, until };
  await database.queries.insert(outbox).values(row);
  clock.advance({ seconds: 1 });
  return id;
}

/** Takes every message, except those to a number that refuses. */
function carrier(refusing?: string) {
  const carried: string[] = [];
  const takes: Carrier = {
    carry: async ({ id, to }) => {
      if (to === refusing) throw new Error('not taken');
      carried.push(id);
    },
  };
  return { carried, takes };
}
const deliver = (to: Carrier) => deliverDue(database.queries, to, { clock, secrets });

describe('the outbox', () => {
  it('R12 · a message that cannot be read holds up none of those behind it', async () => {
    await put({ readable: false });
    const behind = [await put(), await put()];
    const { carried, takes } = carrier();
    expect(await deliver(takes)).toEqual({ delivered: 2, failed: 1, givenUp: [] });
    expect(carried).toEqual(behind);
  });

  it('R12 · what was put out first is carried first: within one moment, and where it had to wait', async () => {
    const waited = await put();
    const moment = new Date(clock.now().getTime() + 60_000);
    const behind: string[] = [];
    while (behind.length < BATCH - 1) behind.push(await put({ at: moment }));
    // Written anew by each attempt, its row lies behind theirs.
    await deliver(carrier('0900000001').takes);
    clock.advance({ minutes: 1 });
    const { carried, takes } = carrier();
    await deliver(takes);
    expect(carried).toEqual([waited, ...behind]);
  });

  it('R12 · a message is tried again later and later, and given up after the last attempt', async () => {
    const id = await put();
    const { takes } = carrier('0900000001');
    const pauses: number[] = [];
    for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
      expect(await deliver(takes)).toEqual({ delivered: 0, failed: 1, givenUp: [] });
      const [row] = await database.queries.select().from(outbox);
      pauses.push(((row?.nextAttemptAt.getTime() ?? 0) - clock.now().getTime()) / 1000);
      clock.advance({ seconds: pauses.at(-1) ?? 0 });
    }
    expect(pauses.slice(0, 9)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
    expect(await deliver(takes)).toEqual({ delivered: 0, failed: 1, givenUp: [id] });
    expect([await waiting(database.queries), await givenUp(database.queries)]).toEqual([0, 1]);
    clock.advance({ days: 30 });
    expect(await deliver(carrier().takes)).toEqual({ delivered: 0, failed: 0, givenUp: [] });
  });

  it('R12 · what is given up is kept sealed, and the others go on', async () => {
    const id = await put({ to: '0900000009', attempts: ATTEMPTS - 1 });
    const other = await put();
    const { carried, takes } = carrier('0900000009');
    expect(await deliver(takes)).toEqual({ delivered: 1, failed: 1, givenUp: [id] });
    expect(carried).toEqual([other]);
    expect(await rowsOf(database, 'select id, attempts, sealed is not null as kept from outbox where given_up_at is not null')).toEqual([
      { id, attempts: ATTEMPTS, kept: true },
    ]);
    // The way out the README gives the operator.
    await database.queries.execute(sql`update outbox set given_up_at = null, attempts = 0 where id = ${id}`);
    clock.advance({ hours: 1 });
    expect(await deliver(carrier().takes)).toEqual({ delivered: 1, failed: 0, givenUp: [] });
  });

  it('R12 · what is under way ends when its run does, and what was not begun is given back as it was', async () => {
    await put();
    await put();
    const ending = new AbortController();
    const begun: AbortSignal[] = [];
    const hanging: Carrier = {
      carry: async (_, signal) => {
        begun.push(signal);
        ending.abort();
        await new Promise(() => undefined);
      },
    };
    expect(await deliverDue(database.queries, hanging, { clock, secrets, signal: ending.signal })).toEqual({ delivered: 0, failed: 1, givenUp: [] });
    expect(begun.map(({ aborted }) => aborted)).toEqual([true]);
    expect((await database.queries.select().from(outbox)).map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
    expect(await deliver(carrier().takes)).toEqual({ delivered: 1, failed: 0, givenUp: [] });
  });

  it('R12 · of what is delivered no word is kept; what is of no use any more is not sent', async () => {
    const delivered = await put();
    await deliver(carrier().takes);
    expect(await rowsOf(database, 'select id, sealed from outbox')).toEqual([{ id: delivered, sealed: null }]);
    await put({ until: clock.now() });
    const { carried, takes } = carrier();
    expect([await deliver(takes), carried]).toEqual([{ delivered: 0, failed: 0, givenUp: [] }, []]);
    expect(await rowsOf(database, 'select id from outbox')).toEqual([{ id: delivered }]);
  });

  it('R12 · what one worker carries no other takes', async () => {
    await put();
    const others: Delivery[] = [];
    const meanwhile = carrier();
    expect(await deliver({ carry: async () => void others.push(await deliver(meanwhile.takes)) })).toMatchObject({ delivered: 1 });
    expect([others, meanwhile.carried]).toEqual([[{ delivered: 0, failed: 0, givenUp: [] }], []]);
  });

  it('R12 · a message is held for longer than a whole batch may take', () => {
    expect(HELD).toBeGreaterThan(BATCH * LONGEST_DELIVERY);
  });
});
