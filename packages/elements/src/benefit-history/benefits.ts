import type { Translate } from '../foundation/words.js';
import type { HistoryRow } from '../history-table/columns.js';
import type { HistoryKind } from '../history-table/history-kind.js';
import type { BenefitWords } from './words.js';

/** H2: regime, from, to, amount and employer in the table, all that is known of a payment in the opened row. `group` is the open tab. */
export const benefits = (t: Translate<BenefitWords>, group: () => string): HistoryKind => ({
  subject: 'benefits',
  say: t,
  columns: (rows) => {
    const monthly = isMonthly(rows, group());
    return [
      { key: 'regime', label: t('regime'), kind: 'text' },
      { key: 'from', label: t('from'), kind: 'date' },
      { key: 'to', label: t('to'), kind: 'date', ...(monthly && { empty: t('now') }) },
      { key: 'amount', label: monthly ? t('monthAmount') : t('amount'), kind: 'number' },
      { key: 'employer', label: t('employer'), kind: 'text' },
      { key: 'per', label: t('per'), kind: 'text', words: { month: t('eachMonth') }, detail: true },
      { key: 'days', label: t('days'), kind: 'number', detail: true },
      { key: 'decision', label: t('decision'), kind: 'text', detail: true },
      { key: 'agencyName', label: t('agency'), kind: 'text', detail: true },
      { key: 'paidOn', label: t('paidOn'), kind: 'date', detail: true },
    ];
  },
  groups: () =>
    (['one-off', 'short-term', 'monthly', 'unemployment'] as const).map((key) => ({
      key,
      label: t(key),
      ...(key === 'short-term' && { spoken: t('shortTermSpoken') }),
    })),
  summing: () => import('./benefit-sums.js'),
  detailing: () => import('../history-table/row-detail.js'),
});

/** Whether every amount of a tab is one of each month: the header then says so. */
function isMonthly(rows: readonly HistoryRow[], group: string): boolean {
  const own = rows.filter(({ kind }) => kind === group);
  return own.length > 0 && own.every(({ per }) => per === 'month');
}
