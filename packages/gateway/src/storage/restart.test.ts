import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newServerDatabase, SECRET } from '../../test-support/gateway.js';
import { killing } from '../../test-support/kill/killing.js';
import { spawnGateway, startGateway } from '../../test-support/process.js';

const folder = mkdtempSync(join(tmpdir(), 'bhxh-restart-'));
const env = { BHXH_SANDBOX: '1', BHXH_RULE_PACK: '2021', BHXH_SECRET: SECRET, BHXH_DATA: folder, BHXH_LOG: 'warn' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a killed gateway', () => {
  it('R10, R12, O3 · three times over, has every act it acknowledged, once, and sends each message under one id', async () => {
    const server = process.env['DATABASE_URL'];
    const database = server ? await newServerDatabase(server) : undefined;
    const { wrong, declarations, messages } = await killing(3, { dataFolder: folder, ...(database && { databaseUrl: database.url }) });
    await database?.drop();
    expect(wrong).toEqual([]);
    expect([declarations > 0, messages]).toEqual([true, declarations * 4]);
  }, 240_000);

  it('leaves a lock whose process id another program may have by now: it is told apart by when that began; and shares its folder with no second one', async () => {
    writeFileSync(join(folder, 'gateway.lock'), JSON.stringify({ pid: process.pid, begun: 'another boot 1' }));
    const first = await startGateway(env);
    expect(JSON.parse(readFileSync(join(folder, 'gateway.lock'), 'utf8')).pid).toBe(first.child.pid);
    const second = spawnGateway(['serve', '--port', '0'], env);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(new RegExp(`The data folder .* is open in process ${first.child.pid}`));
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });
});

describe('the command', () => {
  const ran = async (args: readonly string[], more: Record<string, string> = {}) => {
    const { ended, output } = spawnGateway(args, more);
    return [await ended, output()] as const;
  };

  it('tells a taken port by its number, and takes the next one when asked to', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port)));
    const [code, said] = await ran(['serve', '--port', String(port)], env);
    expect([code, said]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)]);
    const next = spawnGateway(['serve', '--port', `${port}+`], env);
    while (!/v1\/health/.test(next.output())) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(next.output()).toMatch(new RegExp(`Port ${port} is taken, so \\d+ is used\\.`));
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    holder.close();
  });

  it('tells every wrong setting, prints the table, brings a database up to date, and knows its words', async () => {
    const [code, said] = await ran(['serve'], { BHXH_PORT: 'x', BHXH_LOG: 'x' });
    expect([code, said.match(/^• BHXH_\w+/gm)]).toEqual([1, ['• BHXH_PORT', '• BHXH_LOG', '• BHXH_SECRET']]);
    expect(await ran(['settings'])).toEqual([0, expect.stringContaining('| `BHXH_SECRET` |')]);
    expect(await ran(['migrate'], env)).toEqual([0, 'The database is up to date.\n']);
    expect(await ran(['sreve'])).toEqual([1, expect.stringContaining('There is no command sreve.')]);
    expect(await ran(['serve'], { BHXH_SECRET: 'another secret that is long enough for all', BHXH_DATA: folder })).toEqual([
      1,
      expect.stringContaining('made under another BHXH_SECRET'),
    ]);
  });
});
