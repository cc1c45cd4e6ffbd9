import { eq, lte } from 'drizzle-orm';
import type { Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import { spentChallenges } from '../storage/codes-schema.js';
import type { Queries } from '../storage/database.js';
import type { Answered } from './challenge.js';

/**
 * Uses a challenge up for one call. The same call again (`by`) is let through, another one is refused. In the transaction of a write it is given back with everything else when
 * the write is refused: who corrects a field has not to be asked again.
 */
export async function spend(db: Queries, { id, expiresAt }: Answered, by: string): Promise<void> {
  const [spent] = await db.insert(spentChallenges).values({ id, by, expiresAt }).onConflictDoNothing().returning({ id: spentChallenges.id });
  if (spent) return;
  const [before] = await db.select({ by: spentChallenges.by }).from(spentChallenges).where(eq(spentChallenges.id, id));
  if (before?.by !== by) throw new Refusal('challenge.refused');
}

/** Forgets challenges that would be over anyway. */
export async function forgetSpent(db: Queries, clock: Clock): Promise<void> {
  await db.delete(spentChallenges).where(lte(spentChallenges.expiresAt, clock.now()));
}
