import { parseBhxhNumber, parsePassword } from '@bhxh-kit/domain';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { type AccountRow, profileOf } from '../accounts/accounts-repository.js';
import { hashPassword, passwordIs } from '../accounts/passwords.js';
import { record } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import { putting } from '../outbox/outbox.js';
import type { Secrets } from '../secrets/secrets.js';
import { dropTickets } from '../sessions/tickets.js';
import type { Settings } from '../settings/settings.js';
import { accountCodes } from '../storage/codes-schema.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { passwordResets } from '../storage/passwords-schema.js';
import { accounts, sessions } from '../storage/schema.js';
import { passwordMessages } from './password-notices.js';

export interface Passwords {
  readonly db: Queries;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'sandbox' | 'smtpHost' | 'smsUrl' | 'noticeWebhook' | 'rulePack'>;
}

/** The BHXH number as it is kept, out of a card number too; what is none stays as it is, and is nobody's. */
export function digitsOf(text: string): string {
  const number = parseBhxhNumber(text);
  return number.ok ? number.value.digits : text;
}

const refused = (code: string, facts?: object): Refusal =>
  new Refusal('password.refused', { fieldErrors: [{ pointer: '/newPassword', code, ...(facts && { facts: { ...facts } }) }] });

/** The number the holder of an account signs in with: their password must not contain it. */
export const numberOf = (account: AccountRow, { secrets }: Pick<Passwords, 'secrets'>): string => profileOf(account, secrets).bhxhNumber;

/** The password a person chose, in the form it is compared in. Refuses what the domain does. */
export function chosenPassword(text: string, bhxhNumber: string): string {
  const chosen = parsePassword(text, { bhxhNumber });
  if (!chosen.ok) throw refused(chosen.code, chosen.facts);
  return chosen.value;
}

/** The hash of a chosen password. Refuses the one in use. Only for whoever has shown that the account is theirs: the answer tells whether it is the one in use. */
export async function hashOfAnother(chosen: string, account: AccountRow): Promise<string> {
  if (await passwordIs(chosen, account.passwordHash ?? undefined)) throw refused('password.same');
  return hashPassword(chosen);
}

/**
 * Puts a password in the place of another: every session but the one that changed it is over, whatever a sign-in or a code had begun with the old one is void, and the
 * registered contacts are told.
 */
export async function setPassword(
  tx: Queries,
  account: AccountRow,
  passwordHash: string,
  { by, keep }: { readonly by: 'changed' | 'reset'; readonly keep?: string | undefined },
  { clock, secrets }: Pick<Passwords, 'clock' | 'secrets'>,
): Promise<void> {
  const now = clock.now();
  const others = and(eq(sessions.accountId, account.id), isNull(sessions.endedAt), keep === undefined ? undefined : ne(sessions.id, keep));
  await tx.update(accounts).set({ passwordHash, passwordChangedAt: now, passwordReminders: 0 }).where(eq(accounts.id, account.id));
  await tx.update(sessions).set({ endedAt: now }).where(others);
  await dropTickets(tx, account.id);
  // As used, not deleted: they still count for how many were sent.
  await tx
    .update(accountCodes)
    .set({ confirmedAt: now })
    .where(and(eq(accountCodes.accountId, account.id), isNull(accountCodes.confirmedAt)));
  await tx.update(passwordResets).set({ codeMac: null }).where(eq(passwordResets.accountId, account.id));
  const messages = passwordMessages({ kind: by, at: now.toISOString() }, profileOf(account, secrets));
  await inOneStatement(tx, putting(tx, { notice: `password-${by}`, messages }, { clock, secrets }));
  await record(tx, clock, { act: by === 'changed' ? 'password-changed' : 'password-reset', subject: account.id, actor: account.id });
}
