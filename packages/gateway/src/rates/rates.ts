import type { RateBucket } from '@bhxh-kit/contract';
import { lt, sql } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import type { Rate } from '../settings/settings-table.js';
import type { Settings } from '../settings/settings.js';
import { rateCounters } from '../storage/schema.js';
import { type Queries, rawRows } from '../storage/database.js';
import { together } from '../storage/together.js';

/** Calls allowed of each bucket. */
export const ratesOf = (settings: Settings): Readonly<Record<RateBucket, Rate>> => ({
  directory: settings.rateDirectory,
  declare: settings.rateDeclare,
  upload: settings.rateUpload,
  follow: settings.rateFollow,
  'sign-in': settings.rateSignIn,
  me: settings.rateMe,
  system: settings.rateSystem,
});

/** Counts one call of a caller (an address, hashed) and refuses it beyond the rate. */
export type CountCall = (bucket: RateBucket, rate: Rate, caller: string) => Promise<void>;

/** The count is the database's, so that every instance sees the same. Calls that arrive together are counted by one statement, each at its own place in the window. */
export function openRates(db: Queries, clock: Clock): CountCall {
  const place = together((windows: readonly Window[]) => placesOf(db, windows));
  return async (bucket, { calls, seconds }, caller) => {
    const now = clock.now();
    const start = Math.floor(now.getTime() / (seconds * 1000)) * seconds * 1000;
    if ((await place({ bucket, caller, start })) > calls)
      throw new Refusal('rate.limited', { retryAfter: Math.max(1, Math.ceil((start + seconds * 1000 - now.getTime()) / 1000)) });
  };
}

interface Window {
  readonly bucket: RateBucket;
  readonly caller: string;
  /** Milliseconds since 1970. */
  readonly start: number;
}

const nameOf = ({ bucket, caller, start }: { bucket: string; caller: string; start: number | string }): string => `${bucket} ${caller} ${start}`;

/** The place of each call in its window, from 1. */
async function placesOf(db: Queries, windows: readonly Window[]): Promise<number[]> {
  const calls = new Map<string, Window & { count: number }>();
  for (const window of windows) calls.set(nameOf(window), { ...window, count: (calls.get(nameOf(window))?.count ?? 0) + 1 });
  // Always in the same order, so that two instances never wait for each other.
  const sorted = [...calls].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, window]) => window);
  const column = <Value>(of: (window: (typeof sorted)[number]) => Value) => sql.param(sorted.map(of));
  const rows = await rawRows(
    db,
    sql`insert into ${rateCounters} (bucket, caller, window_start, count)
      select bucket, caller, to_timestamp(start / 1000.0), count
      from unnest(${column(({ bucket }) => bucket)}::text[], ${column(({ caller }) => caller)}::text[], ${column(({ start }) => String(start))}::bigint[], ${column(({ count }) => count)}::int[]) as call (bucket, caller, start, count)
      on conflict (bucket, caller, window_start) do update set count = ${rateCounters.count} + excluded.count
      returning bucket, caller, (extract(epoch from window_start) * 1000)::bigint::text as start, count`,
  );
  const before = new Map(
    (rows as { bucket: string; caller: string; start: string; count: number }[]).map((row) => [nameOf(row), row.count - (calls.get(nameOf(row))?.count ?? 0)]),
  );
  return windows.map((window) => {
    const at = (before.get(nameOf(window)) ?? 0) + 1;
    before.set(nameOf(window), at);
    return at;
  });
}

/** Forgets counts older than a day. */
export async function forgetCounts(db: Queries, clock: Clock): Promise<void> {
  await db.delete(rateCounters).where(lt(rateCounters.windowStart, after(clock.now(), -86_400_000)));
}
