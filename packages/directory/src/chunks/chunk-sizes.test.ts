import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureDirectoryData } from '../../build/build-data.mjs';
import { dataFolder } from '../node.js';

beforeAll(async () => {
  await ensureDirectoryData();
});

const weight = (file: string) => gzipSync(readFileSync(new URL(file, dataFolder)), { level: 9 }).length;

describe('chunk weights', () => {
  it('R4 · the first chunk is at most 6 kB, a province at most 4 kB', () => {
    const files = readdirSync(dataFolder);
    const provinces = files.filter((file) => /^units-\d{4}-\d\d\.json$/.test(file));
    expect(provinces).toHaveLength(63 + 34);
    expect(weight('start.json')).toBeLessThanOrEqual(6_000);
    for (const file of provinces) expect.soft(weight(file), file).toBeLessThanOrEqual(4_000);
    for (const file of files.filter((name) => name.startsWith('successors-'))) expect.soft(weight(file), file).toBeLessThanOrEqual(4_000);
  });

  it('R4 · data that is up to date is not made again', async () => {
    expect(await ensureDirectoryData()).toBe(false);
  });
});
