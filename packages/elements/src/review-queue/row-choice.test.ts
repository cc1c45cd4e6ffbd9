import type { ReviewRow } from '@bhxh-kit/contract';
import { LIST_MAX, statusAfter } from '@bhxh-kit/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from './queue-filter.js';
import { isApprovable, RowChoice } from './row-choice.js';
import { placeAfter, rowMove } from './row-keys.js';

const row = (at: number, more: Partial<ReviewRow> = {}): ReviewRow => ({
  id: String(at),
  reference: `${at}`,
  status: 'in-review',
  version: 1,
  agencyCode: '001',
  agencyName: 'BHXH Tp. Hà Nội',
  receivedAt: '2026-01-05T02:00:00.000Z',
  openElsewhere: false,
  ...more,
});
const rows = (count: number, more?: (at: number) => Partial<ReviewRow>) => Array.from({ length: count }, (_, at) => row(at, more?.(at)));

describe('O5 · chosen rows', () => {
  it('O5 · are those the domain lets an officer approve', () => {
    for (const status of STATUSES) expect(isApprovable({ status }), status).toBe(statusAfter(status, 'approve') !== undefined);
  });

  it('O5 · a range is chosen from the row touched last, forwards and backwards, and let go again', () => {
    const choice = new RowChoice();
    const shown = rows(8, (at) => (at === 3 ? { status: 'waiting-for-paper' } : {}));
    choice.toggle(shown[5]!);
    choice.extend(shown[1]!, shown);
    expect(choice.of(shown).map(({ id }) => id)).toEqual(['1', '2', '4', '5']);
    choice.toggle(shown[4]!);
    choice.extend(shown[2]!, shown);
    expect(choice.of(shown).map(({ id }) => id)).toEqual(['1', '5']);
  });

  it('O5 · are never more than a list holds, nor any that cannot be approved', () => {
    const shown = rows(LIST_MAX + 50, (at) => (at % 10 === 0 ? { status: 'approved' } : {}));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('toggle', 'extend', 'all'), fc.nat(shown.length - 1)), { maxLength: 12 }), (acts) => {
        const choice = new RowChoice();
        for (const [act, at] of acts) {
          if (act === 'all') choice.all(shown);
          else if (act === 'extend') choice.extend(shown[at]!, shown);
          else if (isApprovable(shown[at]!)) choice.toggle(shown[at]!);
        }
        expect(choice.size).toBeLessThanOrEqual(LIST_MAX);
        choice.keep(shown);
        expect(choice.of(shown)).toHaveLength(choice.size);
      }),
    );
    const choice = new RowChoice();
    expect(choice.all(shown)).toBe(false);
  });

  it('O5 · what has another version than the officer saw is let go', () => {
    const choice = new RowChoice();
    choice.all(rows(3));
    choice.keep([row(0), row(1, { version: 2 })]);
    expect(choice.of(rows(3)).map(({ id }) => id)).toEqual(['0']);
  });
});

describe('O1 · keys of the rows', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 9, 9],
    ['Home', 3, 0],
    ['End', 3, 9],
  ] as const)('O1 · %s leads from row %i to row %i of ten', (key, from, to) => {
    expect(placeAfter(rowMove(key, { shift: false, boxed: false })!.to, from, 10)).toBe(to);
  });

  it('O1 · every other key stays the browser’s, and Shift takes along only at a checkbox', () => {
    for (const key of ['Tab', 'Enter', ' ', 'Escape', 'a', 'ArrowLeft', 'PageDown']) expect(rowMove(key, { shift: true, boxed: true }), key).toBeUndefined();
    expect([true, false].map((boxed) => rowMove('End', { shift: true, boxed })?.extend)).toEqual([true, false]);
  });
});
