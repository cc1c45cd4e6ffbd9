import type { InsuranceBranch, ParticipationPeriod } from '@bhxh-kit/domain';
import { and, desc, eq, sql } from 'drizzle-orm';
import { belongsTo } from '../guardians/guardian-links.js';
import type { Holder } from '../http/mount.js';
import type { Queries } from '../storage/database.js';
import { participationPeriods } from '../storage/schema.js';
import { type Asked, type Histories, PAGE, pageOf, placeOf } from './pages.js';

/** A page of my participation (H1), the newest first. */
export async function participation(
  db: Queries,
  holder: Holder,
  { branch, cursor, limit = PAGE }: Asked & { readonly branch?: InsuranceBranch | undefined },
  { clock, secrets }: Histories,
): Promise<{ items: ParticipationPeriod[]; nextCursor?: string }> {
  const after = placeOf(cursor);
  const { fromMonth, id } = participationPeriods;
  const rows = await db
    .select()
    .from(participationPeriods)
    .where(
      and(
        belongsTo(db, participationPeriods.accountId, holder, clock),
        branch && eq(participationPeriods.branch, branch),
        after && sql`(${fromMonth}, ${id}) < (${after.at}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(fromMonth), desc(id))
    .limit(limit + 1);
  return pageOf(
    rows,
    limit,
    (row) => ({ at: row.fromMonth, id: row.id }),
    (row) => secrets.openJson<ParticipationPeriod>('account', row.id, row.sealed),
  );
}
