import type { InsuranceBranch, ParticipationPeriod } from '@bhxh-kit/domain';
import { and, desc, lt } from 'drizzle-orm';
import { belongsTo } from '../guardians/guardian-links.js';
import type { Holder } from '../http/mount.js';
import type { Queries } from '../storage/database.js';
import { participationPeriods } from '../storage/histories-schema.js';
import { type Asked, type Histories, PAGE, pageOf, placeOf, seek } from './pages.js';

/** A page of my participation (H1), the newest first. */
export async function participation(
  db: Queries,
  holder: Holder,
  { branch, cursor, limit = PAGE }: Asked & { readonly branch?: InsuranceBranch | undefined },
  { clock, secrets }: Histories,
): Promise<{ items: ParticipationPeriod[]; nextCursor?: string }> {
  const { accountId, ordinal } = participationPeriods;
  const found = await seek(
    (before, most) =>
      db
        .select()
        .from(participationPeriods)
        .where(and(belongsTo(db, accountId, holder, clock), before === undefined ? undefined : lt(ordinal, before)))
        .orderBy(desc(ordinal))
        .limit(most),
    (row) => secrets.openJson<ParticipationPeriod>('account', row.id, row.sealed),
    placeOf(cursor),
    { limit, isOne: branch === undefined ? undefined : (item) => item.branch === branch },
  );
  return pageOf(found, limit);
}
