import { type Profile, parsePersonalId } from '@bhxh-kit/domain';
import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { accounts } from '../storage/schema.js';
import { type AccountRow, profileOf } from './accounts-repository.js';

/** An account is found by the keyed fingerprint of its person's personal ID, too (A10). */
export const identityMac = (secrets: Secrets, personalId: string): string => secrets.mac('person', 'personal id', personalId);

/** The same of a profile; an empty text of a person whose personal ID is not known, so that nobody looks again. */
export function identityMacOf({ personalId, bhxhNumber }: Pick<Profile, 'personalId' | 'bhxhNumber'>, secrets: Secrets): string {
  const number = parsePersonalId(personalId ?? bhxhNumber);
  return number.ok && number.value.kind === 'personal-id' ? identityMac(secrets, number.value.digits) : '';
}

/** The account of a personal ID that is not closed; of two, one under the old number and one under the new, the newer. */
export async function findByIdentity(db: Queries, mac: string, now: Date): Promise<Pick<AccountRow, 'id'> | undefined> {
  const [row] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.identityMac, mac), or(isNull(accounts.closesAt), gt(accounts.closesAt, now))))
    .orderBy(desc(accounts.createdAt))
    .limit(1);
  return row;
}

/** Accounts in one transaction: a first run over many holds nobody up. */
const BATCH = 200;

/** Fills in the fingerprint of accounts that are older than it, or were put back as they were. */
export async function identifyOlder(db: Queries, secrets: Secrets): Promise<void> {
  for (;;) {
    const done = await db.transaction(async (tx) => {
      const rows = await tx.select().from(accounts).where(isNull(accounts.identityMac)).limit(BATCH).for('update', { skipLocked: true });
      for (const row of rows)
        await tx
          .update(accounts)
          .set({ identityMac: identityMacOf(profileOf(row, secrets), secrets) })
          .where(eq(accounts.id, row.id));
      return rows.length;
    });
    if (done < BATCH) return;
  }
}
