import type { RateBucket } from '@bhxh-kit/contract';
import { lt, sql } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import type { Rate } from '../settings/settings-table.js';
import type { Settings } from '../settings/settings.js';
import { rateCounters } from '../storage/schema.js';
import type { Queries } from '../storage/database.js';
import { together } from '../storage/together.js';

/** Calls allowed of each bucket. */
export const ratesOf = (settings: Settings): Readonly<Record<RateBucket, Rate>> => ({
  directory: settings.rateDirectory,
  declare: settings.rateDeclare,
  upload: settings.rateUpload,
  follow: settings.rateFollow,
  'sign-in': settings.rateSignIn,
  me: settings.rateMe,
  office: settings.rateOffice,
  code: settings.rateCode,
  identity: settings.rateIdentity,
  system: settings.rateSystem,
});

/** Calls allowed to all who call by one integrator key together. */
export const rateOfKey = ({ calls, seconds }: Rate, { rateKeyTimes }: Pick<Settings, 'rateKeyTimes'>): Rate => ({ calls: calls * rateKeyTimes, seconds });

/** Counts one call of a caller (an address or a key, hashed) and refuses it beyond the rate. */
export type CountCall = (bucket: RateBucket, rate: Rate, caller: string) => Promise<void>;

/** The count is the database's, so that every instance sees the same. Calls that arrive together are counted by one statement, each at its own place in the window. */
export function openRates(db: Queries, clock: Clock): CountCall {
  const count = counting(db);
  const place = together((windows: readonly Window[]) => placesOf(count, windows));
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

/** The statement every call goes through, prepared once: adds calls to their windows and answers the counts. */
const counting = (db: Queries) =>
  db
    .insert(rateCounters)
    .select(
      sql`select bucket, caller, to_timestamp(start / 1000.0), count
        from unnest(${sql.placeholder('buckets')}::text[], ${sql.placeholder('callers')}::text[], ${sql.placeholder('starts')}::bigint[], ${sql.placeholder('counts')}::int[]) as call (bucket, caller, start, count)`,
    )
    .onConflictDoUpdate({
      target: [rateCounters.bucket, rateCounters.caller, rateCounters.windowStart],
      set: { count: sql`${rateCounters.count} + excluded.count` },
    })
    .returning()
    .prepare('count-calls');

const nameOf = ({ bucket, caller, start }: Window): string => `${bucket} ${caller} ${start}`;

/** The place of each call in its window, from 1. */
async function placesOf(statement: ReturnType<typeof counting>, windows: readonly Window[]): Promise<number[]> {
  const calls = new Map<string, Window & { count: number }>();
  for (const window of windows) calls.set(nameOf(window), { ...window, count: (calls.get(nameOf(window))?.count ?? 0) + 1 });
  // Always in the same order, so that two instances never wait for each other.
  const sorted = [...calls].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, window]) => window);
  const rows = await statement.execute({
    buckets: sorted.map(({ bucket }) => bucket),
    callers: sorted.map(({ caller }) => caller),
    starts: sorted.map(({ start }) => String(start)),
    counts: sorted.map(({ count }) => count),
  });
  const before = new Map(
    rows.map(({ bucket, caller, windowStart, count }) => {
      const name = nameOf({ bucket: bucket as RateBucket, caller, start: windowStart.getTime() });
      return [name, count - (calls.get(name)?.count ?? 0)];
    }),
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
