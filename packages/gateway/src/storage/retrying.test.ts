import { describe, expect, it } from 'vitest';
import { retrying } from './retrying.js';

const failing = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('deadlock detected'), { code }) });

/** A transaction that fails so often, and how often it was tried. */
function transaction(times: number, failure: Error) {
  const tried = { times: 0 };
  const run = () => (tried.times++ < times ? Promise.reject(failure) : Promise.resolve('done'));
  return { tried, run };
}

describe('a transaction', () => {
  it.each(['40P01', '40001'])('that lost against another one (%s) is done again, and nobody is told', async (code) => {
    const { tried, run } = transaction(2, failing(code));
    expect([await retrying(run), tried.times]).toEqual(['done', 3]);
  });

  it('that loses again and again fails at last', async () => {
    const { tried, run } = transaction(99, failing('40P01'));
    await expect(retrying(run)).rejects.toThrow('Failed query');
    expect(tried.times).toBe(4);
  });

  it('that fails for another reason is not done again', async () => {
    const { tried, run } = transaction(1, failing('23505'));
    await expect(retrying(run)).rejects.toThrow('Failed query');
    expect(tried.times).toBe(1);
  });
});
