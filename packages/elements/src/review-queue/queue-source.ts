import type { BhxhClient } from '@bhxh-kit/client';
import type { ReviewQuery, ReviewRow } from '@bhxh-kit/contract';
import { foldVietnamese } from '@bhxh-kit/domain';
import { type AgencyRow, pathOf } from '../agency-picker/agency-row.js';

/** What a source answers: rows by their deadline, the oldest first. */
export interface QueuePage {
  readonly items: readonly ReviewRow[];
  /** There while more follow; a page can be empty and still have a next one. */
  readonly nextCursor?: string | undefined;
  /** On the first page: how many declarations have each status, whatever the filters. */
  readonly counts?: readonly { readonly status: string; readonly count: number }[] | undefined;
  /** The moment of the gateway's clock, RFC 3339. */
  readonly now: string;
}

/** Where the queue comes from: the gateway, or rows that a page has. */
export type QueueSource = (query: ReviewQuery, signal: AbortSignal) => PromiseLike<QueuePage>;

export const clientSource =
  ({ reviews }: BhxhClient): QueueSource =>
  (query, signal) =>
    reviews.list(query, { signal });

/** Open, as the gateway means it when no status is asked for. */
const OPEN = ['waiting-for-paper', 'in-review'];
const DAY = 86_400_000;

/** Rows that a page hands in, narrowed and paged as the gateway does it. Numbers are masked in rows, so that of the numbers the reference alone is found. */
export function rowsSource(rows: readonly ReviewRow[], { now, agencies }: { readonly now: string; readonly agencies: readonly AgencyRow[] }): QueueSource {
  const sorted = [...rows].sort(byPlace);
  const counts = [...new Set(rows.map(({ status }) => status))].map((status) => ({ status, count: rows.filter((row) => row.status === status).length }));
  return async ({ cursor, limit = 50, ...query }) => {
    const found = sorted.filter((row) => fits(row, query, { now, agencies }));
    const start = cursor === undefined ? 0 : found.findIndex(({ id }) => id === cursor) + 1;
    const items = found.slice(start, start + limit);
    const last = items.at(-1);
    return { items, now, ...(cursor === undefined && { counts }), ...(last && found.length > start + limit && { nextCursor: last.id }) };
  };
}

function fits(
  row: ReviewRow,
  { status = OPEN as never[], agencyCode, purpose, subject, dueWithinDays, find = '' }: ReviewQuery,
  { now, agencies }: { readonly now: string; readonly agencies: readonly AgencyRow[] },
): boolean {
  if (!(status as readonly string[]).includes(row.status)) return false;
  if ((purpose && row.purpose !== purpose) || (subject && row.subject !== subject)) return false;
  if (agencyCode && row.agencyCode !== agencyCode && !pathOf(agencies, row.agencyCode).some(({ code }) => code === agencyCode)) return false;
  if (dueWithinDays !== undefined && !(row.paperDueAt && Date.parse(row.paperDueAt) <= Date.parse(now) + dueWithinDays * DAY)) return false;
  const wanted = foldVietnamese(find).trim();
  return foldVietnamese(row.fullName ?? '').includes(wanted) || row.reference.toLowerCase() === wanted;
}

/** The order of the queue: by deadline; without one by the day it came. Neither ever changes. */
export function byPlace(one: ReviewRow, other: ReviewRow): number {
  const due = ({ paperDueAt, receivedAt }: ReviewRow) => Date.parse(paperDueAt ?? receivedAt);
  return due(one) - due(other) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}
