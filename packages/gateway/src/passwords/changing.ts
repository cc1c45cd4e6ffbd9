import type { InputOf, OutputOf, operations } from '@bhxh-kit/contract';
import { type AccountRow, find } from '../accounts/accounts-repository.js';
import { sendAccountCode, tryAccountCode } from '../accounts/account-codes.js';
import { beginTry, endTries } from '../accounts/lockout.js';
import { passwordIs } from '../accounts/passwords.js';
import { record } from '../audit/audit.js';
import type { Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { browserOf, browserOfSession } from '../sessions/browsers.js';
import { passwordAgeOf } from '../sessions/password-age.js';
import type { Beginning } from '../sessions/sessions.js';
import { readTicket, ticketHash, useTicket } from '../sessions/tickets.js';
import type { Queries } from '../storage/database.js';
import { chosenPassword, hashOfAnother, numberOf, type Passwords, setPassword } from './setting-password.js';

type Rows = (typeof operations)['passwords'];

/** Since when a password is one (A3). */
export const setAtOf = ({ passwordChangedAt, createdAt }: Pick<AccountRow, 'passwordChangedAt' | 'createdAt'>): string =>
  (passwordChangedAt ?? createdAt).toISOString();

async function accountOf(db: Queries, accountId: string): Promise<AccountRow> {
  const account = await find(db, accountId);
  if (!account) throw new Refusal('session.expired');
  return account;
}

/** How old the holder's password is (A3). */
export async function passwordAge({ accountId }: Holder, needs: Passwords): Promise<OutputOf<Rows['age']>> {
  const account = await accountOf(needs.db, accountId);
  const { dueAt, overdue, enforced } = passwordAgeOf(account, needs);
  return { changedAt: setAtOf(account), dueAt, overdue, afterwards: enforced ? 'enforce' : 'remind' };
}

/** Sends the code that confirms another password, to whoever gives the one in use (A4). A wrong one counts like one at the door. */
export async function requestChange(
  { currentPassword }: InputOf<Rows['requestChange']>,
  { accountId, sessionId }: Holder,
  needs: Passwords,
): Promise<OutputOf<Rows['requestChange']>> {
  const { db, clock } = needs;
  const account = await accountOf(db, accountId);
  await beginTry(db, clock, account.personMac);
  if (!(await passwordIs(currentPassword, account.passwordHash ?? undefined))) {
    await record(db, clock, { act: 'password-change-refused', subject: accountId, actor: accountId });
    throw new Refusal('password.wrong', { fieldErrors: [{ pointer: '/currentPassword', code: 'password.wrong' }] });
  }
  await endTries(db, account.personMac);
  const asking = { from: await browserOfSession(db, sessionId), by: sessionId };
  return db.transaction((tx) => sendAccountCode(tx, { accountId, purpose: 'change-password', asking }, needs));
}

/** Changes the password with the code that was sent for it; every other session is over (A4). */
export async function change({ codeId, oneTimeCode, newPassword }: InputOf<Rows['change']>, { accountId, sessionId }: Holder, needs: Passwords): Promise<void> {
  const { db } = needs;
  const account = await accountOf(db, accountId);
  const chosen = chosenPassword(newPassword, numberOf(account, needs));
  // Before the code is right nobody is told whether a password is the one in use.
  await tryAccountCode(db, { accountId, purpose: 'change-password', codeId, oneTimeCode }, needs);
  const passwordHash = await hashOfAnother(chosen, account);
  await db.transaction((tx) => setPassword(tx, account, passwordHash, { by: 'changed', keep: sessionId }, needs));
}

/** Apart from the codes of those who are signed in, in the same browser. */
const overdueOf = (asked: Beginning, ticket: string): string => `overdue ${browserOf(asked, ticketHash(ticket))}`;

/** Sends the code to whoever signed in with a password that is too old where the rules enforce its change (A3). */
export async function requestOverdueChange({ ticket }: { readonly ticket: string }, needs: Passwords): Promise<OutputOf<Rows['requestOverdueChange']>> {
  const { accountId, ...asked } = await readTicket(needs.db, ticket, 'change-password', needs.clock);
  const boundTo = overdueOf(asked, ticket);
  const asking = { from: boundTo, by: ticketHash(ticket) };
  return needs.db.transaction((tx) => sendAccountCode(tx, { accountId, purpose: 'change-password', boundTo, asking }, needs));
}

/** Changes a password that is too old; every session is over, and the person signs in with the new one. */
export async function changeOverdue({ ticket, codeId, oneTimeCode, newPassword }: InputOf<Rows['changeOverdue']>, needs: Passwords): Promise<void> {
  const { db, clock } = needs;
  const { accountId, ...asked } = await readTicket(db, ticket, 'change-password', clock);
  const account = await accountOf(db, accountId);
  const chosen = chosenPassword(newPassword, numberOf(account, needs));
  await tryAccountCode(db, { accountId, purpose: 'change-password', boundTo: overdueOf(asked, ticket), codeId, oneTimeCode }, needs);
  const passwordHash = await hashOfAnother(chosen, account);
  await db.transaction(async (tx) => {
    await useTicket(tx, ticket, 'change-password', clock);
    await setPassword(tx, account, passwordHash, { by: 'changed' }, needs);
  });
}
