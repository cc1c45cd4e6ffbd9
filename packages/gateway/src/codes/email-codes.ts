import { randomBytes, randomUUID } from 'node:crypto';
import type { InputOf, operations, SentCode } from '@bhxh-kit/contract';
import { parseEmail } from '@bhxh-kit/domain';
import { oneTimeCodeOfBytes } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { EMAIL_CONFIRMATION_HOURS } from '@bhxh-kit/domain/one-time-code/email-code.js';
import { ONE_TIME_CODE_MINUTES, ONE_TIME_CODE_PAUSE, sendOneTimeCode, tryOneTimeCode } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { emailMac } from '../accounts/account-changes.js';
import { findByEmail, isClosed } from '../accounts/accounts-repository.js';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import { putting } from '../outbox/outbox.js';
import { newToken, type Secrets, sameDigest, tokenHash } from '../secrets/secrets.js';
import { emailCodes } from '../storage/codes-schema.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { isId } from '../storage/ids.js';
import { codeMail, takenMail } from './code-mails.js';
import { codeDigits, codeRefused, tooSoon, tryRefused } from './code-refusals.js';

interface Codes {
  readonly db: Queries;
  readonly clock: Clock;
  readonly secrets: Secrets;
}

type Asked = InputOf<typeof operations.codes.send>;

const later = (instant: string, seconds: number): string => new Date(Date.parse(instant) + seconds * 1000).toISOString();
const macOf = (secrets: Secrets, id: string, code: string): string => secrets.mac('code', 'email', id, code);

/**
 * Sends a code to an address, or, where it serves an account already, a word to its owner (R14: one address, one account). Both leave the same row, the same mail's worth of
 * work and the same answer. A child's code goes to its guardian, whose account the address may serve (R16).
 */
export async function sendCode({ email: typed, subject, locale }: Asked, { db, clock, secrets }: Codes): Promise<SentCode> {
  const email = parseEmail(typed);
  if (!email.ok) throw new Refusal('code.invalid', { fieldErrors: [{ pointer: '/email', code: email.code, facts: { ...email.facts } }] });
  const mac = emailMac(secrets, email.value);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${BigInt.asIntN(64, BigInt(`0x${mac.slice(0, 16)}`)).toString()}::bigint)`);
    const [last] = await tx
      .select({ sentAt: emailCodes.sentAt })
      .from(emailCodes)
      .where(eq(emailCodes.emailMac, mac))
      .orderBy(desc(emailCodes.sentAt))
      .limit(1);
    const now = clock.now();
    const sending = sendOneTimeCode(last && { sentAt: last.sentAt.toISOString() }, now.toISOString());
    if (!sending.ok) throw tooSoon(sending.sendAgainAt, now);
    const owner = subject === 'child' ? undefined : await findByEmail(tx, mac);
    const taken = owner !== undefined && !isClosed(owner, now);
    const id = randomUUID();
    const code = oneTimeCodeOfBytes(randomBytes(8));
    const { sentAt } = sending.code;
    const expiresAt = later(sentAt, ONE_TIME_CODE_MINUTES * 60);
    const row = { id, emailMac: mac, subject, codeMac: taken ? null : macOf(secrets, id, code), sentAt: now };
    const mail = { channel: 'email' as const, to: email.value, ...(taken ? takenMail(locale) : codeMail(code, locale)) };
    await inOneStatement(tx, [
      tx.insert(emailCodes).values(row),
      ...putting(tx, { notice: 'email-code', messages: [mail], until: new Date(expiresAt) }, { clock, secrets }),
    ]);
    return { codeId: id, sentAt, expiresAt, sendAgainAt: later(sentAt, ONE_TIME_CODE_PAUSE) };
  });
}

/** Confirms an address with its code. Every try is counted before the answer, whatever comes of it. */
export async function confirmCode(
  { codeId, oneTimeCode }: { codeId: string; oneTimeCode: string },
  { db, clock, secrets }: Codes,
): Promise<{ emailConfirmation: string; until: string }> {
  const digits = codeDigits(oneTimeCode);
  if (!isId(codeId)) throw codeRefused('one-time-code.expired');
  const emailConfirmation = newToken();
  const tried = await db.transaction(async (tx) => {
    const [row] = await tx.select().from(emailCodes).where(eq(emailCodes.id, codeId)).for('update');
    if (!row) return undefined;
    const right = row.codeMac !== null && sameDigest(row.codeMac, macOf(secrets, row.id, digits));
    const code = { sentAt: row.sentAt.toISOString(), tries: row.tries, confirmedAt: row.confirmedAt?.toISOString() };
    const outcome = tryOneTimeCode(code, right, clock.now().toISOString());
    const confirmed = outcome.ok && { confirmedAt: clock.now(), confirmationHash: tokenHash(emailConfirmation) };
    await tx
      .update(emailCodes)
      .set({ tries: outcome.code.tries, ...confirmed })
      .where(eq(emailCodes.id, codeId));
    return outcome;
  });
  if (tried?.ok) return { emailConfirmation, until: later(clock.now().toISOString(), EMAIL_CONFIRMATION_HOURS * 3600) };
  throw tryRefused(tried);
}

/** Uses up the confirmation of an address, in the transaction of the declaration that carries it: it is as good as before should that not be taken. Answers whether it was good. */
export async function useConfirmation(
  tx: Queries,
  { confirmation, email, subject }: { readonly confirmation: string; readonly email: string; readonly subject: string },
  { clock, secrets }: Omit<Codes, 'db'>,
): Promise<boolean> {
  const since = after(clock.now(), -EMAIL_CONFIRMATION_HOURS * 3_600_000);
  const [row] = await tx
    .delete(emailCodes)
    .where(and(eq(emailCodes.confirmationHash, tokenHash(confirmation)), eq(emailCodes.emailMac, emailMac(secrets, email)), eq(emailCodes.subject, subject)))
    .returning({ confirmedAt: emailCodes.confirmedAt });
  return !!row?.confirmedAt && row.confirmedAt > since && row.confirmedAt <= clock.now();
}

/** Forgets codes whose confirmation would be over too. */
export async function forgetEmailCodes(db: Queries, clock: Clock): Promise<void> {
  await db.delete(emailCodes).where(lt(emailCodes.sentAt, after(clock.now(), -(EMAIL_CONFIRMATION_HOURS * 3_600_000 + ONE_TIME_CODE_MINUTES * 60_000))));
}
