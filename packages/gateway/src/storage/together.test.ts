import { describe, expect, it } from 'vitest';
import { together } from './together.js';

/** A statement answered when the test says so. */
function statements() {
  const put: { questions: readonly number[]; answer: () => void; fail: (failure: Error) => void }[] = [];
  const ask = together<number, string>(
    (questions) =>
      new Promise((resolve, reject) => put.push({ questions, answer: () => resolve(questions.map((question) => `answer ${question}`)), fail: reject })),
  );
  return { put, ask };
}
const aTurn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('asking together', () => {
  it('questions asked at once go in one statement, and each gets its own answer', async () => {
    const { put, ask } = statements();
    const answers = Promise.all([1, 2, 2, 3].map(ask));
    await aTurn();
    expect(put.map(({ questions }) => questions)).toEqual([[1, 2, 2, 3]]);
    put[0]?.answer();
    expect(await answers).toEqual(['answer 1', 'answer 2', 'answer 2', 'answer 3']);
  });

  it('a question asked while a statement is under way is never answered by it, but by the next', async () => {
    const { put, ask } = statements();
    const first = ask(1);
    await aTurn();
    const later = Promise.all([ask(1), ask(2)]);
    await aTurn();
    expect(put).toHaveLength(1);
    put[0]?.answer();
    expect(await first).toBe('answer 1');
    await aTurn();
    expect(put.map(({ questions }) => questions)).toEqual([[1], [1, 2]]);
    put[1]?.answer();
    expect(await later).toEqual(['answer 1', 'answer 2']);
  });

  it('a statement that fails fails for those who shared it, and for nobody after', async () => {
    const { put, ask } = statements();
    const shared = Promise.allSettled([ask(1), ask(2)]);
    await aTurn();
    const later = ask(3);
    put[0]?.fail(new Error('away'));
    expect((await shared).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await aTurn();
    put[1]?.answer();
    expect(await later).toBe('answer 3');
  });

  it('a statement that hangs does not hold up the next', async () => {
    const { put, ask } = statements();
    void ask(1);
    await aTurn();
    const later = ask(2);
    while (put.length < 2) await aTurn();
    put[1]?.answer();
    expect(await later).toBe('answer 2');
  });
});
