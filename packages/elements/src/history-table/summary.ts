import type { ParticipationPeriod } from '@bhxh-kit/domain';
// Single files, because a bundler would else share all of the domain between this part, loaded later, and the first one.
import { participationTotal } from '@bhxh-kit/domain/participation/participation-total.js';
import { formatDuration } from '@bhxh-kit/domain/text/format-duration.js';
import type { Translate, Words } from '../foundation/words.js';
import type { HistoryRow } from './columns.js';
import { summaryWords } from './summary-words.js';

/** The sentences above the table: the total, then gaps and overlaps where there are any. */
export interface Summary {
  readonly label: string;
  readonly total: string;
  readonly notes: readonly string[];
}

/** How a summary is said: the language, a catalogue given its voice, a month and a number as people read them. Handed in, so that this part shares nothing with the first one. */
export interface SaySummary {
  readonly language: string;
  readonly speak: <Vi extends Readonly<Record<string, string>>>(words: Words<Vi>) => Translate<Vi>;
  readonly month: (month: string) => string;
  readonly number: (value: number, decimals: number) => string;
}

/** Tổng thời gian tham gia of the rows of one branch; a period that still runs counts up to the month of `date`. */
export function summary(rows: readonly HistoryRow[], date: string, { language, speak, month }: SaySummary): Summary {
  const t = speak(summaryWords);
  const { months, gaps, overlaps, unsound } = participationTotal(rows as unknown as readonly ParticipationPeriod[], { until: date });
  const duration = (count: number) => formatDuration(count, language === 'en' ? 'en' : 'vi');
  const list = gaps.map(({ from, to, months: count }) => `${from === to ? month(from) : `${month(from)} – ${month(to)}`} (${duration(count)})`).join('; ');
  const notes = [
    ...(list ? [t('gaps', { list })] : []),
    ...(overlaps.length > 0 ? [t('overlaps')] : []),
    ...(unsound.length > 0 ? [t('unsound', { count: unsound.length })] : []),
  ];
  return { label: t('total'), total: duration(months), notes };
}
