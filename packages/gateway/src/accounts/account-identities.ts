import { identityNumberText, type Profile, parsePersonalId } from '@bhxh-kit/domain';
import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { accounts } from '../storage/schema.js';
import { type AccountRow, profileOf } from './accounts-repository.js';

/** An account is found by the keyed fingerprint of its person's personal ID, too (A10). */
export const identityMac = (secrets: Secrets, personalId: string): string => secrets.mac('person', 'personal id', personalId);

/** The fingerprint of the number of an identity paper: of a CMND or a passport it is one of their own, which VNeID never asks for. Empty where the text is no such number. */
function paperMac(secrets: Secrets, text: string | undefined): string {
  const number = parsePersonalId(text ?? '');
  if (!number.ok) return '';
  return number.value.kind === 'personal-id'
    ? identityMac(secrets, number.value.digits)
    : secrets.mac('person', 'identity paper', identityNumberText(number.value));
}

/** The same of a profile: of the personal ID where it is known, else of the paper it was made with; an empty text where there is neither, so that nobody looks again. */
export function identityMacOf(
  { personalId, bhxhNumber, identityNumber }: Pick<Profile, 'personalId' | 'bhxhNumber' | 'identityNumber'>,
  secrets: Secrets,
): string {
  return paperMac(secrets, personalId ?? bhxhNumber) || paperMac(secrets, identityNumber);
}

/** Accounts of one paper: of a number that two provinces gave, those of two persons. */
const ACCOUNTS_MOST = 10;

/** The accounts made with an identity paper, the newest first, closed ones too. */
export async function accountsOfPaper(db: Queries, identityNumber: string, secrets: Secrets): Promise<AccountRow[]> {
  const mac = paperMac(secrets, identityNumber);
  if (mac === '') return [];
  return db.select().from(accounts).where(eq(accounts.identityMac, mac)).orderBy(desc(accounts.createdAt)).limit(ACCOUNTS_MOST);
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
