import type { Translate } from '../foundation/words.js';
import type { Column, HistoryGroup, HistoryRow } from '../history-table/columns.js';
import type { HistoryKind } from '../history-table/history-kind.js';
import type { VisitWords } from './words.js';

type Say = Translate<VisitWords>;

/** The group of every year. */
export const ALL_YEARS = 'all';

/**
 * H3: facility, days, diagnosis and who paid in the table, the rest in the opened visit. All visits are read at once and shown by year. While diagnoses are
 * concealed no column has them: they are then neither searched nor sorted by, and neither printed nor saved.
 */
export const visits = (t: Say, concealed: () => boolean, detailing: HistoryKind['detailing']): HistoryKind => ({
  subject: 'visits',
  say: t,
  columns: () => [
    { key: 'facilityName', label: t('facility'), kind: 'text' },
    { key: 'admittedOn', label: t('admitted'), kind: 'date' },
    { key: 'dischargedOn', label: t('discharged'), kind: 'date', empty: t('stillIn') },
    ...(concealed() ? [] : diagnosis(t)),
    ...(['totalCost', 'paidByInsurance', 'paidByPatient'] as const).map((key): Column => ({ key, label: t(key), kind: 'number' })),
    { key: 'paidByOthers', label: t('paidByOthers'), kind: 'number', detail: true },
    { key: 'facilityCode', label: t('facilityCode'), kind: 'text', detail: true },
    { key: 'route', label: t('route'), kind: 'text', words: wordsOf(t, ['right-route', 'emergency', 'wrong-route', 'open-route']), detail: true },
  ],
  groups: (rows) => years(rows, t),
  pick: (rows, group) => (group && group !== ALL_YEARS ? rows.filter((row) => yearOf(row) === group) : rows),
  summing: () => import('./visit-sums.js'),
  detailing,
});

/** What was the matter, and what became of it. */
const diagnosis = (t: Say): readonly Column[] => [
  { key: 'diagnosis', label: t('diagnosis'), kind: 'text' },
  { key: 'icd', label: t('icd'), kind: 'text', detail: true },
  {
    key: 'discharge',
    label: t('discharge'),
    kind: 'text',
    words: { discharged: t('left'), ...wordsOf(t, ['transferred', 'absconded', 'asked-to-leave', 'transferred-on-request']) },
    detail: true,
  },
  {
    key: 'treatmentResult',
    label: t('result'),
    kind: 'text',
    words: wordsOf(t, ['cured', 'better', 'unchanged', 'worse', 'died', 'not-applicable']),
    detail: true,
  },
];

const wordsOf = (t: Say, keys: readonly (keyof VisitWords)[]): Readonly<Record<string, string>> => Object.fromEntries(keys.map((key) => [key, t(key)]));

/** A visit belongs to the year it began in. */
const yearOf = ({ admittedOn }: HistoryRow): string => String(admittedOn).slice(0, 4);

/** The years there are visits of, the newest first, and all of them together where there are several. */
function years(rows: readonly HistoryRow[], t: Say): readonly HistoryGroup[] {
  const found = [...new Set(rows.map(yearOf))].sort().reverse();
  const groups = found.map((year) => ({ key: year, label: year }));
  return groups.length > 1 ? [...groups, { key: ALL_YEARS, label: t('allYears') }] : groups;
}
