import { monthIndex, monthOfIndex } from '../dates/calendar.js';
import type { ParticipationPeriod } from './participation-period.js';

/** A run of months, both ends inclusive (`2020-03`). */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

/** Tổng thời gian tham gia (H1). */
export interface ParticipationTotal {
  /** Months counted once each. */
  readonly months: number;
  readonly years: number;
  /** Months beyond the whole years, 0–11. */
  readonly remainingMonths: number;
  /** Months between the first and the last in which nothing was paid. */
  readonly gaps: readonly MonthRange[];
  /** Months in which more than one period ran, counted once in `months`. */
  readonly overlaps: readonly MonthRange[];
  /** Ids of periods left out: their months are none, they end before they begin, or run without an end while no `until` was given or they begin after it. */
  readonly unsound: readonly string[];
}

type Period = Pick<ParticipationPeriod, 'from' | 'to' | 'id'>;

interface Options {
  /** The month up to which a period without an end counts, ISO month or date. */
  readonly until?: string;
}

const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])/.test(text);
const range = (from: number, to: number): MonthRange => ({ from: monthOfIndex(from), to: monthOfIndex(to), months: to - from + 1 });

/** Adds up periods of one branch: overlaps once, gaps listed. The order of the rows does not matter. */
export function participationTotal(periods: readonly Period[], { until }: Options = {}): ParticipationTotal {
  const unsound: string[] = [];
  const spans: { from: number; to: number }[] = [];
  for (const { id, from, to } of periods) {
    const end = to ?? (until && until.slice(0, 7) >= from ? until : undefined);
    if (end === undefined || !isMonth(from) || !isMonth(end) || monthIndex(end) < monthIndex(from)) unsound.push(id);
    else spans.push({ from: monthIndex(from), to: monthIndex(end) });
  }
  return { ...sweep(spans.sort((a, b) => a.from - b.from || a.to - b.to)), unsound };
}

/** One pass over spans sorted by their start; `reached` is the last month counted so far. */
function sweep(spans: readonly { from: number; to: number }[]): Omit<ParticipationTotal, 'unsound'> {
  const gaps: MonthRange[] = [];
  const overlaps: { from: number; to: number }[] = [];
  let months = 0;
  let reached: number | undefined;
  for (const { from, to } of spans) {
    if (reached !== undefined && from > reached + 1) gaps.push(range(reached + 1, from - 1));
    if (reached !== undefined && from <= reached) addOverlap(overlaps, from, Math.min(to, reached));
    const start: number = reached === undefined ? from : Math.max(from, reached + 1);
    months += Math.max(0, to - start + 1);
    reached = Math.max(reached ?? to, to);
  }
  return { months, years: Math.floor(months / 12), remainingMonths: months % 12, gaps, overlaps: overlaps.map(({ from, to }) => range(from, to)) };
}

/** Three periods over one month are one overlap. */
function addOverlap(overlaps: { from: number; to: number }[], from: number, to: number): void {
  const last = overlaps.at(-1);
  if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
  else overlaps.push({ from, to });
}
