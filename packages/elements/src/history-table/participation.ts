import type { Translate } from '../foundation/words.js';
import type { Column, HistoryGroup } from './columns.js';
import type { HistoryWords } from './words.js';

type Say = Translate<HistoryWords>;

/** The columns of H1: four in the table, all that was paid in the opened row. */
export function participationColumns(t: Say): readonly Column[] {
  return [
    { key: 'from', label: t('from'), longLabel: t('fromMonth'), kind: 'month' },
    { key: 'to', label: t('to'), longLabel: t('toMonth'), kind: 'month', empty: t('now') },
    { key: 'employer', label: t('employer'), kind: 'text' },
    { key: 'position', label: t('position'), kind: 'text' },
    { key: 'workplace', label: t('workplace'), kind: 'text', detail: true },
    { key: 'currency', label: t('currency'), kind: 'text', detail: true },
    { key: 'salary', label: t('salary'), kind: 'money', detail: true },
    { key: 'coefficient', label: t('coefficient'), kind: 'number', detail: true },
  ];
}

/** The tabs of H1. */
export function participationGroups(t: Say): readonly HistoryGroup[] {
  return (['social', 'unemployment', 'accident', 'health'] as const).map((key) => ({ key, label: t(key) }));
}
