import { randomUUID } from 'node:crypto';
import type { LinkedChild } from '@bhxh-kit/contract';
import { grownUpOn, type Profile, type RulePackId, rulePack } from '@bhxh-kit/domain';
import { and, asc, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { type AccountRow, findByPerson, isClosed, personMac, profileOf } from '../accounts/accounts-repository.js';
import { record } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import type { Holder } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import type { KeptDeclaration } from '../registration/registration.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { guardianLinks } from '../storage/guardians-schema.js';
import { isId } from '../storage/ids.js';
import { accounts } from '../storage/schema.js';

interface Guardianship {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** Links a guardian can have: nobody has more children under the age. */
const LINKS_MOST = 50;

const open = (clock: Clock): SQL | undefined =>
  and(isNull(guardianLinks.endedAt), gt(guardianLinks.until, clock.now()), or(isNull(accounts.closesAt), gt(accounts.closesAt, clock.now())));

/** Whether an account is the guardian's whom a declaration names: by its numbers, as the officer saw them on paper. */
export function isGuardian(profile: Profile, { identityNumber, bhxhNumber }: NonNullable<KeptDeclaration['guardian']>): boolean {
  const own = new Set([profile.bhxhNumber, profile.personalId, profile.identityNumber].filter(Boolean));
  return own.has(identityNumber) && (!bhxhNumber || own.has(bhxhNumber));
}

/** Links the account of a child to its guardian's, where they have one, until the child is grown up (R16, A8). Whoever was its guardian before is not any more. */
export async function linkToGuardian(
  tx: Queries,
  child: { readonly id: string; readonly rulePack: string; readonly reference: string },
  { guardian, subject, birthDate }: KeptDeclaration,
  { clock, secrets }: Guardianship,
): Promise<void> {
  const now = clock.now();
  await tx
    .update(guardianLinks)
    .set({ endedAt: now })
    .where(and(eq(guardianLinks.childId, child.id), isNull(guardianLinks.endedAt)));
  if (subject !== 'child' || !guardian || !birthDate) return;
  const found = await guardianOf(tx, guardian, { clock, secrets });
  if (!found || found.id === child.id) return;
  const until = new Date(`${grownUpOn(birthDate, rulePack(child.rulePack as RulePackId))}T00:00:00+07:00`);
  await tx.insert(guardianLinks).values({ id: randomUUID(), guardianId: found.id, childId: child.id, since: now, until });
  await record(tx, clock, { act: 'guardian-linked', subject: child.id, actor: child.reference });
}

async function guardianOf(tx: Queries, guardian: NonNullable<KeptDeclaration['guardian']>, { clock, secrets }: Guardianship): Promise<AccountRow | undefined> {
  for (const number of [guardian.bhxhNumber, guardian.identityNumber]) {
    const account = number ? await findByPerson(tx, personMac(secrets, number)) : undefined;
    if (account && !isClosed(account, clock.now()) && isGuardian(profileOf(account, secrets), guardian)) return account;
  }
  return undefined;
}

/** Forgets the link of an account whose making is undone. */
export async function unlink(tx: Queries, childId: string): Promise<void> {
  await tx.delete(guardianLinks).where(and(eq(guardianLinks.childId, childId), isNull(guardianLinks.endedAt)));
}

/**
 * Checks the header of a call about a child, so that its answer says what is wrong: an unknown link, another's and an ended one are one answer. What is read afterwards is read
 * through the link once more (`belongsTo`).
 */
export async function checkedLink(db: Queries, { accountId }: Holder, link: string, clock: Clock): Promise<string> {
  const [row] = isId(link)
    ? await db
        .select({ until: guardianLinks.until, endedAt: guardianLinks.endedAt, closesAt: accounts.closesAt })
        .from(guardianLinks)
        .innerJoin(accounts, eq(accounts.id, guardianLinks.childId))
        .where(and(eq(guardianLinks.id, link), eq(guardianLinks.guardianId, accountId)))
    : [];
  if (!row || row.endedAt || isClosed(row, clock.now())) throw new Refusal('guardian.not-found');
  if (row.until <= clock.now()) throw new Refusal('guardian.child-grown-up');
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
  return rows.map(({ link, child }) => {
    const { fullName, birthDate } = profileOf(child, secrets);
    return { linkId: link.id, fullName, ...(birthDate && { birthDate }), until: link.until.toISOString() };
  });
}
