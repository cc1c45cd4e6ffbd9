import type { Access } from '@bhxh-kit/contract';
import type { Directory } from '@bhxh-kit/directory';
import { and, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { profileOf } from '../accounts/accounts-repository.js';
import type { Clock } from '../clock/clock.js';
import { malformed } from '../http/body.js';
import type { Holder } from '../http/mount.js';
import { accountFor } from '../me/me.js';
import { agencyInWords } from '../review/named-officers.js';
import { macsOfNumber } from '../review/marks.js';
import type { Secrets } from '../secrets/secrets.js';
import { audit } from '../storage/audit-schema.js';
import type { Queries } from '../storage/database.js';
import { declarationMarks } from '../storage/review-schema.js';
import { declarations } from '../storage/schema.js';

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly directory: Directory;
}

const PAGE = 50;
/** Declarations of one person that are looked through, the newest. */
const DECLARATIONS_MOST = 200;

/**
 * Ai đã xem dữ liệu của tôi: a page of every look and act of officers upon the declarations of a person, newest first, from the audit trail. The agency is named, its officer is not.
 * The cursor is the last row's place in the trail, so that looks made meanwhile neither repeat nor hide one.
 */
export async function accessesTo(
  db: Queries,
  holder: Holder,
  { cursor, limit = PAGE }: { cursor?: string | undefined; limit?: number | undefined },
  { clock, secrets, directory }: Needs,
): Promise<{ items: Access[]; nextCursor?: string }> {
  const before = cursor === undefined ? undefined : placeOf(cursor);
  const account = await accountFor(db, holder, clock);
  const references = await referencesOf(db, account.id, profileOf(account, secrets).bhxhNumber, secrets);
  const rows = await looksAt(db, references, before, limit + 1);
  const page = rows.slice(0, limit);
  const codes = [...new Set(page.map(({ agencyCode }) => agencyCode))];
  const names = new Map(await Promise.all(codes.map(async (code) => [code, await agencyInWords(directory, code)] as const)));
  const items = page.map(({ at, act, agencyCode, reference }) => ({
    at: at.toISOString(),
    act,
    role: 'officer' as const,
    agencyCode,
    agencyName: names.get(agencyCode) ?? agencyCode,
    reference,
  }));
  const last = page.at(-1);
  return { items, ...(rows.length > limit && last && { nextCursor: Buffer.from(String(last.id)).toString('base64url') }) };
}

/** The declarations an account came of, from the trail itself, which outlives them; and those that bear the person's number now. */
async function referencesOf(db: Queries, accountId: string, bhxhNumber: string, secrets: Secrets): Promise<string[]> {
  const decided = await db
    .select({ reference: audit.actor })
    .from(audit)
    .where(and(eq(audit.subject, accountId), inArray(audit.act, ['account-made', 'account-changed', 'account-closed'])))
    .orderBy(desc(audit.id))
    .limit(DECLARATIONS_MOST);
  const borne = await db
    .select({ reference: declarations.reference })
    .from(declarationMarks)
    .innerJoin(declarations, eq(declarations.id, declarationMarks.declarationId))
    .where(and(inArray(declarationMarks.mac, macsOfNumber(bhxhNumber, secrets)), eq(declarationMarks.kind, 'bhxh-number')))
    .limit(DECLARATIONS_MOST);
  return [...new Set([...decided, ...borne].map(({ reference }) => reference))];
}

/** Each declaration's looks come from its own stretch of the index; only the newest of all are put together. */
async function looksAt(db: Queries, references: readonly string[], before: number | undefined, limit: number) {
  if (references.length === 0) return [];
  const looks = db
    .select({ id: audit.id, at: audit.at, act: audit.act, agencyCode: audit.agencyCode, reference: audit.subject })
    .from(audit)
    .where(and(eq(audit.subject, sql`asked.reference`), isNotNull(audit.agencyCode), before === undefined ? undefined : lt(audit.id, before)))
    .orderBy(desc(audit.id))
    .limit(limit)
    .as('looks');
  const rows = await db
    .select({ id: looks.id, at: looks.at, act: looks.act, agencyCode: looks.agencyCode, reference: looks.reference })
    .from(sql`unnest(${sql.param([...references])}::text[]) as asked(reference)`)
    .crossJoinLateral(looks)
    .orderBy(desc(looks.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, agencyCode: row.agencyCode ?? '' }));
}

function placeOf(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,15}$/.test(text)) throw malformed('cursor');
  return Number(text);
}
