import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECRET } from '../../test-support/gateway.js';
import { run } from '../cli/cli.js';
import { systemClock } from '../clock/clock.js';
import { Secrets } from '../secrets/secrets.js';
import { openDatabase } from '../storage/database.js';
import { openSealing } from './seals.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bhxh-audit-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a command said, and its exit code. */
async function command(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await run(
    args,
    { BHXH_SECRET: SECRET, BHXH_DATA: folder, BHXH_LOG: 'silent' },
    (line) => lines.push(line),
    (line) => lines.push(line),
  );
  return { code, said: lines.join('\n') };
}

/** The database of the folder, between two commands. */
async function beside(act: (queries: Awaited<ReturnType<typeof openDatabase>>['queries']) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({ dataFolder: folder });
  await act(database.queries);
  await database.close();
}

describe('the commands of the audit trail', () => {
  it('O1 · say whether it is whole, print the seal to keep, and name the first broken row with exit code 1', async () => {
    expect(await command('audit', 'head')).toEqual({ code: 0, said: 'Nothing is sealed yet.' });
    for (const name of ['mot', 'hai', 'sau']) await command('officer', 'add', `canbo.${name}`, '--name', 'A', '--agency', '001');
    expect((await command('audit', 'verify')).said).toBe('The audit trail is whole: 0 entries sealed, 3 waiting for the next run.');
    await beside((db) => openSealing({ db, clock: systemClock, secrets: new Secrets(SECRET) })());

    const head = (await command('audit', 'head')).said;
    expect(head).toMatch(/^3:[\da-f]{64}$/);
    const whole = { code: 0, said: `The audit trail is whole: 3 entries sealed, 0 waiting for the next run.\nNewest seal ${head}` };
    expect(await command('audit', 'verify', '--head', head)).toEqual(whole);
    expect((await command('audit', 'verify', '--head', `4:${'0'.repeat(64)}`)).said).toContain('its end was cut off');
    expect((await command('audit', 'verify', '--head', `2:${'0'.repeat(64)}`)).said).toContain('the chain was made anew');

    await beside(async (db) => {
      for (const statement of [
        'alter table audit disable trigger user',
        "update audit set act = 'officer-reset' where id = 2",
        'alter table audit enable trigger user',
      ])
        await db.execute(sql.raw(statement));
    });
    const broken = await command('audit', 'verify');
    expect([broken.code, broken.said]).toEqual([
      1,
      'The audit trail is broken after 1 right entries. Entry 2 (place 2) or its seal was changed, or moved: it is not what was sealed there.',
    ]);
  });

  it('O1 · say what they need when they are called otherwise', async () => {
    for (const [args, words] of [
      [['audit'], 'two commands'],
      [['audit', 'mend'], 'two commands'],
      [['audit', 'verify', 'all'], 'two commands'],
      [['audit', 'verify', '--head', 'abc'], '--head must be'],
    ] as const)
      expect(await command(...args)).toMatchObject({ code: 1, said: expect.stringContaining(words) as string });
  });
});
