import type { InputOf, operations, SentAccountCode, SessionTokens, SignedInDevices } from '@bhxh-kit/contract';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { sendAccountCode, tryAccountCode } from '../accounts/account-codes.js';
import { isClosed, lockAccount } from '../accounts/accounts-repository.js';
import { record } from '../audit/audit.js';
import type { Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import type { Settings } from '../settings/settings.js';
import { sessions } from '../storage/schema.js';
import { browserOf } from './browsers.js';
import { begin, closeSessions, type Sessions, TAKEN_OVER } from './sessions.js';
import { readTicket, ticketHash, useTicket } from './tickets.js';

export interface Devices extends Sessions {
  readonly settings: Sessions['settings'] & Pick<Settings, 'oneDevice' | 'sandbox' | 'smtpHost' | 'smsUrl' | 'noticeWebhook'>;
}

/** The code that takes over from the other device (A5): to the registered contact, for this browser alone. */
export async function sendTakeOverCode({ ticket }: InputOf<typeof operations.devices.sendTakeOverCode>, needs: Devices): Promise<SentAccountCode> {
  const { accountId, ...asked } = await readTicket(needs.db, ticket, 'take-over', needs.clock);
  const browser = browserOf(asked, ticketHash(ticket));
  const asking = { from: browser, by: ticketHash(ticket) };
  return needs.db.transaction((tx) => sendAccountCode(tx, { accountId, purpose: 'take-over', boundTo: browser, asking }, needs));
}

/** Signs in with the code. Every other session of the account ends in the same moment, and is told why at its next call; of those who take over at once the last one stays. */
export async function takeOver({ ticket, ...code }: InputOf<typeof operations.devices.takeOver>, needs: Devices): Promise<SessionTokens> {
  const { db, clock } = needs;
  const { accountId, ...asked } = await readTicket(db, ticket, 'take-over', clock);
  await tryAccountCode(db, { ...code, accountId, purpose: 'take-over', boundTo: browserOf(asked, ticketHash(ticket)) }, needs);
  return db.transaction(async (tx) => {
    const account = await lockAccount(tx, accountId);
    const from = await useTicket(tx, ticket, 'take-over', clock);
    if (!account || isClosed(account, clock.now())) throw new Refusal('session.ticket-over');
    await closeSessions(tx, accountId, clock, TAKEN_OVER);
    await record(tx, clock, { act: 'taken-over', subject: accountId, actor: accountId });
    return begin(tx, { accountId }, needs, from);
  });
}

/** Where the person is signed in: sessions of one device, e.g. of its tabs, are one row. */
export async function listDevices({ accountId, sessionId }: Holder, { db, clock, settings }: Devices): Promise<SignedInDevices> {
  const alive = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), gt(sessions.expiresAt, clock.now())))
    .orderBy(desc(sessions.signedInAt));
  const devices = new Map<string, (typeof alive)[number][]>();
  for (const session of alive) {
    const device = session.deviceHash ?? session.id;
    devices.set(device, [...(devices.get(device) ?? []), session]);
  }
  const items = [...devices.values()].map((tabs) => ({
    signedInAt: new Date(Math.min(...tabs.map((tab) => tab.signedInAt.getTime()))).toISOString(),
    expiresAt: new Date(Math.max(...tabs.map((tab) => tab.expiresAt.getTime()))).toISOString(),
    current: tabs.some(({ id }) => id === sessionId),
  }));
  return { oneAtATime: settings.oneDevice, items };
}

/** Signs the person out on every device. */
export async function signOutEverywhere({ accountId }: Holder, { db, clock }: Devices): Promise<void> {
  await db.transaction(async (tx) => {
    await closeSessions(tx, accountId, clock);
    await record(tx, clock, { act: 'signed-out-everywhere', subject: accountId, actor: accountId });
  });
}
