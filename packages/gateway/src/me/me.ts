import type { HealthCard, InsuranceBranch, ParticipationPeriod, Profile } from '@bhxh-kit/domain';
import { and, desc, eq, sql } from 'drizzle-orm';
import { find, profileOf } from '../accounts/accounts-repository.js';
import { malformed } from '../http/body.js';
import type { Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { healthCards, participationPeriods } from '../storage/schema.js';
import { together } from '../storage/together.js';

const PAGE = 50;

/** My profile (A8). */
export async function profile(db: Queries, { accountId }: Holder, secrets: Secrets): Promise<Profile> {
  const account = await find(db, accountId);
  if (!account) throw new Refusal('session.expired');
  return profileOf(account, secrets);
}

/** My cards (C1), the newest first. */
export function openCards(db: Queries, secrets: Secrets): (holder: Holder) => Promise<HealthCard[]> {
  const statement = db
    .select()
    .from(healthCards)
    .where(sql`${healthCards.accountId} = any(${sql.placeholder('accounts')}::uuid[])`)
    .orderBy(desc(healthCards.validFrom), desc(healthCards.id))
    .prepare('cards');
  const find = together(async (accounts: readonly string[]) => {
    const rows = await statement.execute({ accounts: [...new Set(accounts)] });
    return accounts.map((account) => rows.filter(({ accountId }) => accountId === account));
  });
  return async ({ accountId }) => (await find(accountId)).map((row) => secrets.openJson<HealthCard>('account', row.id, row.sealed));
}

/** A page of my participation (H1), the newest first. The cursor is the last row's place, so that rows added meanwhile neither repeat nor hide one. */
export async function participation(
  db: Queries,
  { accountId }: Holder,
  { branch, cursor, limit = PAGE }: { branch?: InsuranceBranch | undefined; cursor?: string | undefined; limit?: number | undefined },
  secrets: Secrets,
): Promise<{ items: ParticipationPeriod[]; nextCursor?: string }> {
  const from = cursor === undefined ? undefined : placeOf(cursor);
  const { fromMonth, id } = participationPeriods;
  const rows = await db
    .select()
    .from(participationPeriods)
    .where(
      and(
        eq(participationPeriods.accountId, accountId),
        branch && eq(participationPeriods.branch, branch),
        from && sql`(${fromMonth}, ${id}) < (${from.month}, ${from.id}::uuid)`,
      ),
    )
    .orderBy(desc(fromMonth), desc(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const items = page.map((row) => secrets.openJson<ParticipationPeriod>('account', row.id, row.sealed));
  return { items, ...(rows.length > limit && last && { nextCursor: Buffer.from(`${last.fromMonth}/${last.id}`).toString('base64url') }) };
}

function placeOf(cursor: string): { month: string; id: string } {
  const [, month, id] = /^(\d{4}-\d{2})\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!month || !id) throw malformed('cursor');
  return { month, id };
}
