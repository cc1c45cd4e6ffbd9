import { randomBytes } from 'node:crypto';
import { CODE_LENGTH, CODE_TRIES, codeOfBytes, parseActivationCode } from '@bhxh-kit/domain';
import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import type { Clock } from '../clock/clock.js';
import { type Secrets, sameDigest } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { sentCodes } from '../storage/review-schema.js';
import { hasToWait } from './lockout.js';

/** What a code opens: the choice of an account's first password, or a rejected declaration for correcting. */
export interface Opening {
  readonly purpose: 'activation' | 'correction';
  /** The id of the account or of the declaration. */
  readonly subject: string;
}

interface Codes {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** Milliseconds between two codes for one opening: whoever asks again at once has not waited for the first message. */
const BETWEEN = 60_000;

const of = ({ purpose, subject }: Opening) => and(eq(sentCodes.purpose, purpose), eq(sentCodes.subject, subject));
const macOf = ({ secrets }: Pick<Codes, 'secrets'>, { purpose, subject }: Opening, code: string): string => secrets.mac('code', purpose, subject, code);

/** Makes a new code; the one before no longer works. Kept is only its keyed fingerprint. */
export async function issue(tx: Queries, opening: Opening, expiresAt: Date, codes: Codes): Promise<string> {
  const code = codeOfBytes(randomBytes(CODE_LENGTH));
  const row = { ...opening, mac: macOf(codes, opening, code), tries: 0, sentAt: codes.clock.now(), expiresAt };
  await tx
    .insert(sentCodes)
    .values(row)
    .onConflictDoUpdate({ target: [sentCodes.purpose, sentCodes.subject], set: row });
  return code;
}

/**
 * The same, unless the last one was sent less than a minute ago; after some in a row the pauses grow, so that nobody's telephone rings all night, and the code somebody has in hand is not
 * replaced each minute by whoever knows how they are reached.
 */
export async function issueAgain(tx: Queries, opening: Opening, expiresAt: Date, codes: Codes): Promise<string | undefined> {
  const [last] = await tx.select().from(sentCodes).where(of(opening)).for('update');
  if (last && last.sentAt.getTime() + BETWEEN > codes.clock.now().getTime()) return undefined;
  const { purpose, subject } = opening;
  const waits = await hasToWait(tx, codes.clock, codes.secrets.mac('code', 'sent again', purpose, subject));
  return waits ? undefined : issue(tx, opening, expiresAt, codes);
}

/** Whether a text is the code. The try is counted before it is looked at, so that a hundred at once are a hundred; a right one ends the count. */
export async function isCode(db: Queries, opening: Opening, text: string, codes: Codes): Promise<boolean> {
  const [row] = await db
    .update(sentCodes)
    .set({ tries: sql`${sentCodes.tries} + 1` })
    .where(and(of(opening), gt(sentCodes.expiresAt, codes.clock.now()), lt(sentCodes.tries, CODE_TRIES)))
    .returning();
  const code = parseActivationCode(text);
  const right = row !== undefined && code.ok && sameDigest(row.mac, macOf(codes, opening, code.value));
  if (right) await db.update(sentCodes).set({ tries: 0 }).where(of(opening));
  return right;
}

export async function drop(tx: Queries, opening: Opening): Promise<void> {
  await tx.delete(sentCodes).where(of(opening));
}

/** Forgets codes that open nothing any more. */
export async function forgetCodes(db: Queries, clock: Clock): Promise<void> {
  await db.delete(sentCodes).where(lte(sentCodes.expiresAt, clock.now()));
}
