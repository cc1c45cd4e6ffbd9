import type { LinkedChild } from '@bhxh-kit/contract';
import { and, asc, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { isClosed, profileOf } from '../accounts/accounts-repository.js';
import type { Clock } from '../clock/clock.js';
import type { Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { guardianLinks } from '../storage/guardians-schema.js';
import { isId } from '../storage/ids.js';
import { accounts } from '../storage/schema.js';
import { grownUpAt } from './grown-up.js';

interface Guardianship {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** Links a guardian can have: nobody has more children under the age. */
const LINKS_MOST = 50;

/** What can end a link from one moment to the next. That the child grew up is no secret to the clock: `checkedLink` says it for every call. */
const open = (clock: Clock): SQL | undefined => and(isNull(guardianLinks.endedAt), or(isNull(accounts.closesAt), gt(accounts.closesAt, clock.now())));

/**
 * Checks the header of a call about a child, so that its answer says what is wrong: an unknown link, another's and an ended one are one answer. What is read afterwards is read
 * through the link once more (`belongsTo`).
 */
export async function checkedLink(db: Queries, { accountId }: Holder, link: string, { clock, secrets }: Guardianship): Promise<string> {
  const [row] = isId(link)
    ? await db
        .select({ endedAt: guardianLinks.endedAt, rulePack: guardianLinks.rulePack, child: accounts })
        .from(guardianLinks)
        .innerJoin(accounts, eq(accounts.id, guardianLinks.childId))
        .where(and(eq(guardianLinks.id, link), eq(guardianLinks.guardianId, accountId)))
    : [];
  if (!row || row.endedAt || isClosed(row.child, clock.now())) throw new Refusal('guardian.not-found');
  if (grownUpAt(profileOf(row.child, secrets).birthDate, row.rulePack) <= clock.now()) throw new Refusal('guardian.child-grown-up');
  return link;
}

/** Whether a row belongs to the person a call is about: the holder of the session, or the child its link names and opens now. Part of the very query that reads, so that nothing is read by a link that was over. */
export function belongsTo(db: Queries, account: PgColumn, { accountId, link }: Holder, clock: Clock): SQL {
  if (link === undefined) return eq(account, accountId);
  const child = db
    .select({ id: guardianLinks.childId })
    .from(guardianLinks)
    .innerJoin(accounts, eq(accounts.id, guardianLinks.childId))
    .where(and(eq(guardianLinks.id, link), eq(guardianLinks.guardianId, accountId), open(clock)));
  return inArray(account, child);
}

/** The children whose data a guardian may see now, the first linked first. */
export async function childrenOf(db: Queries, { accountId }: Holder, { clock, secrets }: Guardianship): Promise<LinkedChild[]> {
  const rows = await db
    .select({ link: guardianLinks, child: accounts })
    .from(guardianLinks)
    .innerJoin(accounts, eq(accounts.id, guardianLinks.childId))
    .where(and(eq(guardianLinks.guardianId, accountId), open(clock)))
    .orderBy(asc(guardianLinks.since), asc(guardianLinks.id))
    .limit(LINKS_MOST);
  return rows.flatMap(({ link, child }) => {
    const { fullName, birthDate } = profileOf(child, secrets);
    const until = grownUpAt(birthDate, link.rulePack);
    return until <= clock.now() ? [] : [{ linkId: link.id, fullName, ...(birthDate && { birthDate }), until: until.toISOString() }];
  });
}
