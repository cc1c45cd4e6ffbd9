import { and, eq, isNull, lt, lte, or } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import type { Queries } from '../storage/database.js';
import { signInFailures } from '../storage/schema.js';

/** Wrong passwords in a row before the first pause. */
export const FREE_TRIES = 5;
const FORGOTTEN_AFTER = 24 * 3_600_000;

/** Seconds of pause after so many failures: half a minute, doubling, one hour at most. */
export const pauseAfter = (failures: number): number => (failures < FREE_TRIES ? 0 : Math.min(3_600, 30 * 2 ** Math.min(failures - FREE_TRIES, 10)));

/**
 * Counts a try before the password is looked at, so that a hundred tries at once are a hundred, or refuses it while the number is locked (A1).
 * It is the same for a number nobody has.
 */
export async function beginTry(db: Queries, clock: Clock, personMac: string): Promise<void> {
  const now = clock.now();
  const locked = await db.transaction(async (tx) => {
    await tx.insert(signInFailures).values({ personMac, failures: 0, lastAt: now }).onConflictDoNothing();
    const [row] = await tx.select().from(signInFailures).where(eq(signInFailures.personMac, personMac)).for('update');
    if (row?.lockedUntil && row.lockedUntil > now) return row.lockedUntil;
    const failures = (row && after(row.lastAt, FORGOTTEN_AFTER) > now ? row.failures : 0) + 1;
    const pause = pauseAfter(failures);
    await tx
      .update(signInFailures)
      .set({ failures, lastAt: now, lockedUntil: pause > 0 ? after(now, pause * 1000) : null })
      .where(eq(signInFailures.personMac, personMac));
    return undefined;
  });
  if (locked) throw new Refusal('session.locked', { retryAfter: Math.ceil((locked.getTime() - now.getTime()) / 1000) });
}

/** A right password ends the count. */
export async function endTries(db: Queries, personMac: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.personMac, personMac));
}

/** Forgets counts that no longer matter. */
export async function forgetTries(db: Queries, clock: Clock): Promise<void> {
  const now = clock.now();
  await db
    .delete(signInFailures)
    .where(and(lt(signInFailures.lastAt, after(now, -FORGOTTEN_AFTER)), or(isNull(signInFailures.lockedUntil), lte(signInFailures.lockedUntil, now))));
}
