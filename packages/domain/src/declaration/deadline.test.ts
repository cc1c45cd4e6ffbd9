import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULE_PACKS, rulePack } from '../rule-packs/packs.js';
import { countdown, paperDueAt } from './deadline.js';

const pack = rulePack('2021');
const DUE = '2026-11-21T03:00:00.000Z';

describe('the deadline of the signed Mẫu 01', () => {
  it.each(RULE_PACKS)('R13 · is 10 days after receipt, at the same time of the day, under the pack $id', (each) => {
    expect(paperDueAt('2026-11-11T10:00:00+07:00', each)).toBe(DUE);
  });

  it('R13 · is not known for a text that is no moment', () => {
    expect(paperDueAt('hôm nay', pack)).toBeUndefined();
    expect(countdown(DUE, 'hôm nay')).toBeUndefined();
  });

  it.each([
    ['2026-11-11T03:00:00Z', { state: 'open', days: 10, hours: 0 }],
    ['2026-11-11T03:00:01Z', { state: 'open', days: 9, hours: 23 }],
    ['2026-11-19T03:00:00Z', { state: 'open', days: 2, hours: 0 }],
    ['2026-11-19T03:00:01Z', { state: 'soon', days: 1, hours: 23 }],
    ['2026-11-21T02:00:00Z', { state: 'soon', days: 0, hours: 1 }],
    ['2026-11-21T02:00:01Z', { state: 'last-hour', days: 0, hours: 0 }],
    ['2026-11-21T03:00:00Z', { state: 'over', days: 0, hours: 0 }],
    ['2026-12-21T03:00:00Z', { state: 'over', days: 0, hours: 0 }],
  ])('R13 · at %s counts %o', (now, expected) => {
    expect(countdown(DUE, now)).toMatchObject(expected);
  });

  it('R13 · what is shown stays until `changesIn` and changes then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 * 86_400_000 }), (left) => {
        const at = (ms: number) => new Date(Date.parse(DUE) - left + ms).toISOString();
        const { changesIn = 0, ...now } = countdown(DUE, at(0)) ?? {};
        const later = countdown(DUE, at(changesIn)) ?? {};
        const before = countdown(DUE, at(changesIn - 1)) ?? {};
        expect({ ...later, changesIn: undefined }).not.toEqual({ ...now, changesIn: undefined });
        expect({ ...before, changesIn: undefined, state: '' }).toEqual({ ...now, changesIn: undefined, state: '' });
      }),
    );
  });
});
