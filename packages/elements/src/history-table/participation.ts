import type { Translate } from '../foundation/words.js';
import type { HistoryKind } from './history-kind.js';
import type { HistoryWords } from './words.js';

/** H1: four columns in the table, all that was paid in the opened row. */
export const participation = (t: Translate<HistoryWords>): HistoryKind => ({
  subject: 'participation',
  say: t,
  columns: () => [
    { key: 'from', label: t('from'), longLabel: t('fromMonth'), kind: 'month' },
    { key: 'to', label: t('to'), longLabel: t('toMonth'), kind: 'month', empty: t('now') },
    { key: 'employer', label: t('employer'), kind: 'text' },
    { key: 'position', label: t('position'), kind: 'text' },
    { key: 'workplace', label: t('workplace'), kind: 'text', detail: true },
    { key: 'currency', label: t('currency'), kind: 'text', detail: true },
    { key: 'salary', label: t('salary'), kind: 'money', detail: true },
    { key: 'coefficient', label: t('coefficient'), kind: 'number', detail: true },
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
