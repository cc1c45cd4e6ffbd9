import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, ageOn, dayInVietnam, daysBetween, isRealDate, monthIndex, monthOfIndex } from './calendar.js';

const day = fc.integer({ min: 0, max: 110_000 }).map((days) => addDays('1900-01-01', days));

describe('the calendar', () => {
  it.each(['2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-02-01T00'])('%j is no day', (text) =>
    expect(isRealDate(text)).toBe(false),
  );

  it('agrees with Date on random days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        const [year, month, date] = from.split('-').map(Number) as [number, number, number];
        const expected = new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
        expect(addDays(from, days)).toBe(expected);
        expect(daysBetween(from, expected)).toBe(days);
        expect(isRealDate(expected)).toBe(true);
      }),
    );
  });

  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-21', 6, '2027-05-21'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %d months is %s', (from, months, expected) => expect(addMonths(from, months)).toBe(expected));

  it('months later keep the day or take the month’s last', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const after = addMonths(from, months);
        expect(monthIndex(after) - monthIndex(from)).toBe(months);
        if (after.slice(8) !== from.slice(8)) expect(addDays(after, 1).slice(8)).toBe('01');
      }),
    );
  });

  it('a day that is none, or beyond the calendar, throws and does not hang', () => {
    for (const wrong of ['x', '2026-02-30', '2026-01-xx']) expect(() => addMonths(wrong, 1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('x', 1)).toThrow(RangeError);
  });

  it('a month has an index and comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 119_999 }), (index) => {
        expect(monthIndex(monthOfIndex(index))).toBe(index);
      }),
    );
  });
});

describe('the day in Vietnam', () => {
  it('is that of the time zone Asia/Ho_Chi_Minh, whatever the host’s is', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' });
    const instants = fc.date({ min: new Date('1976-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(dayInVietnam(instant)).toBe(zone.format(instant));
      }),
    );
    expect(dayInVietnam(new Date('2026-11-20T17:00:00Z'))).toBe('2026-11-21');
  });
});

describe('age', () => {
  it.each([
    ['2011-11-21', '2026-11-21', 15, 15],
    ['2011-11-22', '2026-11-21', 14, 14],
    ['2008-02-29', '2026-02-28', 17, 17],
    ['2008-02-29', '2026-03-01', 18, 18],
    ['2011', '2026-11-21', 14, 15],
    ['2011', '2026-12-31', 15, 15],
    ['2011-11', '2026-11-21', 14, 15],
    ['2011-10', '2026-11-21', 15, 15],
    ['2026', '2026-03-01', 0, 0],
    ['2030-01-01', '2026-03-01', 0, 0],
  ])('of somebody born %s is on %s from %d to %d', (born, on, least, most) => expect(ageOn(born, on)).toEqual({ least, most }));

  it('of a vague date spans that of every day it can mean', () => {
    fc.assert(
      fc.property(day, day, (born, on) => {
        const { least: age } = ageOn(born, on);
        for (const vague of [born.slice(0, 4), born.slice(0, 7)]) {
          const { least, most } = ageOn(vague, on);
          expect(least <= age && age <= most && most - least <= 1).toBe(true);
        }
      }),
    );
  });
});
