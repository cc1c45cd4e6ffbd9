import { randomBytes, randomUUID } from 'node:crypto';
import type { SentAccountCode } from '@bhxh-kit/contract';
import { oneTimeCodeOfBytes } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { ONE_TIME_CODE_MINUTES, ONE_TIME_CODE_PAUSE, sendOneTimeCode, tryOneTimeCode } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import { and, desc, eq, gt, lt } from 'drizzle-orm';
import { record } from '../audit/audit.js';
import { after, type Clock } from '../clock/clock.js';
import { codeDigits, codeRefused, tooSoon, tryRefused } from '../codes/code-refusals.js';
import { Refusal } from '../http/refusal.js';
import { putting } from '../outbox/outbox.js';
import { type Secrets, sameDigest } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import { accountCodes } from '../storage/codes-schema.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { isId } from '../storage/ids.js';
import { accountCodeMessage } from './account-code-message.js';
import { lockAccount, profileOf } from './accounts-repository.js';
import { codeContact, maskedContact } from './code-contact.js';

/** What a code to the registered contact of an account opens: signing in on another device (A5), another password (A4, A6), another contact (A4), one more passkey (A7). */
export type AccountCodePurpose = 'take-over' | 'change-password' | 'reset-password' | 'change-contact' | 'add-passkey';

export interface AccountCodeFor {
  readonly accountId: string;
  readonly purpose: AccountCodePurpose;
  /** What it is bound to besides, e.g. the hash of a ticket: for anything else it is wrong. */
  readonly boundTo?: string | undefined;
}

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'sandbox' | 'smtpHost' | 'smsUrl' | 'noticeWebhook'>;
}

const DAY = 86_400_000;
/** Codes for one purpose in a day: fifty tries at a million codes, and no telephone that rings all night. */
export const ACCOUNT_CODES_A_DAY = 10;

const later = (instant: string, seconds: number): string => new Date(Date.parse(instant) + seconds * 1000).toISOString();
const macOf = (secrets: Secrets, id: string, { accountId, purpose, boundTo = '' }: AccountCodeFor, code: string): string =>
  secrets.mac('code', 'account', id, accountId, purpose, boundTo, code);

/**
 * Sends a code to the contact that is registered at this moment: who changes the contact later changes nothing about a code that is under way (A4). Refuses with
 * `code.too-soon` within a minute of the last one for the same purpose and after ten in a day, with `code.no-contact` where nothing is registered.
 */
export async function sendAccountCode(tx: Queries, purposeOf: AccountCodeFor, { clock, secrets, settings }: Needs): Promise<SentAccountCode> {
  const { accountId, purpose } = purposeOf;
  // Those who ask at once wait for each other here, so that one of them is too soon.
  const account = await lockAccount(tx, accountId);
  const profile = account && profileOf(account, secrets);
  const contact = profile && codeContact(profile, settings);
  if (!contact) throw new Refusal('code.no-contact');
  const now = clock.now();
  const sending = sendOneTimeCode(await lastSending(tx, purposeOf, now), now.toISOString());
  if (!sending.ok) throw tooSoon(sending.sendAgainAt, now);
  const id = randomUUID();
  const code = oneTimeCodeOfBytes(randomBytes(8));
  const { sentAt } = sending.code;
  const expiresAt = later(sentAt, ONE_TIME_CODE_MINUTES * 60);
  const message = { ...contact, ...accountCodeMessage(purpose, code, profile.locale ?? 'vi', contact.channel) };
  await inOneStatement(tx, [
    tx.insert(accountCodes).values({ id, accountId, purpose, codeMac: macOf(secrets, id, purposeOf, code), sentAt: now }),
    ...putting(tx, { notice: 'account-code', messages: [message], until: new Date(expiresAt) }, { clock, secrets }),
  ]);
  await record(tx, clock, { act: 'account-code-sent', subject: accountId, actor: 'person' });
  return { codeId: id, sentTo: maskedContact(contact.to), sentAt, expiresAt, sendAgainAt: later(sentAt, ONE_TIME_CODE_PAUSE) };
}

/** The last code for the purpose. Refuses when there were too many in the day before. */
async function lastSending(tx: Queries, { accountId, purpose }: AccountCodeFor, now: Date): Promise<{ readonly sentAt: string } | undefined> {
  const sent = await tx
    .select({ sentAt: accountCodes.sentAt })
    .from(accountCodes)
    .where(and(eq(accountCodes.accountId, accountId), eq(accountCodes.purpose, purpose), gt(accountCodes.sentAt, after(now, -DAY))))
    .orderBy(desc(accountCodes.sentAt))
    .limit(ACCOUNT_CODES_A_DAY);
  const tenth = sent[ACCOUNT_CODES_A_DAY - 1]?.sentAt;
  if (tenth) throw tooSoon(after(tenth, DAY), now);
  return sent[0] && { sentAt: sent[0].sentAt.toISOString() };
}

/**
 * Takes a code, once. Every try is counted before the answer, in a transaction of its own: not to be called inside one that may be rolled back.
 * Refuses with `code.refused` and the fault of `/oneTimeCode`; a code of another account, purpose or ticket is like one that is over.
 */
export async function tryAccountCode(
  db: Queries,
  { codeId, oneTimeCode, ...purposeOf }: AccountCodeFor & { readonly codeId: string; readonly oneTimeCode: string },
  { clock, secrets }: Pick<Needs, 'clock' | 'secrets'>,
): Promise<void> {
  const { accountId, purpose } = purposeOf;
  const digits = codeDigits(oneTimeCode);
  if (!isId(codeId)) throw codeRefused('one-time-code.expired');
  const tried = await db.transaction(async (tx) => {
    const its = and(eq(accountCodes.id, codeId), eq(accountCodes.accountId, accountId), eq(accountCodes.purpose, purpose));
    const [row] = await tx.select().from(accountCodes).where(its).for('update');
    if (!row) return undefined;
    const right = sameDigest(row.codeMac, macOf(secrets, row.id, purposeOf, digits));
    const code = { sentAt: row.sentAt.toISOString(), tries: row.tries, confirmedAt: row.confirmedAt?.toISOString() };
    const outcome = tryOneTimeCode(code, right, clock.now().toISOString());
    await tx
      .update(accountCodes)
      .set({ tries: outcome.code.tries, ...(outcome.ok && { confirmedAt: clock.now() }) })
      .where(eq(accountCodes.id, codeId));
    if (!outcome.ok) await record(tx, clock, { act: 'account-code-refused', subject: accountId, actor: 'person' });
    return outcome;
  });
  if (tried?.ok) return;
  throw tryRefused(tried);
}

/** Forgets codes that are not counted any more. */
export async function forgetAccountCodes(db: Queries, clock: Clock): Promise<void> {
  await db.delete(accountCodes).where(lt(accountCodes.sentAt, after(clock.now(), -DAY)));
}
