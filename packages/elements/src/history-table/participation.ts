import type { Translate } from '../foundation/words.js';
import type { Column, ColumnKind } from './columns.js';
import type { HistoryKind } from './history-kind.js';
import type { HistoryWords } from './words.js';

/** H1: four columns in the table, all that was paid in the opened row. */
export const participation = (t: Translate<HistoryWords>): HistoryKind => ({
  subject: 'participation',
  say: t,
  columns: () => [
    { ...column(t, 'from', 'month'), longLabel: t('fromMonth') },
    { ...column(t, 'to', 'month'), longLabel: t('toMonth'), empty: t('now') },
    column(t, 'employer', 'text'),
    column(t, 'position', 'text'),
    column(t, 'workplace', 'text', true),
    column(t, 'currency', 'text', true),
    column(t, 'salary', 'money', true),
    column(t, 'coefficient', 'number', true),
  ],
  groups: () =>
    (['social', 'unemployment', 'accident', 'health'] as const).map((key) => ({
      key,
      label: t(key),
      ...(key === 'accident' && { spoken: t('accidentSpoken') }),
    })),
  summing: () => import('./summary.js'),
  detailing: () => import('./row-detail.js'),
});

/** A column whose field and label go by one name. */
function column(
  t: Translate<HistoryWords>,
  key: 'from' | 'to' | 'employer' | 'position' | 'workplace' | 'currency' | 'salary' | 'coefficient',
  kind: ColumnKind,
  detail?: boolean,
): Column {
  return { key, label: t(key), kind, detail };
}
