import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyRun, PAUSE } from './key-run.js';

/** Presses keys with these gaps between them; marks are the keys' positions. */
function pressed(gaps: readonly number[], run = new KeyRun<number>(), from = 0, first = 0): { readonly run: KeyRun<number>; readonly at: number } {
  let at = from;
  [0, ...gaps].forEach((gap, position) => {
    at += gap;
    run.press(at, () => first + position);
  });
  return { run, at };
}

const LEAST = 20;
/** Hands: no key within 55 ms of the last, but for two fingers that roll over one another and rest afterwards. */
const hands = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 55, max: 400 }).map((gap) => [gap]) },
      fc.tuple(fc.integer({ min: 2, max: 54 }), fc.integer({ min: 100, max: 300 })),
    ),
    {
      minLength: 1,
      maxLength: 120,
    },
  )
  .map((pieces) => pieces.flat());
/** The longest hiccup, in every eleventh gap, with which 30 ms from key to key are faster than hands on average still. */
const HICCUP = 195;
/** A scanner: 30 ms and less from key to key, with a hiccup of the radio now and then. */
const scanner = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: LEAST, maxLength: 250 })
  .chain((gaps) => fc.integer({ min: 31, max: HICCUP }).map((hiccup) => gaps.map((gap, at) => (at % 11 === 10 ? hiccup : gap))));

describe('R19 · what a scanner typed', () => {
  it('is never what hands typed', () => {
    fc.assert(
      fc.property(hands, (gaps) => {
        expect(pressed(gaps).run.bursts(LEAST)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is always what a scanner typed, from its first key on', () => {
    fc.assert(
      fc.property(scanner, (gaps) => {
        expect(pressed(gaps).run.bursts(LEAST)[0]).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('begins where the scanner began, though a person typed until a moment before', () => {
    fc.assert(
      fc.property(hands, fc.integer({ min: 61, max: 2000 }), scanner, (before, rest, gaps) => {
        const { run, at } = pressed(before);
        pressed(gaps, run, at + rest, 1000);
        expect(run.bursts(LEAST)).toContain(1000);
      }),
      { numRuns: 500 },
    );
  });

  it('is over once a person goes on', () => {
    const { run, at } = pressed(Array.from({ length: 40 }, () => 8));
    expect(run.bursts(LEAST)).toEqual([0]);
    pressed([120, 90, 140], run, at + PAUSE + 1, 500);
    expect(run.bursts(LEAST)).toEqual([]);
  });

  it('is nothing while it is shorter than asked', () => {
    const { run } = pressed(Array.from({ length: 9 }, () => 5));
    expect([run.bursts(11), run.bursts(10)]).toEqual([[], [0]]);
    run.forget();
    expect(run.bursts(1)).toEqual([]);
  });
});
