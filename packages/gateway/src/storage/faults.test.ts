import { operations } from '@bhxh-kit/contract';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Fault, failing } from '../../test-support/faults.js';
import { openTestDatabase, rightDeclaration, rowsOf, TestClock, type TestGateway, testGateway } from '../../test-support/gateway.js';
import type { Database } from './database.js';

const { declarations, health } = operations;
let database: Database;
let gateway: TestGateway;
const clock = new TestClock();

beforeAll(async () => {
  database = await openTestDatabase();
  gateway = await testGateway(database, { clock });
});
afterAll(async () => {
  await gateway.close();
  await database.close();
});

/** Everything a declaration writes, as text. */
async function written(): Promise<string> {
  const tables = ['declarations', 'declaration_events', 'photographs', 'reference_counters', 'outbox', 'audit', 'idempotency'];
  return JSON.stringify(await Promise.all(tables.map((table) => rowsOf(database, `select md5(t::text) as row from ${table} t order by 1`))));
}

describe.each<Fault>(['disk full', 'read-only', 'connection lost'])('a declaration that meets: %s', (fault) => {
  it('R10 · at whichever statement, is answered 503 with when to come back, leaves nothing half written, and goes in under the same key later', async () => {
    const declaration = await rightDeclaration(gateway);
    const key = { 'Idempotency-Key': `fault-${fault.replace(' ', '-')}-0001` };
    const before = await written();
    let statements = 1;
    let met = 0;
    for (let at = 0; at < statements; at++) {
      const database_ = failing(database, fault, at);
      const failingGateway = await testGateway(database_, { clock });
      const { status, body, headers } = await failingGateway.call(declarations.submit, declaration, key);
      statements = Math.max(statements, database_.statements() + 1);
      await failingGateway.close();
      // Past the last write a transaction may become read-only without harm.
      if (status === 201) break;
      met++;
      expect([status, body.code, headers.get('retry-after')], `at ${at}`).toEqual([503, 'server.unavailable', '10']);
      expect(failingGateway.logLines.join('')).toContain('"code":"server.unavailable"');
      expect(await written(), `at ${at}`).toBe(before);
    }
    expect(met).toBeGreaterThan(3);
    const again = await gateway.call(declarations.submit, declaration, key);
    expect(again.status).toBe(201);
    expect(await rowsOf(database, `select 1 from declarations where reference = '${again.body.reference}'`)).toHaveLength(1);
  });
});

describe('after all that', () => {
  it('the gateway serves on, with every connection it had', async () => {
    const lost = Array.from({ length: 12 }, async () => {
      const one = failing(database, 'connection lost', 0);
      await expect(one.queries.transaction((tx) => tx.execute('select 1'))).rejects.toThrow();
    });
    await Promise.all(lost);
    const answers = await Promise.all(Array.from({ length: 12 }, () => gateway.call(health.read)));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
  });

  it.runIf(process.env['DATABASE_URL'])('a transaction that cannot even begin gives its connection back', async () => {
    const lost = (): never => {
      throw Object.assign(new Error('lost'), { code: 'ECONNRESET' });
    };
    const query = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(lost);
    const begun = Array.from({ length: 24 }, () => database.queries.transaction((tx) => tx.execute('select 1')));
    expect(new Set((await Promise.allSettled(begun)).map(({ status }) => status))).toEqual(new Set(['rejected']));
    query.mockRestore();
    expect((await gateway.call(health.read)).status).toBe(200);
  });
});
