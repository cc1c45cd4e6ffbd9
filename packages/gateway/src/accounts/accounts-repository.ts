import type { Profile } from '@bhxh-kit/domain';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { accounts } from '../storage/schema.js';

export type AccountRow = typeof accounts.$inferSelect;

/** The id of no account: what is looked for of an account is looked for of it too, where there is none. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** An account is found by the keyed fingerprint of the BHXH number it signs in with. */
export const personMac = (secrets: Secrets, bhxhNumber: string): string => secrets.mac('person', bhxhNumber);

export async function findByPerson(db: Queries, mac: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.personMac, mac));
  return row;
}

export async function find(db: Queries, id: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.id, id));
  return row;
}

/** The same, locked until the transaction is over: those who decide about one account at once wait for each other. */
export async function lockAccount(tx: Queries, id: string): Promise<AccountRow | undefined> {
  const [row] = await tx.select().from(accounts).where(eq(accounts.id, id)).for('no key update');
  return row;
}

/** Locks what has these fingerprints until the transaction is over, whether there is a row of it or not. Sorted, so that nobody waits for each other. */
export async function lockFingerprints(tx: Queries, macs: readonly string[]): Promise<void> {
  const keys = [...new Set(macs.map((mac) => BigInt.asIntN(64, BigInt(`0x${mac.slice(0, 16)}`)).toString()))].sort();
  for (const key of keys) await tx.execute(sql`select pg_advisory_xact_lock(${key}::bigint)`);
}

export async function findByEmail(db: Queries, mac: string): Promise<AccountRow | undefined> {
  const [row] = await db.select().from(accounts).where(eq(accounts.emailMac, mac));
  return row;
}

export async function insert(tx: Queries, row: typeof accounts.$inferInsert): Promise<void> {
  await tx.insert(accounts).values(row);
}

export async function update(tx: Queries, id: string, change: Partial<AccountRow>): Promise<void> {
  await tx.update(accounts).set(change).where(eq(accounts.id, id));
}

/** Sets the first password, at a moment. No when somebody was faster, or the account is gone. */
export async function setFirstPassword(tx: Queries, id: string, passwordHash: string, passwordChangedAt: Date): Promise<boolean> {
  const set = await tx
    .update(accounts)
    .set({ passwordHash, passwordChangedAt })
    .where(and(eq(accounts.id, id), isNull(accounts.passwordHash)))
    .returning({ id: accounts.id });
  return set.length > 0;
}

export async function remove(tx: Queries, id: string): Promise<void> {
  await tx.delete(accounts).where(eq(accounts.id, id));
}

export const profileOf = (row: AccountRow, secrets: Secrets): Profile => secrets.openJson<Profile>('account', row.id, row.sealed);

/** Whether nobody signs in to it any more (R2, stopping). */
export const isClosed = ({ closesAt }: Pick<AccountRow, 'closesAt'>, now: Date): boolean => closesAt !== null && closesAt <= now;

export function stateOf(row: AccountRow, now: Date): 'active' | 'awaiting-activation' | 'closed' {
  if (isClosed(row, now)) return 'closed';
  return row.passwordHash === null ? 'awaiting-activation' : 'active';
}
