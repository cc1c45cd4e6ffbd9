import type { BenefitKind, BenefitPayment } from '@bhxh-kit/domain';
import { and, desc, lt } from 'drizzle-orm';
import { belongsTo } from '../guardians/guardian-links.js';
import type { Holder } from '../http/mount.js';
import type { Queries } from '../storage/database.js';
import { benefitPayments } from '../storage/histories-schema.js';
import { type Asked, type Histories, PAGE, pageOf, placeOf, seek } from './pages.js';

/** A page of my benefits (H2), the newest first. */
export async function benefits(
  db: Queries,
  holder: Holder,
  { kind, cursor, limit = PAGE }: Asked & { readonly kind?: BenefitKind | undefined },
  { clock, secrets }: Histories,
): Promise<{ items: BenefitPayment[]; nextCursor?: string }> {
  const { accountId, ordinal } = benefitPayments;
  const found = await seek(
    (before, most) =>
      db
        .select()
        .from(benefitPayments)
        .where(and(belongsTo(db, accountId, holder, clock), before === undefined ? undefined : lt(ordinal, before)))
        .orderBy(desc(ordinal))
        .limit(most),
    (row) => secrets.openJson<BenefitPayment>('account', row.id, row.sealed),
    placeOf(cursor),
    { limit, isOne: kind === undefined ? undefined : (item) => item.kind === kind },
  );
  return pageOf(found, limit);
}
