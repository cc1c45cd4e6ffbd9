import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@bhxh-kit/client';
import { sampleDeclaration } from '@bhxh-kit/client/testing';
import type { PhotographKind } from '@bhxh-kit/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { openDemo } from '../../demo/server/open-demo.mjs';
import { jpeg } from '../../packages/gateway/test-support/jpeg.js';
import { freePorts } from './support/free-ports.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'bhxh-start-'));
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) signal(child, 'SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** What `npm start` runs. Not npm itself: it ends by the signal it is sent, whatever the command answers. */
const [, ...command] = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start.split(' ');

/** To the command and everything it started, as Ctrl-C in a terminal goes. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  process.kill(-child.pid!, name);
}

/** Starts it and waits until it says that it runs. */
async function start(port: number) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(BHXH_|DATABASE_URL|VITEST|NODE_ENV|NODE_OPTIONS)/.test(name)));
  const begun = performance.now();
  const child = spawn(process.execPath, [...command, '--port', String(port)], {
    cwd: root,
    env: { ...inherited, BHXH_DATA: data, BHXH_RULE_PACK: '2021', BHXH_CHALLENGE: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  let said = '';
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => reject(new Error(`npm start ended:\n${said}`)));
  });
  const address = (name: string): string => new RegExp(`${name}[^\\n]*?(https?://[^\\s]+)`).exec(said)?.[1] ?? '';
  const gateway = new URL(address('Gateway')).origin;
  return { child, ended, said: () => said, seconds: (performance.now() - begun) / 1000, address, gateway };
}

async function declare(gateway: string): Promise<string> {
  const client = createClient({ baseUrl: gateway });
  const photograph = (kind: PhotographKind) => client.photographs.upload(new Blob([new Uint8Array(jpeg(480, 720))], { type: 'image/jpeg' }), kind);
  const { reference } = await client.declarations.submit({
    ...sampleDeclaration,
    rulePack: '2021',
    address: { scheme: '2021', provinceCode: '01', districtCode: '001', communeCode: '00001', street: '12 Đường Mẫu' },
    agencyCode: '001',
    startDate: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    photographs: [await photograph('portrait'), await photograph('identity-front'), await photograph('identity-back')],
  });
  return reference;
}

describe('npm start', () => {
  it('prints every address and two sign-ins, loses nothing acknowledged by kill -9, names a taken port, ends by Ctrl-C, and begins afresh with --reset', async () => {
    // Five, and what is used instead of the first of them.
    const port = await freePorts(6);
    const first = await start(port);
    for (const name of ['province portal', 'declaration', 'status', 'school intranet', 'hospital desk', 'agency desk', 'Gateway', 'SMS']) {
      const address = first.address(name);
      expect(address, name).toMatch(/^http:\/\/(localhost|127\.0\.0\.1):\d+\//);
      expect((await fetch(address)).status, name).toBe(200);
    }
    expect(first.said()).toMatch(/Nguyễn Văn A\s+9999999001\s+\S+/);
    expect(first.said()).toMatch(/Vũ Mẫu Bộ \(001\)\s+canbo\.hanoi\s+\S+/);
    expect(first.address('one-time codes')).toBe(`${first.gateway}/sandbox/officers`);
    const reference = await declare(first.gateway);
    signal(first.child, 'SIGKILL');
    await first.ended;

    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve));
    const second = await start(port);
    console.log(`second start: ${second.seconds.toFixed(1)} s`);
    expect(second.said()).toMatch(new RegExp(`Port ${port} is taken, \\d+ is used`));
    const found = await createClient({ baseUrl: second.gateway }).declarations.follow({ reference, contact: sampleDeclaration.mobilePhone });
    expect([found.reference, found.status]).toEqual([reference, 'waiting-for-paper']);
    const reset = { firstPort: 0, reset: true, environment: { BHXH_DATA: data, BHXH_CHALLENGE: 'none' } };
    await expect(openDemo(reset)).rejects.toThrow('is open in process');
    signal(second.child, 'SIGINT');
    expect(await second.ended).toBe(0);
    holder.close();

    const third = await openDemo(reset);
    const gone = createClient({ baseUrl: third.gateway }).declarations.follow({ reference, contact: sampleDeclaration.mobilePhone });
    await expect(gone).rejects.toMatchObject({ code: 'declaration.not-found' });
    await third.close();
  });

  it('of five ports names the one that is taken, with the one used instead, and moves nothing else', async () => {
    // Five, and what is used instead of the second of them.
    const port = await freePorts(6);
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(port + 1, '127.0.0.1', resolve));
    const demo = await openDemo({ firstPort: port, environment: { BHXH_DATA: join(data, 'ports') } });
    const ports = [...Object.values(demo.pages), demo.gateway].map((address) => Number(new URL(address).port));
    await demo.close();
    holder.close();
    expect([ports, demo.taken]).toEqual([[port, port + 5, port + 2, port + 3, port + 4], [[port + 1, port + 5]]]);
  });

  it('lets pages of BHXH_ALLOWED_ORIGINS call its gateway beside its own', async () => {
    const demo = await openDemo({ firstPort: 0, environment: { BHXH_DATA: join(data, 'origins'), BHXH_ALLOWED_ORIGINS: 'http://localhost:8080' } });
    const allowed = async (origin: string) => {
      const { headers } = await fetch(`${demo.gateway}/v1/health`, { headers: { Origin: origin } });
      return headers.get('access-control-allow-origin') === origin;
    };
    const found = await Promise.all([demo.pages.school, 'http://localhost:8080', 'http://localhost:8081'].map(allowed));
    await demo.close();
    expect(found).toEqual([true, true, false]);
  });

  it('with --reset leaves a file alone that BHXH_DATA names by mistake', async () => {
    const file = join(data, 'notes.txt');
    writeFileSync(file, 'kept');
    await expect(openDemo({ firstPort: 0, reset: true, environment: { BHXH_DATA: file } })).rejects.toThrow(/^BHXH_DATA: .*notes\.txt needs a folder/);
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it('never empties a server’s database, and names one that cannot be reached', async () => {
    const environment = { BHXH_DATA: data, DATABASE_URL: 'postgres://bhxh:mat-khau-thu@127.0.0.1:1/bhxh' };
    await expect(openDemo({ firstPort: 0, reset: true, environment })).rejects.toThrow(/^--reset empties only the embedded database\./);
    const failure = await openDemo({ firstPort: 0, environment }).catch((error: unknown) => String(error));
    expect(failure).toMatch(/^ServerUnusable: DATABASE_URL names a server that does not answer \(ECONNREFUSED\)\./);
    expect(failure).not.toContain('mat-khau-thu');
  });
});
