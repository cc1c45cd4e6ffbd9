import { asc, count, desc, eq, gt, lt, max, sql } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import type { Secrets } from '../secrets/secrets.js';
import { audit, auditSeals } from '../storage/audit-schema.js';
import { type Queries, rawRows } from '../storage/database.js';

export type Entry = typeof audit.$inferSelect;
export type Seal = typeof auditSeals.$inferSelect;

/** Entries looked through, and sealed, in one transaction. */
const PAGE = 5_000;
/** One instance seals at a time. Any number not used elsewhere in the database. */
const SEALING_LOCK = 8_271_090_122;
/** Statements have half of it (`statement_timeout`), so one that took its number before is over after it. */
const SETTLED_AFTER = 60_000;
/**
 * Entries sealed in one run, a quarter of a minute's work: the other jobs wait for it, and so does what it passed before that was committed,
 * which `verifyAudit` takes for put in between after ten minutes.
 */
const MOST_IN_RUN = 100_000;
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
  /** Entries after which a run leaves the rest to the next. */
  readonly mostInRun?: number;
}

/**
 * Makes the job that seals. Entries are written without waiting for each other, and committed in any order: what is committed and not yet sealed is added
 * to the chain, by number. Answers how many.
 */
export function openSealing({ db, clock, secrets, settledAfter = SETTLED_AFTER, mostInRun = MOST_IN_RUN }: Sealing): () => Promise<number> {
  /** Every entry up to here is sealed: none is looked for again. */
  let sealedTo: number | undefined;
  let mark: Mark | undefined;

  return async () => {
    const before = await markNow(db);
    sealedTo ??= await sealedLongAgo(db);
    // A run goes on after what it has looked through. What is committed meanwhile with a number before that, the next run finds: it looks from `sealedTo` again.
    let lookedTo = sealedTo;
    let sealed = 0;
    for (let more = true; more && sealed < mostInRun; ) {
      const page = await sealNext(db, lookedTo, { clock, secrets });
      if (!page) return sealed;
      sealed += page.sealed;
      lookedTo = page.lookedTo;
      more = page.more;
    }
    // What had a number when the mark was set was in or gone when this run began: as far as it has looked, all of that is sealed.
    if (mark && before.oldestRunning >= mark.nextTransaction && performance.now() - mark.setAt > settledAfter) {
      sealedTo = Math.min(mark.newestEntry, lookedTo);
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

/** What came of one page. */
interface Page {
  readonly sealed: number;
  /** The number of its last entry. */
  readonly lookedTo: number;
  readonly more: boolean;
}

/** Looks through the next entries after a number and seals those that are not; nothing when another instance is at it. */
async function sealNext(db: Queries, from: number, { clock, secrets }: Pick<Sealing, 'clock' | 'secrets'>): Promise<Page | undefined> {
  return db.transaction(async (tx) => {
    const [lock] = await rawRows(tx, sql`select pg_try_advisory_xact_lock(${SEALING_LOCK}::bigint) as taken`);
    if (!(lock as { taken: boolean }).taken) return undefined;
    const last = await newestSeal(tx);
    const { looked, lookedTo, unsealed } = await lookThrough(tx, from);
    const sealedAt = clock.now();
    let { sequence = 0, hash = BEGINNING } = last ?? {};
    const seals = (await entriesOf(tx, unsealed)).map((entry) => {
      sequence += 1;
      hash = hashOf(hash, { sequence, sealedAt }, entry, secrets);
      return { sequence, auditId: entry.id, hash, sealedAt };
    });
    if (seals.length > 0) await tx.insert(auditSeals).values(seals);
    return { sealed: seals.length, lookedTo, more: looked === PAGE };
  });
}

/** The page after a number: how many entries it has, the number of the last, and those without a seal. */
async function lookThrough(tx: Queries, from: number): Promise<{ looked: number; lookedTo: number; unsealed: readonly string[] }> {
  // The seal of each by itself: joined, all seals and all entries that follow are read when the server thinks them few, as it does of what came since it last counted them.
  const seal = tx.select({ sequence: auditSeals.sequence }).from(auditSeals).where(eq(auditSeals.auditId, audit.id));
  const page = tx
    .select({ id: audit.id, seal: sql`(${seal})`.as('seal') })
    .from(audit)
    .where(gt(audit.id, from))
    .orderBy(asc(audit.id))
    .limit(PAGE)
    .as('page');
  const unsealed = sql<string[] | null>`array_agg(${page.id}::text) filter (where ${page.seal} is null)`;
  const [row] = await tx.select({ looked: count(), lookedTo: max(page.id), unsealed }).from(page);
  return { looked: row?.looked ?? 0, lookedTo: row?.lookedTo ?? from, unsealed: row?.unsealed ?? [] };
}

async function entriesOf(tx: Queries, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(audit)
    .where(sql`${audit.id} = any(${sql.param(ids)}::bigint[])`)
    .orderBy(asc(audit.id));
}
