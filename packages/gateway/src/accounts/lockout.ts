import { and, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import type { Queries } from '../storage/database.js';
import { signInFailures } from '../storage/schema.js';

/** Wrong passwords in a row before the first pause. */
export const FREE_TRIES = 5;
/** Failures of one address before the first pause, whatever the numbers: a school and its thousand people are often behind one. */
export const FREE_TRIES_OF_ADDRESS = 50;
/** Failures of one integrator key, whose backend can name any address: of twenty addresses. */
export const FREE_TRIES_OF_KEY = 20 * FREE_TRIES_OF_ADDRESS;
const FORGOTTEN_AFTER = 24 * 3_600_000;
/** Milliseconds after which an address is forgiven one failure. */
const FORGIVEN_EVERY = 60_000;

/** Seconds of pause after so many failures: half a minute, doubling, one hour at most. */
export const pauseAfter = (failures: number): number => (failures < FREE_TRIES ? 0 : Math.min(3_600, 30 * 2 ** Math.min(failures - FREE_TRIES, 10)));

/** Failures that still count, and since when they are counted. */
interface Count {
  readonly failures: number;
  readonly lastAt: Date;
}

/** What is counted together, and how it is forgotten. */
interface Lock {
  readonly free: number;
  readonly counting: (count: Count, now: Date) => Count;
}

const OF_NUMBER: Lock = {
  free: FREE_TRIES,
  counting: ({ failures, lastAt }, now) => ({ failures: after(lastAt, FORGOTTEN_AFTER) > now ? failures : 0, lastAt: now }),
};

/** Trickles away, one failure in so many milliseconds: people who share an address mistype a little all day, and must not add up to a lock. */
const trickling =
  (every: number): Lock['counting'] =>
  ({ failures, lastAt }, now) => {
    const forgiven = Math.max(0, Math.floor((now.getTime() - lastAt.getTime()) / every));
    return forgiven >= failures ? { failures: 0, lastAt: now } : { failures: failures - forgiven, lastAt: after(lastAt, forgiven * every) };
  };

const OF_ADDRESS: Lock = { free: FREE_TRIES_OF_ADDRESS, counting: trickling(FORGIVEN_EVERY) };
const OF_KEY: Lock = { free: FREE_TRIES_OF_KEY, counting: trickling((FORGIVEN_EVERY * FREE_TRIES_OF_ADDRESS) / FREE_TRIES_OF_KEY) };

/**
 * Counts a try before the password is looked at, so that a hundred tries at once are a hundred, or refuses it while the number is locked (A1).
 * It is the same for a number nobody has.
 */
export async function beginTry(db: Queries, clock: Clock, personMac: string): Promise<void> {
  await count(db, clock, personMac, OF_NUMBER);
}

/** Counts like a try what may come a few times in a row and then seldom. Answers whether it has to wait: then nothing is counted. */
export async function hasToWait(db: Queries, clock: Clock, key: string): Promise<boolean> {
  return (await lockedUntil(db, clock, key, OF_NUMBER)) !== undefined;
}

/** Counts a try of an address, by its fingerprint, as one that fails: a right password gives it back. Whoever tries many numbers is slowed down with all of them. */
export async function beginTryFrom(db: Queries, clock: Clock, addressMac: string): Promise<void> {
  await count(db, clock, addressMac, OF_ADDRESS);
}

/** The same of an integrator key, by its fingerprint: whoever has it cannot slip away by naming another address each time. */
export async function beginTryBy(db: Queries, clock: Clock, keyMac: string): Promise<void> {
  await count(db, clock, keyMac, OF_KEY);
}

/** A right password was no failure of its address or its key, by the fingerprint; those before it stay. */
export async function giveTryBack(db: Queries, counted: string): Promise<void> {
  await db
    .update(signInFailures)
    .set({ failures: sql`greatest(${signInFailures.failures} - 1, 0)` })
    .where(eq(signInFailures.personMac, counted));
}

async function count(db: Queries, clock: Clock, key: string, lock: Lock): Promise<void> {
  const locked = await lockedUntil(db, clock, key, lock);
  if (locked) throw new Refusal('session.locked', { retryAfter: Math.ceil((locked.getTime() - clock.now().getTime()) / 1000) });
}

/** Counts once, or answers until when nothing is counted. */
async function lockedUntil(db: Queries, clock: Clock, key: string, { free, counting }: Lock): Promise<Date | undefined> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    await tx.insert(signInFailures).values({ personMac: key, failures: 0, lastAt: now }).onConflictDoNothing();
    const [row] = await tx.select().from(signInFailures).where(eq(signInFailures.personMac, key)).for('update');
    if (row?.lockedUntil && row.lockedUntil > now) return row.lockedUntil;
    const counted = counting(row ?? { failures: 0, lastAt: now }, now);
    const failures = counted.failures + 1;
    const pause = pauseAfter(failures - free + FREE_TRIES);
    await tx
      .update(signInFailures)
      .set({ failures, lastAt: counted.lastAt, lockedUntil: pause > 0 ? after(now, pause * 1000) : null })
      .where(eq(signInFailures.personMac, key));
    return undefined;
  });
}

/** Wrong tries that still count, of a number and of an address; `waits` while either is locked. Counts none. */
export async function wrongTries(
  db: Queries,
  clock: Clock,
  { number, address }: { readonly number: string; readonly address: string },
): Promise<{ readonly number: number; readonly address: number; readonly waits: boolean }> {
  const now = clock.now();
  const rows = await db
    .select()
    .from(signInFailures)
    .where(inArray(signInFailures.personMac, [number, address]));
  const counted = (key: string, { counting }: Lock): number => {
    const row = rows.find(({ personMac }) => personMac === key);
    return row ? counting(row, now).failures : 0;
  };
  return {
    number: counted(number, OF_NUMBER),
    address: counted(address, OF_ADDRESS),
    waits: rows.some(({ lockedUntil }) => lockedUntil !== null && lockedUntil > now),
  };
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
