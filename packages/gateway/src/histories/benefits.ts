import type { BenefitKind, BenefitPayment } from '@bhxh-kit/domain';
import { and, desc, eq, sql } from 'drizzle-orm';
import { belongsTo } from '../guardians/guardian-links.js';
import type { Holder } from '../http/mount.js';
import type { Queries } from '../storage/database.js';
import { benefitPayments } from '../storage/histories-schema.js';
import { type Asked, type Histories, PAGE, pageOf, placeOf } from './pages.js';

/** A page of my benefits (H2), the newest first. */
export async function benefits(
  db: Queries,
  holder: Holder,
  { kind, cursor, limit = PAGE }: Asked & { readonly kind?: BenefitKind | undefined },
  { clock, secrets }: Histories,
): Promise<{ items: BenefitPayment[]; nextCursor?: string }> {
  const after = placeOf(cursor);
  const { from, id } = benefitPayments;
  const rows = await db
    .select()
    .from(benefitPayments)
    .where(
      and(
        belongsTo(db, benefitPayments.accountId, holder, clock),
        kind && eq(benefitPayments.kind, kind),
        after && sql`(${from}, ${id}) < (${after.at}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(from), desc(id))
    .limit(limit + 1);
  return pageOf(
    rows,
    limit,
    (row) => ({ at: row.from, id: row.id }),
    (row) => secrets.openJson<BenefitPayment>('account', row.id, row.sealed),
  );
}
