import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthIndex, monthOfIndex } from '../dates/calendar.js';
import { type MonthRange, participationTotal } from './participation-total.js';

const period = (from: string, to?: string, id = from) => ({ id, from, ...(to === undefined ? {} : { to }) });

describe('H1 · tổng thời gian tham gia', () => {
  it('counts overlaps once and lists gaps', () => {
    expect(participationTotal([period('2020-06', '2021-01'), period('2020-01', '2020-07'), period('2021-04', '2021-04')])).toEqual({
      months: 14,
      years: 1,
      remainingMonths: 2,
      gaps: [{ from: '2021-02', to: '2021-03', months: 2 }],
      overlaps: [{ from: '2020-06', to: '2020-07', months: 2 }],
      unsound: [],
    });
  });

  it('overlaps side by side are one, whichever periods make them', () => {
    const periods = [period('2020-01', '2020-04'), period('2020-01', '2020-02', 'a'), period('2020-03', '2020-04', 'b')];
    expect(participationTotal(periods).overlaps).toEqual([{ from: '2020-01', to: '2020-04', months: 4 }]);
  });

  it('nothing paid is nothing', () => expect(participationTotal([])).toMatchObject({ months: 0, gaps: [], overlaps: [] }));

  it('a period that still runs counts up to the month asked for', () => {
    expect(participationTotal([period('2026-01')], { until: '2026-11-21' }).months).toBe(11);
    expect(participationTotal([period('2026-11')], { until: '2026-11' }).months).toBe(1);
    expect(participationTotal([period('2026-01')]).unsound).toEqual(['2026-01']);
    expect(participationTotal([period('2027-01')], { until: '2026-11' }).unsound).toEqual(['2027-01']);
  });

  it('rows that make no sense are named and not counted', () => {
    const total = participationTotal([
      period('2021-05', '2021-01'),
      period('x', '2021-01'),
      period('2021-13', '2022-01'),
      period('2021-01', 'y', 'z'),
      period('2021-01', '2021-02', 'a'),
    ]);
    expect([total.months, total.unsound]).toEqual([2, ['2021-05', 'x', '2021-13', 'z']]);
  });

  it('agrees with a count of months one by one', () => {
    const span = fc.tuple(fc.integer({ min: 24_000, max: 24_060 }), fc.integer({ min: 0, max: 20 }));
    const monthsOf = (ranges: readonly MonthRange[]) => ranges.flatMap(({ from, months }) => Array.from({ length: months }, (_, at) => monthIndex(from) + at));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const seen = new Map<number, number>();
        for (const [from, length] of spans) for (let month = from; month <= from + length; month++) seen.set(month, (seen.get(month) ?? 0) + 1);
        const months = [...seen.keys()].sort((a, b) => a - b);
        const total = participationTotal(spans.map(([from, length], id) => ({ id: String(id), from: monthOfIndex(from), to: monthOfIndex(from + length) })));
        expect(total.months).toBe(months.length);
        expect(total.years * 12 + total.remainingMonths).toBe(months.length);
        expect(monthsOf(total.overlaps)).toEqual(months.filter((month) => (seen.get(month) ?? 0) > 1));
        const between = months.length === 0 ? [] : Array.from({ length: (months.at(-1) ?? 0) - (months[0] ?? 0) + 1 }, (_, at) => (months[0] ?? 0) + at);
        expect(monthsOf(total.gaps)).toEqual(between.filter((month) => !seen.has(month)));
      }),
    );
  });
});
