import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, lte, type SQLWrapper, sql } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { outbox } from '../storage/schema.js';

/** One SMS or e-mail. `id` is the same at every attempt, so that a carrier can drop what it already has. */
export interface Message {
  readonly id: string;
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly subject?: string | undefined;
  readonly body: string;
}

/** Delivers a message: to a telephone company, a mail server, or the sandbox's record. Rejects when it should be tried again. */
export interface Carrier {
  carry(message: Message): Promise<void>;
}

interface Outbox {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** The writes that put messages out, for the transaction that causes them (R12). */
export function putting(
  tx: Queries,
  { notice, declarationId, messages }: { readonly notice: string; readonly declarationId: string; readonly messages: readonly Omit<Message, 'id'>[] },
  { clock, secrets }: Outbox,
): SQLWrapper[] {
  const now = clock.now();
  const rows = messages.map(({ channel, ...content }) => {
    const id = randomUUID();
    return { id, declarationId, channel, notice, sealed: secrets.sealJson('message', id, content), createdAt: now, nextAttemptAt: now };
  });
  return rows.length > 0 ? [tx.insert(outbox).values(rows)] : [];
}

/** Takes back what was not yet delivered of a declaration. */
export async function takeBack(tx: Queries, declarationId: string): Promise<void> {
  await tx.delete(outbox).where(and(eq(outbox.declarationId, declarationId), isNull(outbox.deliveredAt)));
}

const BATCH = 20;
/** While one worker carries a message, no other takes it; a worker that died gives it back this way. */
const HELD = 60_000;

/** Delivers what is due; answers how many. At least once: a message is marked after the carrier has it, and its content is erased then. */
export async function deliverDue(db: Queries, carrier: Carrier, { clock, secrets }: Outbox): Promise<{ delivered: number; failed: number }> {
  const claimed = await claim(db, clock);
  let delivered = 0;
  for (const row of claimed) {
    if (!row.sealed) continue;
    const content = secrets.openJson<Omit<Message, 'id' | 'channel'>>('message', row.id, row.sealed);
    try {
      await carrier.carry({ id: row.id, channel: row.channel as Message['channel'], ...content });
      await db.update(outbox).set({ deliveredAt: clock.now(), sealed: null }).where(eq(outbox.id, row.id));
      delivered++;
    } catch {
      await db
        .update(outbox)
        .set({ nextAttemptAt: after(clock.now(), pauseAfter(row.attempts)) })
        .where(eq(outbox.id, row.id));
    }
  }
  return { delivered, failed: claimed.length - delivered };
}

async function claim(db: Queries, clock: Clock): Promise<(typeof outbox.$inferSelect)[]> {
  return db.transaction(async (tx) => {
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(isNull(outbox.deliveredAt), lte(outbox.nextAttemptAt, clock.now())))
      .orderBy(outbox.nextAttemptAt)
      .limit(BATCH)
      .for('update', { skipLocked: true });
    if (due.length === 0) return [];
    return tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, nextAttemptAt: after(clock.now(), HELD) })
      .where(
        inArray(
          outbox.id,
          due.map(({ id }) => id),
        ),
      )
      .returning();
  });
}

/** 30 seconds, doubling, one hour at most. */
const pauseAfter = (attempts: number): number => Math.min(3_600_000, 30_000 * 2 ** Math.min(attempts - 1, 10));

/** Messages not yet delivered. */
export async function waiting(db: Queries): Promise<number> {
  return db.$count(outbox, isNull(outbox.deliveredAt));
}
