import { randomUUID } from 'node:crypto';
import { asc, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { inOneStatement, openPool, type Queries } from './database.js';
import { idempotency, outbox } from './schema.js';
import { PREPARED_MOST, WritesClient } from './writes-client.js';

const asked: { readonly text: string; readonly name?: string; readonly rows: unknown }[] = [];
const hear = (query: pg.QueryConfig, rows: unknown): unknown => {
  asked.push({ ...query, rows });
  return Promise.resolve({ rows: [] });
};
vi.spyOn(pg.Client.prototype, 'query').mockImplementation(hear as () => void);
afterAll(() => vi.restoreAllMocks());

const db: Queries = drizzle(new WritesClient());
/** The writes of an act that puts out so many messages. */
const act = (messages: number) => {
  const now = new Date();
  const rows = Array.from({ length: messages }, () => ({ id: randomUUID(), channel: 'sms', notice: 'received', createdAt: now, nextAttemptAt: now }));
  return [db.insert(outbox).values(rows), db.insert(idempotency).values({ keyHash: randomUUID(), fingerprint: 'a', answer: new Uint8Array(), expiresAt: now })];
};
const names = async (work: () => Promise<unknown>) => {
  asked.length = 0;
  await work();
  return asked.map(({ name }) => name);
};

describe('the connections to a server', () => {
  it('prepare the writes of an act, each text once under a name of its own', async () => {
    const one = await names(() => inOneStatement(db, act(1)));
    expect(one).toEqual(['writes-1']);
    expect(asked[0]?.rows).toHaveLength(9);
    expect(await names(() => inOneStatement(db, act(1)))).toEqual(one);
    expect(await names(() => inOneStatement(db, act(2)))).not.toEqual(one);
  });

  it('have everything else planned by its values, and leave a name that was given', async () => {
    expect(await names(() => db.select().from(outbox).where(sql`${outbox.channel} = ${'sms'}`).orderBy(asc(outbox.createdAt)))).toEqual([undefined]);
    expect(await names(() => db.execute(sql`begin`))).toEqual([undefined]);
    expect(await names(() => db.select().from(outbox).prepare('waiting').execute())).toEqual(['waiting']);
  });

  it('prepare no more texts than they say', async () => {
    const given = new Set<string | undefined>();
    for (let messages = 1; messages <= PREPARED_MOST + 10; messages++) for (const name of await names(() => inOneStatement(db, act(messages)))) given.add(name);
    expect([given.size, given.has(undefined)]).toEqual([PREPARED_MOST + 1, true]);
  });

  it('are these', async () => {
    const pool = openPool('postgres://bhxh@127.0.0.1:5432/bhxh');
    expect(pool.options).toMatchObject({ Client: WritesClient });
    await pool.end();
  });
});
