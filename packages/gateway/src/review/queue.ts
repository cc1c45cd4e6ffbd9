import type { ReviewQuery, ReviewRow } from '@bhxh-kit/contract';
import { foldVietnamese, formatReference, maskNumber, parseReference } from '@bhxh-kit/domain';
import { and, asc, count, eq, gt, inArray, lte, ne, type SQL, sql } from 'drizzle-orm';
import { recording } from '../audit/audit.js';
import { after } from '../clock/clock.js';
import { malformed } from '../http/body.js';
import type { ActingOfficer } from '../http/mount.js';
import type { KeptDeclaration } from '../registration/registration.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { ID } from '../storage/ids.js';
import { declarationMarks, reviewLeases } from '../storage/review-schema.js';
import { type DeclarationRow, declarations } from '../storage/schema.js';
import type { Desk } from './desk.js';
import { macsOfNumber } from './marks.js';

const PAGE = 50;
/** Names are sealed, so a search opens declarations one by one: so many at a time, and so many in one call. The next page goes on where it stopped. */
const BATCH = 250;
export const SEARCHED_MOST = 2_000;
const OPEN_STATUSES = ['waiting-for-paper', 'in-review'] as const;

/** The place in the queue: the oldest deadline first; without one, the day it came. Neither ever changes, so that pages join whatever is done between them. */
const due = sql<Date>`coalesce(${declarations.paperDueAt}, ${declarations.receivedAt})`;

type Page = {
  items: ReviewRow[];
  nextCursor?: string;
  counts?: { status: string; count: number }[];
  now: string;
};

/** The review queue (O1). The look is recorded. */
export async function list(db: Queries, query: ReviewQuery, officer: ActingOfficer, desk: Desk): Promise<Page> {
  const { clock, secrets } = desk;
  const scope = await desk.scopeOf(officer);
  const { find = '', cursor, limit = PAGE } = query;
  const conditions = [await within(scope, query, officer, desk), ...exactly(db, find, secrets)];
  const wanted = isName(find, secrets) ? foldVietnamese(find).trim() : undefined;
  const { rows, next } = await taken(db, conditions, { from: cursor === undefined ? undefined : placeOf(cursor), limit, wanted, secrets });
  await recording(db, clock, { act: 'queue-read', subject: officer.agencyCode, actor: officer.officerId, agencyCode: officer.agencyCode });
  return {
    items: await rowsFor(db, rows, officer, desk),
    ...(next && { nextCursor: next }),
    ...(cursor === undefined && { counts: await countsOf(db, scope) }),
    now: clock.now().toISOString(),
  };
}

async function within(scope: readonly string[], query: ReviewQuery, officer: ActingOfficer, desk: Desk): Promise<SQL | undefined> {
  const { status = OPEN_STATUSES, agencyCode, purpose, subject, dueWithinDays } = query;
  const codes = agencyCode === undefined || agencyCode === officer.agencyCode ? scope : await narrowed(scope, agencyCode, desk);
  return and(
    sql`${declarations.agencyCode} = any(${sql.param([...codes])}::text[])`,
    inArray(declarations.status, [...status]),
    purpose && eq(declarations.purpose, purpose),
    subject && eq(declarations.subject, subject),
    dueWithinDays === undefined ? undefined : lte(declarations.paperDueAt, after(desk.clock.now(), dueWithinDays * 86_400_000)),
  );
}

/** Of the officer's agencies those that an agency has below it, with itself. One the directory does not know has none. */
async function narrowed(scope: readonly string[], agencyCode: string, { directory, scopeOf }: Desk): Promise<readonly string[]> {
  const known = (await directory.agencyPath(agencyCode)).length > 0;
  const below = known ? await scopeOf({ agencyCode }) : [agencyCode];
  return scope.filter((code) => below.includes(code));
}

const isName = (find: string, secrets: Secrets): boolean => find.trim() !== '' && !parseReference(find).ok && macsOfNumber(find, secrets).length === 0;

/** A whole number is looked up by its fingerprint, a reference as it is. */
function exactly(db: Queries, find: string, secrets: Secrets): SQL[] {
  const reference = parseReference(find);
  if (reference.ok) return [eq(declarations.reference, formatReference(reference.value))];
  const macs = macsOfNumber(find, secrets);
  if (macs.length === 0) return [];
  return [inArray(declarations.id, db.select({ id: declarationMarks.declarationId }).from(declarationMarks).where(inArray(declarationMarks.mac, macs)))];
}

interface Taking {
  readonly from: Place | undefined;
  readonly limit: number;
  /** Folded. */
  readonly wanted: string | undefined;
  readonly secrets: Secrets;
}

async function taken(
  db: Queries,
  conditions: readonly (SQL | undefined)[],
  { from, limit, wanted, secrets }: Taking,
): Promise<{ rows: DeclarationRow[]; next?: string }> {
  const rows: DeclarationRow[] = [];
  let place = from;
  for (let looked = 0; looked < SEARCHED_MOST; ) {
    const size = wanted === undefined ? limit + 1 : BATCH;
    const batch = await batchFrom(db, conditions, place, size);
    for (const row of batch) {
      if (wanted !== undefined && !named(row, wanted, secrets)) {
        place = placeAt(row);
        continue;
      }
      if (rows.length === limit) return { rows, next: cursorOf(place) };
      rows.push(row);
      place = placeAt(row);
    }
    if (batch.length < size) return { rows };
    looked += batch.length;
  }
  return { rows, next: cursorOf(place) };
}

async function batchFrom(db: Queries, conditions: readonly (SQL | undefined)[], place: Place | undefined, size: number): Promise<DeclarationRow[]> {
  const later = place && sql`(${due}, ${declarations.id}) > (${place.at}::timestamptz, ${place.id}::uuid)`;
  return db
    .select()
    .from(declarations)
    .where(and(...conditions, later))
    .orderBy(due, asc(declarations.id))
    .limit(size);
}

function named(row: DeclarationRow, wanted: string, secrets: Secrets): boolean {
  return row.sealed !== null && foldVietnamese(secrets.openJson<KeptDeclaration>('declaration', row.id, row.sealed).fullName).includes(wanted);
}

interface Place {
  readonly at: string;
  readonly id: string;
}

const placeAt = ({ id, paperDueAt, receivedAt }: DeclarationRow): Place => ({ at: (paperDueAt ?? receivedAt).toISOString(), id });
const cursorOf = (place: Place | undefined): string => (place ? Buffer.from(`${place.at}/${place.id}`).toString('base64url') : '');

const PLACE = new RegExp(String.raw`^(\d{4}-\d\d-\d\dT[\d:.]{12}Z)/(${ID})$`);

function placeOf(cursor: string): Place {
  const [, at, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!at || !id || !isMoment(at)) throw malformed('cursor');
  return { at, id };
}

/** Whether PostgreSQL takes it too: JavaScript reads the thirtieth of February as the second of March, and has a year 0. */
const isMoment = (at: string): boolean => !at.startsWith('0000') && !Number.isNaN(Date.parse(at)) && new Date(at).toISOString() === at;

/** Declarations as rows of the queue. */
export async function rowsFor(db: Queries, rows: readonly DeclarationRow[], officer: ActingOfficer, { clock, secrets }: Desk): Promise<ReviewRow[]> {
  const open = await openElsewhere(
    db,
    rows.map(({ id }) => id),
    officer,
    clock.now(),
  );
  return rows.map((row) => {
    const declared = row.sealed ? secrets.openJson<KeptDeclaration>('declaration', row.id, row.sealed) : undefined;
    return {
      ...headingOf(row, declared),
      ...(declared && { fullName: declared.fullName, maskedNumber: maskNumber(declared.bhxhNumber) }),
      openElsewhere: open.has(row.id),
    };
  });
}

/** What every look at a case begins with. */
export function headingOf(row: DeclarationRow, declared: KeptDeclaration | undefined) {
  const { id, reference, status, version, agencyCode, agencyName, receivedAt, paperDueAt } = row;
  const [purpose, subject] = [row.purpose ?? declared?.purpose, row.subject ?? declared?.subject];
  return {
    id,
    reference,
    status,
    version,
    ...(purpose && { purpose }),
    ...(subject && { subject }),
    agencyCode,
    agencyName,
    receivedAt: receivedAt.toISOString(),
    ...(paperDueAt && { paperDueAt: paperDueAt.toISOString() }),
  };
}

async function openElsewhere(db: Queries, ids: readonly string[], { officerId }: ActingOfficer, now: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: reviewLeases.declarationId })
    .from(reviewLeases)
    .where(and(inArray(reviewLeases.declarationId, [...ids]), ne(reviewLeases.officerId, officerId), gt(reviewLeases.until, now)));
  return new Set(rows.map(({ id }) => id));
}

async function countsOf(db: Queries, scope: readonly string[]): Promise<{ status: string; count: number }[]> {
  return db
    .select({ status: declarations.status, count: count() })
    .from(declarations)
    .where(sql`${declarations.agencyCode} = any(${sql.param([...scope])}::text[])`)
    .groupBy(declarations.status)
    .orderBy(declarations.status);
}
