// Parts of elements are loaded on use, through a development server that a busy machine lets wait: a test that waits for them may wait longer than the usual second.
import { vi } from 'vitest';

const PATIENCE = 15_000;

const patient =
  <Args extends [unknown, ({ timeout?: number; interval?: number } | number)?], Answer>(wait: (...args: Args) => Answer) =>
  (...[check, options]: Args): Answer =>
    wait(...([check, typeof options === 'number' ? options : { timeout: PATIENCE, ...options }] as unknown as Args));

vi.waitFor = patient(vi.waitFor as never) as typeof vi.waitFor;
vi.waitUntil = patient(vi.waitUntil as never) as typeof vi.waitUntil;
