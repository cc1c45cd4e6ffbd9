import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWorkingHours, REMINDER_DAYS, remindersOf } from './reminders.js';

/** A moment of Vietnam's clock. */
const vn = (text: string) => new Date(`${text}:00+07:00`).toISOString();
const reminders = (receivedAt: string, dueAt: string) => remindersOf(vn(receivedAt), vn(dueAt)).map(({ days, at }) => [days, at]);

describe('the reminders before the deadline', () => {
  it('R13 · come 5, 2 and 1 days before it, to the minute, where that is in working hours', () => {
    // Friday, 27 November 2026.
    expect(reminders('2026-11-17T10:12', '2026-11-27T10:12')).toEqual([
      [5, vn('2026-11-20T16:30')],
      [2, vn('2026-11-25T10:12')],
      [1, vn('2026-11-26T10:12')],
    ]);
  });

  it.each([
    ['in the evening, at 16:30 of that day', '2026-11-26T21:00', '2026-11-25T16:30'],
    ['before the office opens, at 16:30 of the working day before', '2026-11-26T07:59', '2026-11-24T16:30'],
    ['on Monday before it opens, at 16:30 on Friday', '2026-11-24T06:00', '2026-11-20T16:30'],
    ['on Saturday, at 16:30 on Friday', '2026-11-22T10:00', '2026-11-20T16:30'],
    ['at 17:00, at 16:30', '2026-11-26T17:00', '2026-11-25T16:30'],
    ['at 16:59, at 16:30', '2026-11-26T16:59', '2026-11-25T16:30'],
    ['at 16:30, then', '2026-11-26T16:30', '2026-11-25T16:30'],
    ['at 16:29, then', '2026-11-26T16:29', '2026-11-25T16:29'],
    ['at 08:00, then', '2026-11-26T08:00', '2026-11-25T08:00'],
  ])('R13 · one that would come %s', (_, dueAt, at) => {
    expect(reminders('2026-11-01T10:00', dueAt).at(-1)).toEqual([1, vn(at)]);
  });

  it('R13 · working hours are from 08:00 until 17:00, Monday to Friday, by the clock of Vietnam', () => {
    const times = ['2026-11-26T07:59', '2026-11-26T08:00', '2026-11-26T16:59', '2026-11-26T17:00', '2026-11-27T12:00', '2026-11-28T12:00', '2026-11-29T12:00'];
    expect(times.map((time) => inWorkingHours(vn(time)))).toEqual([false, true, true, false, true, false, false]);
  });

  it('R13 · that meet at one moment are one', () => {
    // The deadline is a Monday: two days before is Saturday, one day before Sunday.
    expect(reminders('2026-11-13T10:00', '2026-11-23T10:00')).toEqual([
      [5, vn('2026-11-18T10:00')],
      [1, vn('2026-11-20T16:30')],
    ]);
  });

  it('R13 · are left out where they would not come after the receipt', () => {
    expect(reminders('2026-11-25T09:00', '2026-11-27T09:00').map(([days]) => days)).toEqual([1]);
    expect(reminders('2026-11-26T18:00', '2026-11-27T18:00')).toEqual([]);
  });

  it('R13 · whatever the deadline: in working hours, in order, none late, none more than two days and sixteen hours early, each once', () => {
    const moment = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2060-01-01') });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 20 * 86_400_000 }), (due, before) => {
        const found = remindersOf(new Date(due - before).toISOString(), new Date(due).toISOString());
        const times = found.map(({ at }) => Date.parse(at));
        expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
        for (const { days, at } of found) {
          const early = due - days * 86_400_000 - Date.parse(at);
          expect(inWorkingHours(at)).toBe(true);
          expect([early >= 0, early <= 64 * 3_600_000, Date.parse(at) > due - before]).toEqual([true, true, true]);
        }
        if (before > 9 * 86_400_000) expect([found.at(-1)?.days, found.length >= 2]).toEqual([1, true]);
        expect(found.map(({ days }) => days)).toEqual(REMINDER_DAYS.filter((days) => found.some((each) => each.days === days)));
      }),
      { numRuns: 1000 },
    );
  });
});
