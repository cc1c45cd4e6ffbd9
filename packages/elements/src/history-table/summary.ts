import type { ParticipationPeriod } from '@bhxh-kit/domain';
import { participationTotal } from '@bhxh-kit/domain/participation/participation-total.js';
import { formatDuration, formatMonth } from '@bhxh-kit/domain/text/formats.js';
import type { Translate } from '../foundation/words.js';
import type { HistoryRow } from './columns.js';
import type { HistoryWords } from './words.js';

/** The sentences above the table: the total, then gaps and overlaps where there are any. */
export interface Summary {
  readonly total: string;
  readonly notes: readonly string[];
}

/** Tổng thời gian tham gia of the rows of one branch; a period that still runs counts up to the month of `date`. */
export function summary(rows: readonly HistoryRow[], date: string, language: string, t: Translate<HistoryWords>): Summary {
  const { months, gaps, overlaps } = participationTotal(rows as unknown as readonly ParticipationPeriod[], { until: date });
  const duration = (count: number) => formatDuration(count, language === 'en' ? 'en' : 'vi');
  const list = gaps
    .map(({ from, to, months: count }) => `${from === to ? formatMonth(from) : `${formatMonth(from)} – ${formatMonth(to)}`} (${duration(count)})`)
    .join('; ');
  return { total: duration(months), notes: [...(list ? [t('gaps', { list })] : []), ...(overlaps.length > 0 ? [t('overlaps')] : [])] };
}
