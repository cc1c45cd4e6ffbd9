import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '@bhxh-kit/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestGateway, testGateway } from '../../test-support/gateway.js';
import type { Database } from '../storage/database.js';

const { units, agencies, rules } = operations;
let database: Database;
let before: TestGateway;
let now: TestGateway;
let packed: TestGateway;
const folder = mkdtempSync(join(tmpdir(), 'bhxh-places-'));

beforeAll(async () => {
  database = await openTestDatabase();
  before = await testGateway(database);
  now = await testGateway(database, { env: { BHXH_RULE_PACK: '' } });
  const pack = join(folder, 'agencies.csv');
  writeFileSync(pack, 'code,name,parentCode,communeCodes\n001,BHXH Tp. Mẫu,,\n00199,BHXH cơ sở Mẫu,001,00004\n,không mã,,\n');
  packed = await testGateway(database, { env: { BHXH_RULE_PACK: '2025', BHXH_DIRECTORY: pack } });
});
afterAll(async () => {
  await Promise.all([before.close(), now.close(), packed.close()]);
  await database.close();
  rmSync(folder, { recursive: true });
});

const names = async (answer: Promise<{ body: { items: { name: string }[] } }>) => (await answer).body.items.map(({ name }) => name);

describe('places', () => {
  it('R4 · both maps, from the provinces down', async () => {
    expect((await now.call(units.list, { scheme: '2021' })).body.items).toHaveLength(63);
    expect((await now.call(units.list, { scheme: '2025' })).body.items).toHaveLength(34);
    expect(await names(now.call(units.path, { scheme: '2021', code: '00001' }))).toEqual(['Thành phố Hà Nội', 'Quận Ba Đình', 'Phường Phúc Xá']);
    expect((await now.call(units.successors, { code: '00001' })).body.items.every((unit: { scheme: string }) => unit.scheme === '2025')).toBe(true);
    expect((await now.call(units.search, { scheme: '2025', query: 'ba dinh', limit: '1' })).body.items).toMatchObject([{ name: 'Phường Ba Đình' }]);
  });

  it('R6 · agencies are those of the map in force: 34 offices today, the letters’ tree under the 2021 pack', async () => {
    expect((await now.call(rules.current)).body).toMatchObject({ rulePack: '2025', today: '2026-11-21' });
    expect((await now.call(agencies.list)).body.items).toHaveLength(34);
    expect(await names(before.call(agencies.path, { code: '00106' }))).toEqual(['BHXH Tp. Hà Nội', 'BHXH Quận Đống Đa']);
    expect((await before.call(agencies.children, { code: '001' })).body.items).toHaveLength(15);
    expect(await names(before.call(agencies.search, { query: 'dong da' }))).toEqual(['BHXH Quận Đống Đa']);
  });

  it('what is unknown is not found, and never an empty success', async () => {
    const unknown = [
      now.call(units.list, { scheme: '2025', parentCode: '99' }),
      now.call(units.path, { scheme: '2025', code: '00002' }),
      now.call(units.successors, { code: '99999' }),
      now.call(agencies.children, { code: '999' }),
      now.call(agencies.path, { code: '99999' }),
      now.call(agencies.byCommune, { communeCode: '99999' }),
    ];
    expect((await Promise.all(unknown)).map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '404 unit.not-found',
      '404 unit.not-found',
      '404 unit.not-found',
      '404 agency.not-found',
      '404 agency.not-found',
      '404 unit.not-found',
    ]);
  });

  it('R6 · an agency pack stands instead of the kit’s, and its faults are told at start', async () => {
    expect(await names(packed.call(agencies.list))).toEqual(['BHXH Tp. Mẫu', 'BHXH cơ sở Mẫu']);
    expect(await names(packed.call(agencies.byCommune, { communeCode: '00004' }))).toEqual(['BHXH cơ sở Mẫu', 'BHXH Tp. Mẫu']);
    expect(packed.logLines.join('')).toMatch(/"agencies":2,"refused":1.*agency pack imported/);
  });

  it('R6 · a pack that cannot be read or has no agency stops the start with a sentence', async () => {
    const empty = join(folder, 'empty.csv');
    writeFileSync(empty, 'code,name\n');
    await expect(testGateway(database, { env: { BHXH_DIRECTORY: join(folder, 'nowhere.csv') } })).rejects.toThrow(/^BHXH_DIRECTORY cannot be read/);
    await expect(testGateway(database, { env: { BHXH_DIRECTORY: empty } })).rejects.toThrow(/^BHXH_DIRECTORY has no agency/);
  });

  it('R6 · a pack is fetched from an address too; one that fails there is told with what the server answered', async () => {
    const server = createServer((request, response) =>
      request.url === '/pack.json' ? response.end(JSON.stringify([{ code: '001', name: 'BHXH Tp. Mẫu' }])) : response.writeHead(503).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const fetched = await testGateway(database, { env: { BHXH_DIRECTORY: `${address}/pack.json` } });
    expect(await names(fetched.call(agencies.list))).toEqual(['BHXH Tp. Mẫu']);
    await fetched.close();
    const failing = testGateway(database, { env: { BHXH_DIRECTORY: `${address}/nowhere.json` } });
    await expect(failing).rejects.toThrow(/^BHXH_DIRECTORY cannot be read: the server answered 503\. Check the file or address\.$/);
    await new Promise((resolve) => server.close(resolve));
  });
});
