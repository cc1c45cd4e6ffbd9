import { expect, it } from 'vitest';
import type { HistoryRow } from './columns.js';
import { RowLoader } from './row-loader.js';

async function* rows(count: number, broken = false): AsyncGenerator<HistoryRow> {
  for (let id = 0; id < count; id += 1) yield { id };
  if (broken) throw new Error('cut');
}

it('H1 · a reading that breaks off keeps what it has and says that it is partial', async () => {
  const loader = new RowLoader(
    () => rows(450, true),
    () => {},
  );
  await loader.load();
  expect([loader.state, loader.rows.length]).toEqual(['partial', 450]);
});

it('H1 · rows come into view while they are read', async () => {
  const seen: number[] = [];
  const loader: RowLoader = new RowLoader(
    () => rows(450),
    () => seen.push(loader.rows.length),
  );
  await loader.load();
  expect([...new Set(seen)]).toEqual([0, 200, 400, 450]);
});

it('H1 · a renewal that fails leaves the older rows, marked stale', async () => {
  let broken = false;
  const loader = new RowLoader(
    () => rows(3, broken),
    () => {},
  );
  await loader.load();
  broken = true;
  await loader.load();
  expect([loader.state, loader.rows.length, loader.error instanceof Error]).toEqual(['stale', 3, true]);
});

it('H1 · nothing read at all is a failure', async () => {
  const loader = new RowLoader(
    () => rows(0, true),
    () => {},
  );
  await loader.load();
  expect(loader.state).toBe('failed');
});
