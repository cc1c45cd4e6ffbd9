import { eq } from 'drizzle-orm';
import type { Profile } from '@bhxh-kit/domain';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { accounts } from '../storage/schema.js';

export type AccountRow = typeof accounts.$inferSelect;

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

export const profileOf = (row: AccountRow, secrets: Secrets): Profile => secrets.openJson<Profile>('account', row.id, row.sealed);
