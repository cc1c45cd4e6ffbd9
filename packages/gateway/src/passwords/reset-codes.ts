import { randomBytes, randomUUID } from 'node:crypto';
import type { SentCode } from '@bhxh-kit/contract';
import { oneTimeCodeOfBytes } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { ONE_TIME_CODE_MINUTES, ONE_TIME_CODE_PAUSE, tryOneTimeCode } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { accountCodeMessage } from '../accounts/account-code-message.js';
import type { CodeContact } from '../accounts/code-contact.js';
import { pauseAfter } from '../accounts/lockout.js';
import { after, type Clock } from '../clock/clock.js';
import { codeDigits, codeRefused, tooSoon, tryRefused } from '../codes/code-refusals.js';
import { putting } from '../outbox/outbox.js';
import { type Secrets, sameDigest } from '../secrets/secrets.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { isId } from '../storage/ids.js';
import { passwordResets } from '../storage/passwords-schema.js';

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** Where a code goes, and whose password it sets. */
export interface Reached extends CodeContact {
  readonly accountId: string;
  readonly locale: 'vi' | 'en';
}

/** Who asks, as fingerprints: of number and contact together, and of the number. */
export interface Asking {
  readonly askedMac: string;
  readonly personMac: string;
}

const DAY = 86_400_000;

const later = (moment: Date, seconds: number): string => after(moment, seconds * 1000).toISOString();
const macOf = (secrets: Secrets, id: string, code: string): string => secrets.mac('code', 'reset', id, code);

/** Seconds until the next code after so many in a day: a minute, then longer each time, so that nobody's telephone rings all night. */
const pauseOf = (sent: number): number => Math.max(ONE_TIME_CODE_PAUSE, pauseAfter(sent));

/**
 * Sends a code, or nothing where nobody is reached: a row, a sealed message and an answer come of it either way, by the same statements. `typed` is the contact as it was
 * given: what is sealed in its place is about as long. Too soon is told by number and contact alone, whoever they belong to.
 */
export async function sendResetCode(tx: Queries, asking: Asking, reached: Reached | undefined, typed: string, { clock, secrets }: Needs): Promise<SentCode> {
  const { askedMac } = asking;
  await tx.execute(sql`select pg_advisory_xact_lock(${BigInt.asIntN(64, BigInt(`0x${askedMac.slice(0, 16)}`)).toString()}::bigint)`);
  const now = clock.now();
  const sent = await tx
    .select({ sentAt: passwordResets.sentAt })
    .from(passwordResets)
    .where(and(eq(passwordResets.askedMac, askedMac), gt(passwordResets.sentAt, after(now, -DAY))))
    .orderBy(desc(passwordResets.sentAt));
  const sendAgainAt = sent[0] && after(sent[0].sentAt, pauseOf(sent.length) * 1000);
  if (sendAgainAt && sendAgainAt > now) throw tooSoon(sendAgainAt, now);
  const id = randomUUID();
  const code = oneTimeCodeOfBytes(randomBytes(8));
  const expiresAt = later(now, ONE_TIME_CODE_MINUTES * 60);
  const { accountId, locale, ...contact } = reached ?? { accountId: null, locale: 'vi' as const, channel: 'sms' as const, to: typed };
  const message = { ...contact, ...accountCodeMessage('reset-password', code, locale, contact.channel) };
  const codeMac = macOf(secrets, id, code);
  await inOneStatement(tx, [
    tx.insert(passwordResets).values({ id, ...asking, accountId, codeMac: reached ? codeMac : null, sentAt: now }),
    ...putting(tx, { notice: 'password-code', messages: [message], until: new Date(expiresAt), toNobody: !reached }, { clock, secrets }),
  ]);
  return { codeId: id, sentAt: now.toISOString(), expiresAt, sendAgainAt: later(now, pauseOf(sent.length + 1)) };
}

/** What a code was asked with, number and contact, whether or not they are anybody's: all codes of both are guessed at together. Nothing of one that was never asked for. */
export async function askedWith(db: Queries, { codeId, personMac }: { readonly codeId: string; readonly personMac: string }): Promise<string | undefined> {
  if (!isId(codeId)) return undefined;
  const [row] = await db
    .select({ askedMac: passwordResets.askedMac })
    .from(passwordResets)
    .where(and(eq(passwordResets.id, codeId), eq(passwordResets.personMac, personMac)));
  return row?.askedMac;
}

/**
 * Whose password a code sets. Every try is counted before the answer; a right one changes nothing yet, so that another password can be chosen with it.
 * An unknown code, and one that was sent to nobody, are answered like any other.
 */
export async function tryResetCode(
  db: Queries,
  { codeId, oneTimeCode, personMac }: { readonly codeId: string; readonly oneTimeCode: string; readonly personMac: string },
  { clock, secrets }: Needs,
): Promise<string> {
  const digits = codeDigits(oneTimeCode);
  if (!isId(codeId)) throw codeRefused('one-time-code.expired');
  const found = await db.transaction(async (tx) => {
    const its = and(eq(passwordResets.id, codeId), eq(passwordResets.personMac, personMac));
    const [row] = await tx.select().from(passwordResets).where(its).for('update');
    if (!row) return undefined;
    const right = row.codeMac !== null && sameDigest(row.codeMac, macOf(secrets, row.id, digits));
    const code = { sentAt: row.sentAt.toISOString(), tries: row.tries, confirmedAt: row.confirmedAt?.toISOString() };
    const tried = tryOneTimeCode(code, right, clock.now().toISOString());
    await tx.update(passwordResets).set({ tries: tried.code.tries }).where(eq(passwordResets.id, codeId));
    return { tried, accountId: row.accountId };
  });
  const { tried, accountId } = found ?? {};
  if (tried?.ok && accountId) return accountId;
  throw tryRefused(tried);
}

/** Uses a code up; of two at once one does. */
export async function spendResetCode(tx: Queries, codeId: string, clock: Clock): Promise<void> {
  const spent = await tx
    .update(passwordResets)
    .set({ confirmedAt: clock.now() })
    .where(and(eq(passwordResets.id, codeId), isNull(passwordResets.confirmedAt)))
    .returning({ id: passwordResets.id });
  if (spent.length === 0) throw codeRefused('one-time-code.expired');
}

/** Forgets what is not counted any more. */
export async function forgetResets(db: Queries, clock: Clock): Promise<void> {
  await db.delete(passwordResets).where(lt(passwordResets.sentAt, after(clock.now(), -DAY)));
}
