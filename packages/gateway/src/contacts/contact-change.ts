import { randomBytes, randomUUID } from 'node:crypto';
import type { ContactChange, InputOf, operations } from '@bhxh-kit/contract';
import { parseEmail, parsePhone } from '@bhxh-kit/domain';
import { oneTimeCodeOfBytes } from '@bhxh-kit/domain/one-time-code/code-text.js';
import {
  ONE_TIME_CODE_MINUTES,
  ONE_TIME_CODE_PAUSE,
  ONE_TIME_CODE_TRIES,
  sendOneTimeCode,
  tryOneTimeCode,
} from '@bhxh-kit/domain/one-time-code/one-time-code.js';
import { and, desc, eq, lt } from 'drizzle-orm';
import { sendAccountCode, tryAccountCode } from '../accounts/account-codes.js';
import { emailMac, lockPersons } from '../accounts/account-changes.js';
import { find, findByEmail, isClosed, profileOf, update } from '../accounts/accounts-repository.js';
import { maskedContact } from '../accounts/code-contact.js';
import { record } from '../audit/audit.js';
import { after, type Clock } from '../clock/clock.js';
import { codeDigits, codeRefused, tooSoon, tryRefused } from '../codes/code-refusals.js';
import type { Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { putting } from '../outbox/outbox.js';
import { normaliseContact } from '../registration/contact.js';
import { packInForce } from '../rules/rules.js';
import { type Secrets, sameDigest } from '../secrets/secrets.js';
import { browserOfSession } from '../sessions/browsers.js';
import type { Settings } from '../settings/settings.js';
import { contactChanges } from '../storage/contacts-schema.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { isId } from '../storage/ids.js';
import { changedMessages, newContactMessage, takenContactMessage } from './contact-messages.js';

export type ContactKind = 'mobilePhone' | 'email';

interface Needs {
  readonly db: Queries;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Settings;
}

type ChangeRow = typeof contactChanges.$inferSelect;

const later = (instant: Date, seconds: number): string => after(instant, seconds * 1000).toISOString();
const codeMac = (secrets: Secrets, changeId: string, code: string): string => secrets.mac('code', 'new contact', changeId, code);

/**
 * Begins a change of contact (A8): a code to the registered contact shows that it is the account's person who asks, one to the new contact that it reaches them. An address that
 * serves another account gets a word to its owner instead of a code, after the same work and with the same answer (R14).
 */
export async function sendContactCodes(
  { kind, contact: typed, locale }: InputOf<typeof operations.contacts.sendCodes>,
  { accountId, sessionId }: Holder,
  needs: Needs,
): Promise<ContactChange> {
  const { db, clock, secrets } = needs;
  const contact = contactOf(kind, typed);
  return db.transaction(async (tx) => {
    const account = await find(tx, accountId);
    if (!account) throw new Refusal('session.expired');
    if (normaliseContact(profileOf(account, secrets)[kind] ?? '') === normaliseContact(contact)) throw invalid('contact.same');
    const id = randomUUID();
    const mac = secrets.mac('contact', kind, normaliseContact(contact));
    // By the account, not the session: after the minute both contacts get another code, because the new one may never have had the first.
    const asking = { from: `${await browserOfSession(tx, sessionId)} ${mac}`, by: accountId };
    const toRegistered = await sendAccountCode(tx, { accountId, purpose: 'change-contact', boundTo: id, asking }, needs);
    const { codeId: registeredCodeId, ...registered } = toRegistered;
    const [underWay] = await tx
      .select()
      .from(contactChanges)
      .where(and(eq(contactChanges.accountId, accountId), eq(contactChanges.registeredCodeId, registeredCodeId)));
    if (underWay && underWay.tries < ONE_TIME_CODE_TRIES)
      return { changeId: underWay.id, toRegistered: registered, toNew: newCodeOf(contact, underWay.sentAt) };
    await refuseTooSoon(tx, mac, clock);
    const now = clock.now();
    const taken = kind === 'email' && (await isTaken(tx, contact, accountId, needs));
    const code = oneTimeCodeOfBytes(randomBytes(8));
    const message = taken ? takenContactMessage(contact, locale) : newContactMessage(kind, contact, code, locale);
    await inOneStatement(tx, [
      tx.insert(contactChanges).values({
        id,
        accountId,
        kind,
        sealed: secrets.sealJson('account', id, contact),
        contactMac: mac,
        registeredCodeId,
        newCodeMac: taken ? null : codeMac(secrets, id, code),
        sentAt: now,
      }),
      ...putting(tx, { notice: 'contact-code', messages: [message], until: after(now, ONE_TIME_CODE_MINUTES * 60_000) }, needs),
    ]);
    await record(tx, clock, { act: 'contact-change-asked', subject: accountId, actor: accountId });
    return { changeId: id, toRegistered: registered, toNew: newCodeOf(contact, now) };
  });
}

const newCodeOf = (contact: string, sentAt: Date): ContactChange['toNew'] => ({
  sentTo: maskedContact(contact),
  sentAt: sentAt.toISOString(),
  expiresAt: later(sentAt, ONE_TIME_CODE_MINUTES * 60),
  sendAgainAt: later(sentAt, ONE_TIME_CODE_PAUSE),
});

function contactOf(kind: ContactKind, typed: string): string {
  if (kind === 'email') {
    const email = parseEmail(typed);
    if (!email.ok) throw invalid(email.code, email.facts);
    return email.value;
  }
  const phone = parsePhone(typed);
  if (!phone.ok) throw invalid(phone.code, phone.facts);
  return phone.value.national;
}

const invalid = (code: string, facts: Readonly<Record<string, unknown>> = {}): Refusal =>
  new Refusal('contact.invalid', { fieldErrors: [{ pointer: '/contact', code, facts: { ...facts } }] });

/** One code a minute to a phone or address, whoever asks for it. */
async function refuseTooSoon(tx: Queries, mac: string, clock: Clock): Promise<void> {
  const [last] = await tx
    .select({ sentAt: contactChanges.sentAt })
    .from(contactChanges)
    .where(eq(contactChanges.contactMac, mac))
    .orderBy(desc(contactChanges.sentAt))
    .limit(1);
  const sending = sendOneTimeCode(last && { sentAt: last.sentAt.toISOString() }, clock.now().toISOString());
  if (!sending.ok) throw tooSoon(sending.sendAgainAt, clock.now());
}

async function isTaken(tx: Queries, email: string, accountId: string, { clock, secrets }: Needs): Promise<boolean> {
  const owner = await findByEmail(tx, emailMac(secrets, email));
  return owner !== undefined && owner.id !== accountId && !isClosed(owner, clock.now());
}

/**
 * Changes the contact with both codes, in one transaction with the notices to whoever was reached before and the audit entry. What is registered is what the codes were sent for.
 * The new contact's code is looked at first and used up last: a mistyped other one costs no new message.
 */
export async function changeContact(
  { changeId, registeredCode, newCode }: InputOf<typeof operations.contacts.change>,
  { accountId }: Holder,
  needs: Needs,
): Promise<void> {
  const { db } = needs;
  const digits = { registered: codeDigits(registeredCode, '/registeredCode'), new: codeDigits(newCode, '/newCode') };
  const change = isId(changeId) ? await tryNewCode(changeId, digits.new, accountId, needs) : undefined;
  if (!change) throw codeRefused('one-time-code.expired', { pointer: '/newCode' });
  try {
    const registered = { accountId, purpose: 'change-contact', boundTo: changeId, codeId: change.registeredCodeId } as const;
    await tryAccountCode(db, { ...registered, oneTimeCode: digits.registered }, needs);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    const fieldErrors = (failure.fieldErrors ?? []).map((each) => ({ ...each, pointer: '/registeredCode' }));
    throw new Refusal(failure.code, { fieldErrors });
  }
  await db.transaction((tx) => apply(tx, change, needs));
}

/** Counts the try in a transaction of its own. */
async function tryNewCode(changeId: string, digits: string, accountId: string, { db, clock, secrets }: Needs): Promise<ChangeRow | undefined> {
  const tried = await db.transaction(async (tx) => {
    const its = and(eq(contactChanges.id, changeId), eq(contactChanges.accountId, accountId));
    const [row] = await tx.select().from(contactChanges).where(its).for('update');
    if (!row) return undefined;
    const right = row.newCodeMac !== null && sameDigest(row.newCodeMac, codeMac(secrets, row.id, digits));
    const outcome = tryOneTimeCode({ sentAt: row.sentAt.toISOString(), tries: row.tries }, right, clock.now().toISOString());
    await tx.update(contactChanges).set({ tries: outcome.code.tries }).where(its);
    return { row, outcome };
  });
  if (!tried) return undefined;
  const { row, outcome } = tried;
  if (outcome.ok) return row;
  throw tryRefused(outcome, '/newCode');
}

async function apply(tx: Queries, { id, accountId, kind, sealed }: ChangeRow, needs: Needs): Promise<void> {
  const { clock, secrets, settings } = needs;
  const contact = secrets.openJson<string>('account', id, sealed);
  const known = await find(tx, accountId);
  if (!known) throw new Refusal('session.expired');
  const { bhxhNumber } = profileOf(known, secrets);
  // Two people at once cannot take one address, and an officer who decides about the account waits.
  await lockPersons(tx, [{ bhxhNumber, ...(kind === 'email' && { email: contact }) }], secrets);
  const mine = await tx.delete(contactChanges).where(eq(contactChanges.accountId, accountId)).returning({ id: contactChanges.id });
  if (!mine.some((row) => row.id === id)) throw codeRefused('one-time-code.expired', { pointer: '/newCode' });
  const before = profileOf((await find(tx, accountId)) ?? known, secrets);
  const profile = { ...before, [kind]: contact };
  if (kind === 'email' && (await isTaken(tx, contact, accountId, needs))) throw new Refusal('contact.taken');
  const serving = kind === 'email' && packInForce(settings, clock).emailCode;
  await update(tx, accountId, {
    sealed: secrets.sealJson('account', accountId, profile),
    ...(kind === 'email' && { emailMac: serving ? emailMac(secrets, contact) : null }),
  });
  const messages = changedMessages(kind as ContactKind, before);
  await inOneStatement(tx, putting(tx, { notice: 'contact-changed', messages }, needs));
  await record(tx, clock, { act: 'contact-changed', subject: accountId, actor: accountId });
}

/** Forgets changes whose codes are over. */
export async function forgetContactChanges(db: Queries, clock: Clock): Promise<void> {
  await db.delete(contactChanges).where(lt(contactChanges.sentAt, after(clock.now(), -ONE_TIME_CODE_MINUTES * 60_000)));
}
