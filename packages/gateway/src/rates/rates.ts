import type { RateBucket } from '@bhxh-kit/contract';
import { lt, sql } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import type { Rate } from '../settings/settings-table.js';
import type { Settings } from '../settings/settings.js';
import { rateCounters } from '../storage/schema.js';
import type { Queries } from '../storage/database.js';

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

/** Counts one call of a caller (an address, hashed) and refuses it beyond the rate. The count is the database's, so that every instance sees the same. */
export async function countCall(db: Queries, clock: Clock, bucket: RateBucket, { calls, seconds }: Rate, caller: string): Promise<void> {
  const now = clock.now();
  const windowStart = new Date(Math.floor(now.getTime() / (seconds * 1000)) * seconds * 1000);
  const [row] = await db
    .insert(rateCounters)
    .values({ bucket, caller, windowStart, count: 1 })
    .onConflictDoUpdate({ target: [rateCounters.bucket, rateCounters.caller, rateCounters.windowStart], set: { count: sql`${rateCounters.count} + 1` } })
    .returning({ count: rateCounters.count });
  if (row && row.count > calls)
    throw new Refusal('rate.limited', { retryAfter: Math.max(1, Math.ceil((after(windowStart, seconds * 1000).getTime() - now.getTime()) / 1000)) });
}

/** Forgets counts older than a day. */
export async function forgetCounts(db: Queries, clock: Clock): Promise<void> {
  await db.delete(rateCounters).where(lt(rateCounters.windowStart, after(clock.now(), -86_400_000)));
}
