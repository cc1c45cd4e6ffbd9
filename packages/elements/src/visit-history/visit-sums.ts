import type { MedicalVisit } from '@bhxh-kit/domain';
// Single files, because a bundler would else share all of the domain between this part, loaded later, and the first one.
import { visitSums, visitsByYear } from '@bhxh-kit/domain/visits/visit-sums.js';
import type { HistoryRow } from '../history-table/columns.js';
import type { SaySummary, Summary } from '../history-table/summary.js';
import { visitSumWords } from './visit-sums-words.js';

/** H3: what the visits of a year cost and who paid it; of several years, each of them too. */
export function summary(rows: readonly HistoryRow[], _date: string, { speak, number }: SaySummary): Summary {
  // The two decimals of a price only where they are.
  const money = (value: number): string => `${number(value, Number.isInteger(value) ? 0 : 2)} VND`;
  const t = speak(visitSumWords);
  const visits = rows as unknown as readonly MedicalVisit[];
  const { totalCost, paidByInsurance, paidByPatient, paidByOthers } = visitSums(visits);
  const years = visitsByYear(visits);
  const ofYears = years.map(({ year, sums }) =>
    t('ofYear', {
      year: String(year),
      count: sums.visits,
      total: money(sums.totalCost),
      insurance: money(sums.paidByInsurance),
      patient: money(sums.paidByPatient),
    }),
  );
  return {
    label: t('total', { count: visits.length }),
    total: money(totalCost),
    notes: [
      t('paid', { insurance: money(paidByInsurance), patient: money(paidByPatient) }),
      ...(paidByOthers > 0 ? [t('others', { money: money(paidByOthers) })] : []),
      ...(years.length > 1 ? ofYears : []),
    ],
  };
}
