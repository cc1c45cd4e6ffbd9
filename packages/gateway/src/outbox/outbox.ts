import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNotNull, isNull, lte, type SQLWrapper, sql } from 'drizzle-orm';
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

/**
 * Delivers a message: to a telephone company, a mail server, or the sandbox's record. Rejects when it should be tried again.
 * The signal ends a delivery that takes longer than 15 seconds, or longer than a stopping gateway waits: nobody listens to the answer after that.
 */
export interface Carrier {
  /** The channels it has; both unless told. What it has not waits in the outbox. */
  readonly channels?: readonly Message['channel'][];
  carry(message: Message, signal: AbortSignal): Promise<void>;
}

interface Outbox {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** Messages of one cause. */
export interface Posting {
  readonly notice: string;
  readonly declarationId?: string | undefined;
  readonly messages: readonly Omit<Message, 'id'>[];
  /** After this moment they are of no use to anybody, and are not sent. */
  readonly until?: Date | undefined;
  /** Written, sealed and weighed like any other and delivered to nobody: so that the work does not tell whether there was somebody to write to. */
  readonly toNobody?: boolean | undefined;
  /** The officer's act they tell of, with the end of its minute: until then it can be undone, and they with it. */
  readonly act?: { readonly id: string; readonly undoUntil: Date } | undefined;
}

/** The writes that put messages out, for the transaction that causes them (R12). */
export function putting(tx: Queries, { notice, declarationId, messages, until, toNobody, act }: Posting, { clock, secrets }: Outbox): SQLWrapper[] {
  const now = clock.now();
  const rows = messages.map(({ channel, ...content }) => {
    const id = randomUUID();
    const sealed = secrets.sealJson('message', id, content);
    return {
      id,
      declarationId: declarationId ?? null,
      channel,
      notice,
      sealed,
      createdAt: now,
      nextAttemptAt: act?.undoUntil ?? now,
      actId: act?.id ?? null,
      until: toNobody ? now : (until ?? null),
      deliveredAt: toNobody ? now : null,
    };
  });
  return rows.length > 0 ? [tx.insert(outbox).values(rows)] : [];
}

/** Takes back what was not yet delivered of a declaration. */
export async function takeBack(tx: Queries, declarationId: string): Promise<void> {
  await tx.delete(outbox).where(and(eq(outbox.declarationId, declarationId), isNull(outbox.deliveredAt)));
}

/** Takes back what an act has put out. Answers whether all of it was still here: what a worker has begun to deliver is not. */
export async function takeBackOf(tx: Queries, declarationId: string, actId: string): Promise<boolean> {
  const its = and(eq(outbox.declarationId, declarationId), eq(outbox.actId, actId));
  const rows = await tx.select({ attempts: outbox.attempts }).from(outbox).where(its).for('update');
  if (rows.some(({ attempts }) => attempts > 0)) return false;
  await tx.delete(outbox).where(its);
  return true;
}

/** Messages one worker takes at a time. */
export const BATCH = 20;
/** Milliseconds one delivery may take. */
export const LONGEST_DELIVERY = 15_000;
/** While one worker carries its messages, one after the other, no other takes them: longer than the whole batch may take. A worker that died gives them back this way. */
export const HELD = BATCH * LONGEST_DELIVERY + 60_000;

/**
 * After so many attempts a message is given up: about four days at the pauses of `pauseAfter`, longer than a weekend with the webhook down.
 * It stays in the outbox, sealed, until the operator has it tried again or its declaration is cancelled.
 */
export const ATTEMPTS = 100;

/** What came of one run. */
export interface Delivery {
  readonly delivered: number;
  /** Not delivered in this run, those given up included. */
  readonly failed: number;
  /** Ids of the messages given up in this run. */
  readonly givenUp: readonly string[];
}

/** Delivers what is due, until the signal. At least once: a message is marked after the carrier has it, and its content is erased then. */
export async function deliverDue(
  db: Queries,
  carrier: Carrier,
  { clock, secrets, signal }: Outbox & { readonly signal?: AbortSignal | undefined },
): Promise<Delivery> {
  await dropLate(db, clock);
  const claimed = await claim(db, clock, carrier.channels);
  const givenUp: string[] = [];
  let delivered = 0;
  for (const [at, row] of claimed.entries()) {
    if (signal?.aborted) {
      await giveBack(db, claimed.slice(at), clock);
      return { delivered, failed: at - delivered, givenUp };
    }
    try {
      await carried(carrier, messageOf(row, secrets), signal);
      await db.update(outbox).set({ deliveredAt: clock.now(), sealed: null }).where(eq(outbox.id, row.id));
      delivered++;
    } catch {
      const last = row.attempts >= ATTEMPTS;
      const change = last ? { givenUpAt: clock.now() } : { nextAttemptAt: after(clock.now(), pauseAfter(row.attempts)) };
      // When even this cannot be written the row comes back by itself after HELD, and those behind it go on.
      const written = await db
        .update(outbox)
        .set(change)
        .where(eq(outbox.id, row.id))
        .then(
          () => true,
          () => false,
        );
      if (last && written) givenUp.push(row.id);
    }
  }
  return { delivered, failed: claimed.length - delivered, givenUp };
}

/** Carries one message, no longer than LONGEST_DELIVERY or the run lasts: also with a carrier that does not heed its signal. */
async function carried(carrier: Carrier, message: Message, run: AbortSignal | undefined): Promise<void> {
  const delivery = new AbortController();
  const end = () => delivery.abort();
  const ended = new Promise<never>((_, reject) => delivery.signal.addEventListener('abort', () => reject(new Error('the delivery was ended')), { once: true }));
  const timer = setTimeout(end, LONGEST_DELIVERY);
  run?.addEventListener('abort', end);
  try {
    await Promise.race([carrier.carry(message, delivery.signal), ended]);
  } finally {
    clearTimeout(timer);
    run?.removeEventListener('abort', end);
  }
}

/** Messages not begun are as they were, so that another instance takes them at once. */
async function giveBack(db: Queries, rows: readonly Row[], clock: Clock): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} - 1`, nextAttemptAt: clock.now() })
    .where(inArray(outbox.id, ids));
}

type Row = typeof outbox.$inferSelect;

/** Throws when the row cannot be read. */
function messageOf({ id, channel, sealed }: Row, secrets: Secrets): Message {
  if (!sealed) throw new TypeError('an undelivered message without content');
  return { id, channel: channel as Message['channel'], ...secrets.openJson<Omit<Message, 'id' | 'channel'>>('message', id, sealed) };
}

/** Deletes what nobody can use any more, e.g. a code that is too old. */
async function dropLate(db: Queries, clock: Clock): Promise<void> {
  await db.delete(outbox).where(and(isNotNull(outbox.until), lte(outbox.until, clock.now())));
}

/** In the order they were put out, which an update does not answer in: of two codes or notices to one person the later one must arrive last. */
async function claim(db: Queries, clock: Clock, channels: Carrier['channels']): Promise<Row[]> {
  return db.transaction(async (tx) => {
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(undelivered, lte(outbox.nextAttemptAt, clock.now()), channels && inArray(outbox.channel, [...channels])))
      .orderBy(outbox.nextAttemptAt, outbox.ordinal)
      .limit(BATCH)
      .for('update', { skipLocked: true });
    if (due.length === 0) return [];
    const claimed = await tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, nextAttemptAt: after(clock.now(), HELD) })
      .where(
        inArray(
          outbox.id,
          due.map(({ id }) => id),
        ),
      )
      .returning();
    return claimed.sort((one, other) => one.ordinal - other.ordinal);
  });
}

/** 30 seconds, doubling, one hour at most. */
const pauseAfter = (attempts: number): number => Math.min(3_600_000, 30_000 * 2 ** Math.min(attempts - 1, 10));

const undelivered = and(isNull(outbox.deliveredAt), isNull(outbox.givenUpAt));

/** Messages not yet delivered and not given up. */
export async function waiting(db: Queries): Promise<number> {
  return db.$count(outbox, undelivered);
}

/** Messages given up and kept. */
export async function givenUp(db: Queries): Promise<number> {
  return db.$count(outbox, isNotNull(outbox.givenUpAt));
}

/** Deletes every message about declarations, delivered, given up or waiting. */
export async function removeOf(tx: Queries, declarationIds: readonly string[]): Promise<void> {
  await tx.delete(outbox).where(inArray(outbox.declarationId, [...declarationIds]));
}
