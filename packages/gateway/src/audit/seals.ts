import { and, asc, desc, eq, gt, isNull, lt, max, sql } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import type { Secrets } from '../secrets/secrets.js';
import { audit, auditSeals } from '../storage/audit-schema.js';
import { type Queries, rawRows } from '../storage/database.js';

export type Entry = typeof audit.$inferSelect;
export type Seal = typeof auditSeals.$inferSelect;

/** Entries sealed in one transaction. */
const BATCH = 1_000;
/** One instance seals at a time. Any number not used elsewhere in the database. */
const SEALING_LOCK = 8_271_090_122;
/** Statements have half of it (`statement_timeout`), so one that took its number before is over after it. */
const SETTLED_AFTER = 60_000;
/** Longer than any transaction takes. */
const LONG_AGO = 3_600_000;

/** What stands before the first seal. */
export const BEGINNING = '';

/** The hash of a seal: keyed, over the hash before, its place and everything of its entry, so that neither can change alone and nobody without the secret can make another chain. */
export function hashOf(previous: string, { sequence, sealedAt }: Pick<Seal, 'sequence' | 'sealedAt'>, entry: Entry, secrets: Secrets): string {
  const { id, at, act, subject, actor, agencyCode } = entry;
  return secrets.mac('audit', previous, JSON.stringify([sequence, sealedAt.toISOString(), id, at.toISOString(), act, subject, actor, agencyCode]));
}

/** The newest seal: kept elsewhere, it proves that nothing before it was cut off or made anew. */
export async function newestSeal(db: Queries): Promise<Seal | undefined> {
  const [seal] = await db.select().from(auditSeals).orderBy(desc(auditSeals.sequence)).limit(1);
  return seal;
}

interface Sealing {
  readonly db: Queries;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** Milliseconds until entries sealed before are not looked through again. */
  readonly settledAfter?: number;
}

/**
 * Makes the job that seals. Entries are written without waiting for each other, and committed in any order: what is committed and not yet sealed is added
 * to the chain, by number. Answers how many.
 */
export function openSealing({ db, clock, secrets, settledAfter = SETTLED_AFTER }: Sealing): () => Promise<number> {
  /** Every entry up to here is sealed: none is looked for again. */
  let sealedTo: number | undefined;
  let mark: Mark | undefined;

  return async () => {
    const before = await markNow(db);
    sealedTo ??= await sealedLongAgo(db);
    let sealed = 0;
    for (;;) {
      const more = await sealNext(db, sealedTo, { clock, secrets });
      if (more === undefined) return sealed;
      sealed += more;
      if (more < BATCH) break;
    }
    // What had a number when the mark was set is in or gone by now, and so sealed.
    if (mark && before.oldestRunning >= mark.nextTransaction && performance.now() - mark.setAt > settledAfter) {
      sealedTo = mark.newestEntry;
      mark = before;
    } else mark ??= before;
    return sealed;
  };
}

/** Where a process that starts begins to look: numbers given before an entry that was sealed an hour before the last one was are in, and sealed, since. */
async function sealedLongAgo(db: Queries): Promise<number> {
  const last = await newestSeal(db);
  if (!last) return 0;
  const [row] = await db
    .select({ to: max(auditSeals.auditId) })
    .from(auditSeals)
    .where(lt(auditSeals.sealedAt, after(last.sealedAt, -LONG_AGO)));
  return row?.to ?? 0;
}

/** How far the trail and the transactions of the database were. */
interface Mark {
  readonly newestEntry: number;
  readonly oldestRunning: bigint;
  readonly nextTransaction: bigint;
  readonly setAt: number;
}

async function markNow(db: Queries): Promise<Mark> {
  const [row] = await rawRows(
    db,
    sql`select coalesce((select max(id) from ${audit}), 0)::text as newest, pg_snapshot_xmin(pg_current_snapshot())::text as oldest, pg_snapshot_xmax(pg_current_snapshot())::text as next`,
  );
  const { newest, oldest, next } = row as { newest: string; oldest: string; next: string };
  return { newestEntry: Number(newest), oldestRunning: BigInt(oldest), nextTransaction: BigInt(next), setAt: performance.now() };
}

/** Seals the next entries; nothing when another instance is at it. */
async function sealNext(db: Queries, sealedTo: number, { clock, secrets }: Pick<Sealing, 'clock' | 'secrets'>): Promise<number | undefined> {
  return db.transaction(async (tx) => {
    const [lock] = await rawRows(tx, sql`select pg_try_advisory_xact_lock(${SEALING_LOCK}::bigint) as taken`);
    if (!(lock as { taken: boolean }).taken) return undefined;
    const last = await newestSeal(tx);
    const entries = await tx
      .select({ entry: audit })
      .from(audit)
      .leftJoin(auditSeals, eq(auditSeals.auditId, audit.id))
      .where(and(gt(audit.id, sealedTo), isNull(auditSeals.sequence)))
      .orderBy(asc(audit.id))
      .limit(BATCH);
    const sealedAt = clock.now();
    let { sequence = 0, hash = BEGINNING } = last ?? {};
    const seals = entries.map(({ entry }) => {
      sequence += 1;
      hash = hashOf(hash, { sequence, sealedAt }, entry, secrets);
      return { sequence, auditId: entry.id, hash, sealedAt };
    });
    if (seals.length > 0) await tx.insert(auditSeals).values(seals);
    return seals.length;
  });
}
