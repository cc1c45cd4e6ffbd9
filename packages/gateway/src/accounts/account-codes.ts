import { randomBytes, randomUUID } from 'node:crypto';
import type { SentAccountCode } from '@bhxh-kit/contract';
import { oneTimeCodeOfBytes } from '@bhxh-kit/domain/one-time-code/code-text.js';
import { ONE_TIME_CODE_MINUTES, ONE_TIME_CODE_PAUSE, oneTimeCodeState, sendOneTimeCode, tryOneTimeCode } from '@bhxh-kit/domain/one-time-code/one-time-code.js';
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
  /** What it is bound to besides, e.g. a browser: for anything else it is wrong. */
  readonly boundTo?: string | undefined;
}

/** Who asks for a code, having shown already that they may. */
export interface Asking {
  /** The browser, and whatever else the code is asked for. */
  readonly from: string;
  /** The ticket or the session. */
  readonly by: string;
}

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'sandbox' | 'smtpHost' | 'smsUrl' | 'noticeWebhook'>;
}

type CodeRow = typeof accountCodes.$inferSelect;

const DAY = 86_400_000;
/** Codes for one purpose in a day: fifty tries at a million codes, and no telephone that rings all night. */
export const ACCOUNT_CODES_A_DAY = 10;

const later = (instant: string, seconds: number): string => new Date(Date.parse(instant) + seconds * 1000).toISOString();
const macOf = (secrets: Secrets, id: string, { accountId, purpose, boundTo = '' }: AccountCodeFor, code: string): string =>
  secrets.mac('code', 'account', id, accountId, purpose, boundTo, code);

/**
 * Sends a code to the contact that is registered at this moment: who changes the contact later changes nothing about a code that is under way (A4). Whoever asks from the same browser
 * again and cannot know the last one, after a reload or an answer that was lost, is handed that one with its age and the tries it has left: the message on their telephone is good. Refuses with
 * `code.too-soon` within a minute of the last one for the same purpose and after ten in a day, with `code.no-contact` where nothing is registered.
 */
export async function sendAccountCode(
  tx: Queries,
  { asking, ...purposeOf }: AccountCodeFor & { readonly asking: Asking },
  { clock, secrets, settings }: Needs,
): Promise<SentAccountCode> {
  const { accountId, purpose } = purposeOf;
  // Those who ask at once wait for each other here, so that one of them is too soon.
  const account = await lockAccount(tx, accountId);
  const profile = account && profileOf(account, secrets);
  const contact = profile && codeContact(profile, settings);
  if (!contact) throw new Refusal('code.no-contact');
  const now = clock.now();
  const sent = await sentInADay(tx, purposeOf, now);
  const askedMac = secrets.mac('code', 'account asked', purpose, asking.from, contact.to);
  const underWay = sent[0] && isKnownNoMore(sent[0], { askedMac, by: asking.by }, now) ? sent[0] : undefined;
  if (underWay) return handTo(tx, underWay, contact.to, asking);
  const id = randomUUID();
  const code = oneTimeCodeOfBytes(randomBytes(8));
  const sentAt = momentOfNext(sent, now);
  const expiresAt = later(sentAt, ONE_TIME_CODE_MINUTES * 60);
  const message = { ...contact, ...accountCodeMessage(purpose, code, profile.locale ?? 'vi', contact.channel) };
  await inOneStatement(tx, [
    tx.insert(accountCodes).values({ id, accountId, purpose, codeMac: macOf(secrets, id, purposeOf, code), sentAt: now, askedMac, handedTo: asking.by }),
    ...putting(tx, { notice: 'account-code', messages: [message], until: new Date(expiresAt) }, { clock, secrets }),
  ]);
  await record(tx, clock, { act: 'account-code-sent', subject: accountId, actor: 'person' });
  return answerOf(id, sentAt, contact.to);
}

const answerOf = (codeId: string, sentAt: string, to: string): SentAccountCode => ({
  codeId,
  sentTo: maskedContact(to),
  sentAt,
  expiresAt: later(sentAt, ONE_TIME_CODE_MINUTES * 60),
  sendAgainAt: later(sentAt, ONE_TIME_CODE_PAUSE),
});

/**
 * Whether a code is still good and was asked from the same place by somebody who asks because they do not have its name: another ticket or session, or the same within the minute in which no
 * other is sent. Afterwards the same one asks for another.
 */
function isKnownNoMore(
  { sentAt, tries, confirmedAt, ...code }: CodeRow,
  { askedMac, by }: { readonly askedMac: string; readonly by: string },
  now: Date,
): boolean {
  const state = oneTimeCodeState({ sentAt: sentAt.toISOString(), tries, confirmedAt: confirmedAt?.toISOString() }, now.toISOString());
  return state.kind === 'sent' && code.askedMac === askedMac && (code.handedTo !== by || state.sendAgainAt !== undefined);
}

/** Neither its tries nor its time begin anew. */
async function handTo(tx: Queries, { id, sentAt }: CodeRow, to: string, { by }: Asking): Promise<SentAccountCode> {
  await tx.update(accountCodes).set({ handedTo: by }).where(eq(accountCodes.id, id));
  return answerOf(id, sentAt.toISOString(), to);
}

/** Refuses a code within a minute of the last one, and when there were too many in the day before. */
function momentOfNext(sent: readonly CodeRow[], now: Date): string {
  const tenth = sent[ACCOUNT_CODES_A_DAY - 1]?.sentAt;
  if (tenth) throw tooSoon(after(tenth, DAY), now);
  const sending = sendOneTimeCode(sent[0] && { sentAt: sent[0].sentAt.toISOString() }, now.toISOString());
  if (!sending.ok) throw tooSoon(sending.sendAgainAt, now);
  return sending.code.sentAt;
}

/** The codes for the purpose of the last day, the newest first. */
async function sentInADay(tx: Queries, { accountId, purpose }: AccountCodeFor, now: Date): Promise<CodeRow[]> {
  return tx
    .select()
    .from(accountCodes)
    .where(and(eq(accountCodes.accountId, accountId), eq(accountCodes.purpose, purpose), gt(accountCodes.sentAt, after(now, -DAY))))
    .orderBy(desc(accountCodes.sentAt))
    .limit(ACCOUNT_CODES_A_DAY);
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
