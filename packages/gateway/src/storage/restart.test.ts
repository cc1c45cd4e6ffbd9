import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '@bhxh-kit/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { requestFor, rightDeclaration, type TestGateway } from '../../test-support/gateway.js';
import { spawnGateway, startGateway } from '../../test-support/process.js';

const folder = mkdtempSync(join(tmpdir(), 'bhxh-restart-'));
const env = { BHXH_SANDBOX: '1', BHXH_RULE_PACK: '2021', BHXH_DATA: folder, BHXH_LOG: 'warn' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The calls of the tests' own gateway over the wire, against a process. */
function over(url: string): TestGateway {
  const call: TestGateway['call'] = async (row, input = {}, headers = {}) => {
    const request = requestFor(row, input, headers);
    const response = await fetch(request.url.replace('http://gateway.example', url), {
      method: request.method,
      headers: request.headers,
      body: row.body ? await request.arrayBuffer() : null,
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  return { call } as TestGateway;
}

const startDate = new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10);

describe('a killed gateway', () => {
  it('R10 · has every declaration it acknowledged after kill -9, three times over, and takes its folder back', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round++) {
      const process = await startGateway(env);
      const gateway = over(process.url);
      for (const reference of acknowledged)
        expect((await gateway.call(operations.declarations.follow, { reference, contact: '0900000001' })).status, reference).toBe(200);
      const declarations = await Promise.all(Array.from({ length: 6 }, () => rightDeclaration(gateway, { startDate })));
      const submitting = declarations.map(async (declaration) => {
        const { status, body } = await gateway.call(operations.declarations.submit, declaration);
        if (status === 201) acknowledged.push(body.reference);
        return status;
      });
      // Killed as soon as the first is acknowledged, with the others under way.
      expect(await Promise.any(submitting)).toBe(201);
      process.child.kill('SIGKILL');
      await process.ended;
      await Promise.allSettled(submitting);
    }
    const last = await startGateway(env);
    for (const reference of acknowledged)
      expect((await over(last.url).call(operations.declarations.follow, { reference, contact: '0900000001' })).status, reference).toBe(200);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);

    const second = spawnGateway(['serve', '--port', '0'], env);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(new RegExp(`The data folder .* is open in process ${last.child.pid}`));

    last.child.kill('SIGTERM');
    expect(await last.ended).toBe(0);
  }, 120_000);

  it('leaves a lock whose process id another program may have by now: it is told apart by when that began', async () => {
    writeFileSync(join(folder, 'gateway.lock'), JSON.stringify({ pid: process.pid, begun: 'another boot 1' }));
    const process_ = await startGateway(env);
    expect(JSON.parse(readFileSync(join(folder, 'gateway.lock'), 'utf8')).pid).toBe(process_.child.pid);
    process_.child.kill('SIGINT');
    expect(await process_.ended).toBe(0);
  }, 60_000);
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
  }, 60_000);

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
  }, 60_000);
});
