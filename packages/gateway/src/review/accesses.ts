import type { DeclarationProgress } from '@bhxh-kit/contract';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { audit } from '../storage/audit-schema.js';
import type { Queries } from '../storage/database.js';
import type { Desk } from './desk.js';
import { agencyInWords } from './named-officers.js';

/** Looks a person is shown at most. */
const SHOWN_MOST = 100;

/** Ai đã xem dữ liệu của tôi: every look and act of officers upon a declaration, newest first, from the audit trail. The agency is named, its officer is not. */
export async function accessesTo(
  db: Queries,
  reference: string,
  { directory }: Pick<Desk, 'directory'>,
): Promise<NonNullable<DeclarationProgress['accesses']>> {
  const rows = await db
    .select({ at: audit.at, act: audit.act, agencyCode: audit.agencyCode })
    .from(audit)
    .where(and(eq(audit.subject, reference), isNotNull(audit.agencyCode)))
    .orderBy(desc(audit.id))
    .limit(SHOWN_MOST);
  const names = new Map(
    await Promise.all([...new Set(rows.map(({ agencyCode }) => agencyCode ?? ''))].map(async (code) => [code, await agencyInWords(directory, code)] as const)),
  );
  return rows.map(({ at, act, agencyCode }) => ({ at: at.toISOString(), act, agencyCode: agencyCode ?? '', agencyName: names.get(agencyCode ?? '') ?? '' }));
}
