import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, SECRET, TestClock } from '../../test-support/gateway.js';
import { Secrets } from '../secrets/secrets.js';
import { ATTEMPTS } from '../outbox/outbox.js';
import type { Database } from '../storage/database.js';
import { outbox } from '../storage/schema.js';
import { openLog } from '../system/log.js';
import { openMetrics } from '../system/metrics.js';
import { createJobs } from './jobs.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const clock = new TestClock();
const needs = () => {
  const lines: string[] = [];
  const log = openLog({ log: 'debug' }, { write: (line: string) => void lines.push(line) });
  return {
    lines,
    db: database.queries,
    clock,
    secrets: new Secrets(SECRET),
    settings: { tombstoneDays: 180, rulePack: undefined },
    log,
    metrics: openMetrics(),
    carrier: undefined,
    keyUses: { keep: async () => undefined },
  };
};

describe('a run whose beginning fails', () => {
  it('is logged and counted, and neither the runs after it nor the stop fail with it', async () => {
    const given = needs();
    let begun = 0;
    const jobs = createJobs({ ...given, beforeRun: async () => (++begun === 1 ? Promise.reject(new Error('the database is away')) : undefined) });
    await jobs.runDue();
    expect(given.lines.join('')).toContain('"operation":"begin the run"');
    expect(given.lines.join('')).not.toContain('is away');
    expect(await given.metrics.text()).toContain('bhxh_job_failures_total{job="begin the run"} 1');
    await jobs.runDue();
    await jobs.stop();
    expect([begun, given.lines.length]).toEqual([2, 1]);
  });
});

describe('a notice given up', () => {
  it('R12 · is told by its id alone, in the log and as a number in the metrics', async () => {
    const given = needs();
    const id = randomUUID();
    const sealed = given.secrets.sealJson('message', id, { to: '0900000001', body: 'Tờ khai đã được ghi nhận.' });
    await given.db
      .insert(outbox)
      .values({ id, channel: 'sms', notice: 'receipt', sealed, attempts: ATTEMPTS - 1, createdAt: clock.now(), nextAttemptAt: clock.now() });
    const jobs = createJobs({ ...given, carrier: { carry: async ({ to }) => Promise.reject(new Error(to)) } });
    await jobs.runDue();
    expect(given.lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ level: 'warn', id, msg: 'notice given up, it is kept in the outbox' }]);
    expect(given.lines.join('')).not.toContain('0900000001');
    expect(await given.metrics.text()).toMatch(/^bhxh_outbox_given_up 1$/m);
    await given.db.delete(outbox);
  });
});

describe('stopping', () => {
  it('R12 · waits for the delivery under way only so long, then ends it', async () => {
    const given = needs();
    const id = randomUUID();
    const sealed = given.secrets.sealJson('message', id, { to: '0900000001', body: 'Tờ khai đã được ghi nhận.' });
    await given.db.insert(outbox).values({ id, channel: 'sms', notice: 'receipt', sealed, createdAt: clock.now(), nextAttemptAt: clock.now() });
    let begin: (signal: AbortSignal) => void = () => undefined;
    const begun = new Promise<AbortSignal>((resolve) => (begin = resolve));
    const hanging = async (_: unknown, signal: AbortSignal) => {
      begin(signal);
      await new Promise(() => undefined);
    };
    const jobs = createJobs({ ...given, carrier: { carry: hanging } });
    const run = jobs.runDue();
    const signal = await begun;
    await jobs.stop(20);
    await run;
    expect(signal.aborted).toBe(true);
    expect((await given.db.select().from(outbox)).map(({ attempts, deliveredAt }) => [attempts, deliveredAt])).toEqual([[1, null]]);
    await given.db.delete(outbox);
  });
});
