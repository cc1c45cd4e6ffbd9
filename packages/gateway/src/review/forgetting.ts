import { UNDO_WINDOW } from '@bhxh-kit/domain';
import { and, eq, isNotNull, lte, sql } from 'drizzle-orm';
import { drop } from '../accounts/sent-codes.js';
import { record } from '../audit/audit.js';
import { after, type Clock } from '../clock/clock.js';
import { takeBack } from '../outbox/outbox.js';
import * as photographRows from '../photographs/photographs-repository.js';
import type { Queries } from '../storage/database.js';
import { declarationMarks, reviewActs, reviewLeases } from '../storage/review-schema.js';
import { declarations } from '../storage/schema.js';

/** Deletes what the officers' work keeps of a person: the fingerprints, the words to them, what an undo would put back, the code. That there were acts stays. */
export async function forgetReview(tx: Queries, declarationId: string): Promise<void> {
  await tx.delete(declarationMarks).where(eq(declarationMarks.declarationId, declarationId));
  await tx.update(reviewActs).set({ sealed: null }).where(eq(reviewActs.declarationId, declarationId));
  await drop(tx, { purpose: 'correction', subject: declarationId });
}

/** Deletes what the people of rejected declarations gave, once the time for correcting is over (O4); answers how many. */
export async function forgetRejected(db: Queries, clock: Clock): Promise<number> {
  for (let forgotten = 0; ; forgotten++) if (!(await forgetNext(db, clock))) return forgotten;
}

async function forgetNext(db: Queries, clock: Clock): Promise<boolean> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const [row] = await tx
      .select()
      .from(declarations)
      .where(and(eq(declarations.status, 'rejected'), lte(declarations.correctableUntil, now), isNotNull(declarations.sealed)))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return false;
    await tx.update(declarations).set({ sealed: null, emptiedAt: now }).where(eq(declarations.id, row.id));
    await forgetReview(tx, row.id);
    await photographRows.removeOfDeclaration(tx, row.id);
    await takeBack(tx, row.id);
    await record(tx, clock, { act: 'correction-over', subject: row.reference, actor: 'clock' });
    return true;
  });
}

/** Forgets what an undo would have put back, once the minute is over: an account as it was before is nobody's to keep. */
export async function forgetRestoring(db: Queries, clock: Clock): Promise<void> {
  await db
    .update(reviewActs)
    .set({ sealed: null })
    // Written out, as in the index: a parameter would not let the planner know that they are the same.
    .where(and(sql`${reviewActs.act} = 'approve'`, isNotNull(reviewActs.sealed), lte(reviewActs.at, after(clock.now(), -UNDO_WINDOW))));
}

/** Forgets who had what open. */
export async function forgetLeases(db: Queries, clock: Clock): Promise<void> {
  await db.delete(reviewLeases).where(lte(reviewLeases.until, clock.now()));
}
