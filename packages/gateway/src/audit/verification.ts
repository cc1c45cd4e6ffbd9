import { asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import type { Secrets } from '../secrets/secrets.js';
import { audit, auditSeals } from '../storage/audit-schema.js';
import type { Queries } from '../storage/database.js';
import { BEGINNING, type Entry, hashOf, type Seal } from './seals.js';

const PAGE = 5_000;
/** Milliseconds an entry may wait for its seal while the gateway runs: the job comes every few seconds. */
export const SEALED_WITHIN = 10 * 60_000;

/** What is wrong with the first row that is. `auditId` names the entry, `sequence` its place in the chain. */
export interface Broken {
  readonly what: 'changed' | 'deleted' | 'inserted' | 'unsealed' | 'seal-missing' | 'cut-off' | 'other-chain';
  readonly sequence?: number;
  readonly auditId?: number;
}

/** What a walk over the chain found. */
export interface Verdict {
  /** Entries whose seal is right, up to the first that is not. */
  readonly sealed: number;
  /** Entries written moments ago, which the next run of the job seals. */
  readonly waiting: number;
  readonly broken?: Broken;
}

/** A seal that was kept elsewhere. */
export type KnownHead = Pick<Seal, 'sequence' | 'hash'>;

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** The chain must still have this seal: so the end cannot have been cut off. */
  readonly head?: KnownHead | undefined;
}

/** Walks the chain from its beginning and stops at the first row that is not as it was sealed, then looks for entries that have no seal. */
export async function verifyAudit(db: Queries, { clock, secrets, head }: Needs): Promise<Verdict> {
  const order = new ArrivalOrder();
  let previous: Pick<Seal, 'sequence' | 'hash'> = { sequence: 0, hash: BEGINNING };
  for (;;) {
    const page = await sealsAfter(db, previous.sequence);
    for (const { seal, entry } of page) {
      const what = wrongWith(seal, entry, previous, { order, secrets, head });
      if (what)
        return { sealed: previous.sequence, waiting: 0, broken: { what, ...(what === 'seal-missing' ? { sequence: previous.sequence + 1 } : placeOf(seal)) } };
      previous = seal;
    }
    if (page.length < PAGE) break;
  }
  if (head && head.sequence > previous.sequence) return { sealed: previous.sequence, waiting: 0, broken: { what: 'cut-off', sequence: previous.sequence + 1 } };
  return { sealed: previous.sequence, ...(await unsealed(db, clock)) };
}

const placeOf = ({ sequence, auditId }: Seal) => ({ sequence, auditId });

function wrongWith(
  seal: Seal,
  entry: Entry | null,
  previous: Pick<Seal, 'sequence' | 'hash'>,
  { order, secrets, head }: { readonly order: ArrivalOrder; readonly secrets: Secrets; readonly head: KnownHead | undefined },
): Broken['what'] | undefined {
  if (seal.sequence !== previous.sequence + 1) return 'seal-missing';
  if (!entry) return 'deleted';
  if (seal.hash !== hashOf(previous.hash, seal, entry, secrets)) return 'changed';
  if (head?.sequence === seal.sequence && head.hash !== seal.hash) return 'other-chain';
  return order.cameTooLate(seal) ? 'inserted' : undefined;
}

async function sealsAfter(db: Queries, sequence: number): Promise<{ seal: Seal; entry: Entry | null }[]> {
  return db
    .select({ seal: auditSeals, entry: audit })
    .from(auditSeals)
    .leftJoin(audit, eq(audit.id, auditSeals.auditId))
    .where(gt(auditSeals.sequence, sequence))
    .orderBy(asc(auditSeals.sequence))
    .limit(PAGE);
}

/** Entries that no seal covers: of moments ago they wait, others were put in beside the gateway, or nothing seals. */
async function unsealed(db: Queries, clock: Clock): Promise<{ waiting: number; broken?: Broken }> {
  const settled = after(clock.now(), -SEALED_WITHIN);
  const rows = await db
    .select({
      id: audit.id,
      at: audit.at,
      passed: sql<boolean>`exists (select 1 from ${auditSeals} later where later.audit_id > ${audit.id} and later.sealed_at < ${settled.toISOString()}::timestamptz)`,
    })
    .from(audit)
    .leftJoin(auditSeals, eq(auditSeals.auditId, audit.id))
    .where(isNull(auditSeals.sequence))
    .orderBy(asc(audit.id))
    .limit(PAGE);
  const wrong = rows.find(({ at, passed }) => passed || at < settled);
  return { waiting: rows.length, ...(wrong && { broken: { what: wrong.passed ? 'inserted' : 'unsealed', auditId: wrong.id } }) };
}

/**
 * Numbers are given in order and sealed within minutes. A number far behind those sealed long before its own seal was not given then:
 * its entry was put in later, between others.
 */
class ArrivalOrder {
  readonly #recent: { readonly sealedAt: Date; highest: number }[] = [];
  #settled = 0;

  cameTooLate({ auditId, sealedAt }: Seal): boolean {
    for (let first = this.#recent[0]; first && first.sealedAt < after(sealedAt, -SEALED_WITHIN); first = this.#recent[0]) {
      this.#settled = Math.max(this.#settled, first.highest);
      this.#recent.shift();
    }
    const last = this.#recent.at(-1);
    if (last?.sealedAt.getTime() === sealedAt.getTime()) last.highest = Math.max(last.highest, auditId);
    else this.#recent.push({ sealedAt, highest: auditId });
    return auditId < this.#settled;
  }
}
