import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, SECRET, TestClock } from '../../test-support/gateway.js';
import { Secrets } from '../secrets/secrets.js';
import type { Database } from '../storage/database.js';
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
  return { lines, db: database.queries, clock, secrets: new Secrets(SECRET), log, metrics: openMetrics(), carrier: undefined };
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
