import { type MedicalVisit, type VisitLine, yearOfVisit } from '@bhxh-kit/domain';
import { and, desc, eq, lt } from 'drizzle-orm';
import { belongsTo } from '../guardians/guardian-links.js';
import type { Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import type { Queries } from '../storage/database.js';
import { medicalVisits } from '../storage/histories-schema.js';
import { isId } from '../storage/ids.js';
import { type Asked, type Histories, PAGE, pageOf, placeOf, type SealedRow, seek } from './pages.js';

/** Where the lines of a visit are sealed, apart from the visit. */
export const placeOfLines = (visitId: string): string => `${visitId} lines`;

/** A page of my medical book (H3), the newest first and without lines; with the first page all years of the book. */
export async function visits(
  db: Queries,
  holder: Holder,
  { year, cursor, limit = PAGE }: Asked & { readonly year?: number | undefined },
  { clock, secrets }: Histories,
): Promise<{ items: MedicalVisit[]; years?: number[]; nextCursor?: string }> {
  const { id, accountId, ordinal, sealed } = medicalVisits;
  const newestFirst = (before?: number) =>
    db
      .select({ id, ordinal, sealed })
      .from(medicalVisits)
      .where(and(belongsTo(db, accountId, holder, clock), before === undefined ? undefined : lt(ordinal, before)))
      .orderBy(desc(ordinal));
  const open = (row: SealedRow) => secrets.openJson<MedicalVisit>('account', row.id, row.sealed);
  const from = placeOf(cursor);
  if (from === undefined)
    return firstPage(
      (await newestFirst()).map((row) => ({ ordinal: row.ordinal, item: open(row) })),
      year,
      limit,
    );
  const sought =
    year === undefined ? {} : { isOne: (visit: MedicalVisit) => yearOfVisit(visit) === year, isPast: (visit: MedicalVisit) => yearOfVisit(visit) < year };
  return pageOf(await seek((before, most) => newestFirst(before).limit(most), open, from, { limit, ...sought }), limit);
}

/** The years are told by the visits alone, so that the whole book is opened once. */
function firstPage(book: readonly { readonly ordinal: number; readonly item: MedicalVisit }[], year: number | undefined, limit: number) {
  const years = [...new Set(book.map(({ item }) => yearOfVisit(item)))];
  const asked = year === undefined ? book : book.filter(({ item }) => yearOfVisit(item) === year);
  return { ...pageOf(asked, limit), years };
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
