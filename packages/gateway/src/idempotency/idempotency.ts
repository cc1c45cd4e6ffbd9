import { eq, lt, sql, type SQLWrapper } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import type { Secrets } from '../secrets/secrets.js';
import { inOneStatement, type Queries, rawRows } from '../storage/database.js';
import { idempotency } from '../storage/schema.js';

/** How long an answer can be asked for again. */
const KEPT = 24 * 3_600_000;

/** One logical write: its key, and a fingerprint of everything it asks for. */
export interface Write {
  readonly operation: string;
  readonly key: string;
  readonly body: unknown;
}

/**
 * Does a write once. Its answer is stored, sealed, in the transaction of the write: either both are there after a crash or neither.
 * The same key with the same body gets the stored answer; with another body `request.key-reused`; while the first is still at work `request.still-running`.
 * What the write pushes to `last` is run as one statement with the storing of the answer.
 * A refused write stores nothing, so that the same key can carry the corrected request.
 */
export async function once<Answer>(
  { db, clock, secrets }: { readonly db: Queries; readonly clock: Clock; readonly secrets: Secrets },
  { operation, key, body }: Write,
  write: (tx: Queries, last: SQLWrapper[]) => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly replayed: boolean }> {
  const keyHash = secrets.mac('fingerprint', operation, key);
  const fingerprint = secrets.mac('fingerprint', operation, JSON.stringify(body));
  return db.transaction(async (tx) => {
    await takeKey(tx, keyHash);
    const [stored] = await tx.select().from(idempotency).where(eq(idempotency.keyHash, keyHash));
    if (stored && stored.expiresAt > clock.now()) {
      if (stored.fingerprint !== fingerprint) throw new Refusal('request.key-reused');
      return { answer: secrets.openJson<Answer>('answer', keyHash, stored.answer), replayed: true };
    }
    const last: SQLWrapper[] = [];
    const answer = await write(tx, last);
    const row = { keyHash, fingerprint, answer: secrets.sealJson('answer', keyHash, answer), expiresAt: after(clock.now(), KEPT) };
    await inOneStatement(tx, [...last, tx.insert(idempotency).values(row).onConflictDoUpdate({ target: idempotency.keyHash, set: row })]);
    return { answer, replayed: false };
  });
}

/** A lock by the key that ends with the transaction, also when the process dies: nothing can be left "still running". */
async function takeKey(tx: Queries, keyHash: string): Promise<void> {
  const id = BigInt.asIntN(64, BigInt(`0x${keyHash.slice(0, 16)}`)).toString();
  const [row] = await rawRows(tx, sql`select pg_try_advisory_xact_lock(${id}::bigint) as taken`);
  if (!(row as { taken: boolean }).taken) throw new Refusal('request.still-running', { retryAfter: 1 });
}

/** Forgets answers nobody can ask for any more. */
export async function forgetAnswers(db: Queries, clock: Clock): Promise<void> {
  await db.delete(idempotency).where(lt(idempotency.expiresAt, clock.now()));
}
