import type { BenefitPayment } from '@bhxh-kit/domain';
// Single files, because a bundler would else share all of the domain between this part, loaded later, and the first one.
import { benefitSum } from '@bhxh-kit/domain/benefits/benefit-sums.js';
import { numberInWords } from '@bhxh-kit/domain/text/number-words.js';
import type { HistoryRow } from '../history-table/columns.js';
import type { SaySummary, Summary } from '../history-table/summary.js';
import { benefitSumWords } from './benefit-sums-words.js';

/** H2: what the rows of one tab come to, in figures and in words; a benefit that still runs counts up to the month of `date`. */
export function summary(rows: readonly HistoryRow[], date: string, { language, speak, month, number }: SaySummary): Summary {
  const t = speak(benefitSumWords);
  const payments = rows as unknown as readonly BenefitPayment[];
  const { total, unsound } = benefitSum(payments, { until: date });
  const running = payments.some(({ per, to }) => per === 'month' && to === undefined);
  const words = numberInWords(total, language === 'en' ? 'en' : 'vi');
  return {
    label: t('total'),
    total: `${number(total, 0)} VND`,
    notes: [
      ...(words ? [t('inWords', { words: words.charAt(0).toUpperCase() + words.slice(1) })] : []),
      ...(running ? [t('until', { month: month(date) })] : []),
      ...(unsound.length > 0 ? [t('unsound', { count: unsound.length })] : []),
    ],
  };
}
