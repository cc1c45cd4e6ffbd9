import { monthIndex } from '../dates/calendar.js';
import type { BenefitPayment } from './benefit-payment.js';

/** What benefits come to, in whole đồng. */
export interface BenefitSum {
  readonly total: number;
  /** Ids of payments left out: they end before they begin, or are paid by the month and run without an end while no `until` was given or they begin after it. */
  readonly unsound: readonly string[];
}

interface Options {
  /** The month up to which a benefit without an end counts, ISO month or date. */
  readonly until?: string;
}

/** Months of a payment by the month, first and last included; `undefined` when they cannot be told. */
function monthsOf({ from, to }: BenefitPayment, until: string | undefined): number | undefined {
  const end = to ?? until;
  const months = end === undefined ? 0 : monthIndex(end) - monthIndex(from) + 1;
  return months > 0 ? months : undefined;
}

/** Adds up benefits (H2): a payment once, a benefit paid by the month as often as its months. */
export function benefitSum(payments: readonly BenefitPayment[], { until }: Options = {}): BenefitSum {
  const unsound: string[] = [];
  let total = 0;
  for (const payment of payments) {
    const { id, from, to, amount, per } = payment;
    const times = per === 'month' ? monthsOf(payment, until) : to === undefined || to >= from.slice(0, to.length) ? 1 : undefined;
    if (times === undefined) unsound.push(id);
    else total += amount * times;
  }
  return { total, unsound };
}
