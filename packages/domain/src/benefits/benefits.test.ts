import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { monthOfIndex } from '../dates/calendar.js';
import { BenefitPayment } from './benefit-payment.js';
import { benefitSum } from './benefit-sums.js';

const payment = (more: Partial<BenefitPayment> = {}): BenefitPayment => ({
  id: 'b1',
  kind: 'short-term',
  regime: 'Sinh con',
  from: '2014-05-15',
  to: '2015-03-14',
  amount: 75_423_000,
  employer: 'Trung tâm Công nghệ Mẫu',
  ...more,
});

describe('H2 · thông tin hưởng', () => {
  it('takes a benefit by days or by months, and no amount with a fraction of a đồng', () => {
    for (const right of [{}, { from: '2020-01', to: '2020-06' }, { from: '2020-01', to: undefined }])
      expect(z.safeParse(BenefitPayment, payment(right)).success).toBe(true);
    for (const wrong of [{ from: '15/05/2014' }, { from: '2020' }, { amount: 0.5 }, { amount: -1 }, { per: 'day' as 'month' }])
      expect(z.safeParse(BenefitPayment, payment(wrong)).success).toBe(false);
  });

  it('counts a payment once and a benefit by the month as often as it has months', () => {
    const unemployment = payment({ id: 'b2', kind: 'unemployment', from: '2020-11', to: '2021-01', amount: 3_000_000, per: 'month' });
    expect(benefitSum([payment(), unemployment])).toEqual({ total: 84_423_000, unsound: [] });
  });

  it('a pension that still runs counts up to the month asked for', () => {
    const pension = payment({ kind: 'monthly', regime: 'Hưu trí', from: '2026-01-15', to: undefined, amount: 5_000_000, per: 'month' });
    expect(benefitSum([pension], { until: '2026-11-21' }).total).toBe(55_000_000);
    expect(benefitSum([pension])).toEqual({ total: 0, unsound: ['b1'] });
    expect(benefitSum([pension], { until: '2025-12' })).toEqual({ total: 0, unsound: ['b1'] });
  });

  it('a benefit that ends before it begins is named and not counted; one within a month is counted', () => {
    expect(benefitSum([payment({ from: '2020-05', to: '2020-04' })])).toEqual({ total: 0, unsound: ['b1'] });
    expect(benefitSum([payment({ from: '2020-05-20', to: '2020-05' })]).unsound).toEqual([]);
    expect(benefitSum([payment({ from: '2020-05-20', to: undefined })]).unsound).toEqual([]);
  });

  it('agrees with paying month by month', () => {
    const run = fc.record({
      from: fc.integer({ min: 24_000, max: 24_200 }),
      months: fc.integer({ min: 1, max: 40 }),
      amount: fc.integer({ min: 0, max: 9_999_999 }),
    });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
        const payments = runs.map(({ from, months, amount }) =>
          payment({ kind: 'monthly', per: 'month', from: monthOfIndex(from), to: monthOfIndex(from + months - 1), amount }),
        );
        let paid = 0;
        for (const { months, amount } of runs) for (let month = 0; month < months; month++) paid += amount;
        expect(benefitSum(payments)).toEqual({ total: paid, unsound: [] });
      }),
    );
  });
});
