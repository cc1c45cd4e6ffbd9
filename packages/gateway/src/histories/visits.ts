import type { MedicalVisit, VisitLine } from '@bhxh-kit/domain';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Clock } from '../clock/clock.js';
import { belongsTo } from '../guardians/guardian-links.js';
import type { Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import type { Queries } from '../storage/database.js';
import { medicalVisits } from '../storage/histories-schema.js';
import { isId } from '../storage/ids.js';
import { type Asked, type Histories, PAGE, pageOf, placeOf } from './pages.js';

/** Where the lines of a visit are sealed, apart from the visit. */
export const placeOfLines = (visitId: string): string => `${visitId} lines`;

/** A page of my medical book (H3), the newest first and without lines; with the first page all years of the book. */
export async function visits(
  db: Queries,
  holder: Holder,
  { year, cursor, limit = PAGE }: Asked & { readonly year?: number | undefined },
  { clock, secrets }: Histories,
): Promise<{ items: MedicalVisit[]; years?: number[]; nextCursor?: string }> {
  const after = placeOf(cursor);
  const { admitted, id } = medicalVisits;
  const rows = await db
    .select({ id, admitted, sealed: medicalVisits.sealed })
    .from(medicalVisits)
    .where(
      and(
        belongsTo(db, medicalVisits.accountId, holder, clock),
        year === undefined ? undefined : eq(medicalVisits.year, year),
        after && sql`(${admitted}, ${id}) < (${after.at}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(admitted), desc(id))
    .limit(limit + 1);
  const page = pageOf(
    rows,
    limit,
    (row) => ({ at: row.admitted, id: row.id }),
    (row) => secrets.openJson<MedicalVisit>('account', row.id, row.sealed),
  );
  return after ? page : { ...page, years: await yearsOf(db, holder, clock) };
}

async function yearsOf(db: Queries, holder: Holder, clock: Clock): Promise<number[]> {
  const { year } = medicalVisits;
  const rows = await db
    .selectDistinct({ year })
    .from(medicalVisits)
    .where(belongsTo(db, medicalVisits.accountId, holder, clock))
    .orderBy(desc(year));
  return rows.map((row) => row.year);
}

/** One visit of my medical book with its lines. Another person’s, and what is no id, are as unknown as one that never was. */
export async function visit(db: Queries, holder: Holder, { id }: { readonly id: string }, { clock, secrets }: Histories): Promise<MedicalVisit> {
  if (!isId(id)) throw new Refusal('visit.not-found');
  const [row] = await db
    .select()
    .from(medicalVisits)
    .where(and(eq(medicalVisits.id, id), belongsTo(db, medicalVisits.accountId, holder, clock)));
  if (!row) throw new Refusal('visit.not-found');
  const found = secrets.openJson<MedicalVisit>('account', row.id, row.sealed);
  if (!row.sealedLines) return found;
  return { ...found, lines: secrets.openJson<VisitLine[]>('account', placeOfLines(row.id), row.sealedLines) };
}
