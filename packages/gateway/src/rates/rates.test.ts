import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump, openTestDatabase, TestClock, type TestGateway, testGateway } from '../../test-support/gateway.js';
import { readSettings } from '../settings/settings.js';
import type { Database } from '../storage/database.js';
import { ratesOf } from './rates.js';

let database: Database;
let one: TestGateway;
let other: TestGateway;
const clock = new TestClock();

beforeAll(async () => {
  database = await openTestDatabase();
  const env = { BHXH_RATE_FOLLOW: '5/60', BHXH_RATE_SYSTEM: '1000/60' };
  one = await testGateway(database, { env, clock });
  other = await testGateway(database, { env, clock });
});
afterAll(async () => {
  await one.close();
  await other.close();
  await database.close();
});

const key = { reference: '00001.GD_2026_001', contact: '0900000001' };

describe('rates', () => {
  it('are shared by two gateways on one database, also when called at once, and end with their window', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => (at % 2 ? one : other).call(operations.declarations.follow, key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(404), ...Array(7).fill(429)]);
    const limited = answers.find(({ status }) => status === 429);
    expect([limited?.body.code, limited?.headers.get('Retry-After')]).toEqual(['rate.limited', '60']);
    clock.advance({ seconds: 60 });
    expect((await one.call(operations.declarations.follow, key)).status).toBe(404);
  });

  it('are told how long their window still lasts', async () => {
    clock.advance({ seconds: 60 });
    for (let call = 0; call < 5; call++) await one.call(operations.declarations.follow, key);
    clock.advance({ seconds: 20 });
    expect((await one.call(operations.declarations.follow, key)).headers.get('Retry-After')).toBe('40');
    clock.advance({ seconds: 40 });
  });

  it('are set for each bucket by itself', () => {
    const buckets = Object.keys(ratesOf(readSettings({ BHXH_SANDBOX: '1' })));
    const env = Object.fromEntries(buckets.map((bucket, at) => [`BHXH_RATE_${bucket.toUpperCase().replace('-', '_')}`, `${at + 1}/60`]));
    const rates = ratesOf(readSettings({ BHXH_SANDBOX: '1', ...env }));
    expect(rates).toEqual(Object.fromEntries(buckets.map((bucket, at) => [bucket, { calls: at + 1, seconds: 60 }])));
  });

  it('of one bucket leave the others alone, and another address too', async () => {
    for (let call = 0; call < 6; call++) await one.call(operations.declarations.follow, key);
    expect((await one.call(operations.declarations.follow, key)).status).toBe(429);
    expect((await one.call(operations.health.read)).status).toBe(200);
    const elsewhere = new Request('http://gateway.example/v1/declarations/follow', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(key),
    });
    expect((await one.fetch(elsewhere, { incoming: { socket: { remoteAddress: '198.51.100.7' } } })).status).toBe(404);
  });

  it('keep no address, and forget their counts', async () => {
    expect(await dump(database)).not.toContain('192.0.2.1');
    clock.advance({ days: 2 });
    await one.jobs.runDue();
    expect((await dump(database)).split('rate_counters')[1]?.split('\n')[1]).toBe('[]');
  });
});
