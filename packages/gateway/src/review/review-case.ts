import type { ReviewCase, ReviewDuplicate, ReviewStep } from '@bhxh-kit/contract';
import { LEASE, undoFault } from '@bhxh-kit/domain';
import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import { findByPerson, personMac, stateOf } from '../accounts/accounts-repository.js';
import { record } from '../audit/audit.js';
import { after } from '../clock/clock.js';
import { consentsOf } from '../consents/consents.js';
import { guardianFacts } from '../guardians/guardian-facts.js';
import type { ActingOfficer } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import * as photographRows from '../photographs/photographs-repository.js';
import { addressInWords } from '../registration/address.js';
import { eventsOf } from '../registration/declarations-repository.js';
import type { KeptDeclaration } from '../registration/registration.js';
import type { Queries } from '../storage/database.js';
import { reviewActs, reviewLeases } from '../storage/review-schema.js';
import { type DeclarationRow, declarations, photographs } from '../storage/schema.js';
import { doneAct, lastActOf, type Told } from './acts-repository.js';
import { allowedOn, type Desk, findMine } from './desk.js';
import { sameAs } from './marks.js';
import { type NamedOfficer, officersByIds } from './named-officers.js';
import { headingOf } from './queue.js';

/** A case with everything an officer decides by (O1). The look is recorded, and leaves a lease by which others are told that the case is open. */
export async function read(db: Queries, { id }: { id: string }, officer: ActingOfficer, desk: Desk): Promise<ReviewCase> {
  const { clock, secrets, directory } = desk;
  return db.transaction(async (tx) => {
    const row = await findMine(tx, id, officer, desk);
    const openBy = await leasesOfOthers(tx, row.id, officer, desk);
    await takeLease(tx, row.id, officer, desk);
    await record(tx, clock, { act: 'case-read', subject: row.reference, actor: officer.officerId, agencyCode: officer.agencyCode });
    const kept = row.sealed ? secrets.openJson<KeptDeclaration>('declaration', row.id, row.sealed) : undefined;
    const account = kept && (await findByPerson(tx, personMac(secrets, kept.bhxhNumber)));
    const last = await lastActOf(tx, row.id);
    const now = clock.now();
    const undoable =
      last && row.correctedAs === null && !undoFault(doneAct(last), { now: now.toISOString(), officerId: officer.officerId, status: row.status });
    const allowed = allowedOn(row.status);
    const undecided = kept && allowed.length > 0;
    return {
      ...headingOf(row, kept),
      rulePack: row.rulePack,
      now: now.toISOString(),
      ...(kept && { declared: declaredOf(kept) }),
      ...(kept?.address && { addressText: await addressInWords(kept.address, directory) }),
      photographs: await kindsOf(tx, row.id),
      consents: await consentsOf(tx, row.id),
      allowed,
      ...(undoable && { undo: { act: last.act, until: doneAct(last).until } }),
      history: await historyOf(tx, row, desk),
      duplicates: await duplicatesOf(tx, row, officer, desk),
      ...(account && { account: { state: stateOf(account, now), createdAt: account.createdAt.toISOString() } }),
      ...(undecided && (await guardianFacts(tx, { id: row.id, kept, account }, desk))),
      openBy,
    };
  });
}

/** One photograph. The look is recorded. */
export async function photograph(
  db: Queries,
  { id, kind }: { id: string; kind: string },
  officer: ActingOfficer,
  desk: Desk,
): Promise<Uint8Array<ArrayBuffer>> {
  const { clock, secrets } = desk;
  const row = await findMine(db, id, officer, desk);
  const kept = await photographRows.ofDeclaration(db, row.id, kind);
  if (!kept?.sealed) throw new Refusal('review.not-found');
  await record(db, clock, { act: 'photograph-read', subject: row.reference, actor: officer.officerId, agencyCode: officer.agencyCode });
  return new Uint8Array(secrets.open('photograph', kept.id, kept.sealed));
}

/** What the person declared, without what the case says itself. */
export function declaredOf({ rulePack: _, purpose: __, subject: ___, agencyCode: ____, commitment: _____, seal: ______, ...declared }: KeptDeclaration) {
  return declared;
}

async function kindsOf(tx: Queries, declarationId: string): Promise<{ kind: string }[]> {
  return tx.select({ kind: photographs.kind }).from(photographs).where(eq(photographs.declarationId, declarationId)).orderBy(asc(photographs.kind));
}

async function takeLease(tx: Queries, declarationId: string, { officerId }: ActingOfficer, { clock }: Desk): Promise<void> {
  const now = clock.now();
  await tx
    .insert(reviewLeases)
    .values({ declarationId, officerId, since: now, until: after(now, LEASE) })
    .onConflictDoUpdate({
      target: [reviewLeases.declarationId, reviewLeases.officerId],
      set: {
        since: sql`case when ${reviewLeases.until} > ${now.toISOString()}::timestamptz then ${reviewLeases.since} else excluded.since end`,
        until: sql`excluded.until`,
      },
    });
}

async function leasesOfOthers(tx: Queries, declarationId: string, { officerId }: ActingOfficer, desk: Desk): Promise<ReviewCase['openBy']> {
  const rows = await tx
    .select()
    .from(reviewLeases)
    .where(and(eq(reviewLeases.declarationId, declarationId), ne(reviewLeases.officerId, officerId), gt(reviewLeases.until, desk.clock.now())))
    .orderBy(asc(reviewLeases.since));
  const named = await officersByIds(
    tx,
    rows.map((row) => row.officerId),
    desk,
  );
  return rows.map((row) => ({ ...nameIn(named, row.officerId), since: row.since.toISOString() }));
}

const nameIn = (named: ReadonlyMap<string, NamedOfficer>, id: string): NamedOfficer => named.get(id) ?? { officerName: '', agencyName: '' };

/** What happened, oldest first: the person's declaring, the officers' acts, an undo as a step of its own, and what the clock did. */
async function historyOf(tx: Queries, row: DeclarationRow, desk: Desk): Promise<ReviewStep[]> {
  const acts = await tx.select().from(reviewActs).where(eq(reviewActs.declarationId, row.id)).orderBy(asc(reviewActs.version));
  const events = await eventsOf(tx, row.id);
  const named = await officersByIds(
    tx,
    acts.map(({ officerId }) => officerId),
    desk,
  );
  const steps = acts.flatMap((act): ReviewStep[] => {
    const who = nameIn(named, act.officerId);
    const { words } = act.sealed ? desk.secrets.openJson<Told>('review', act.id, act.sealed) : {};
    const undone: ReviewStep[] = act.undoneAt ? [{ act: 'undone', at: act.undoneAt.toISOString(), status: act.fromStatus, ...who }] : [];
    return [
      {
        act: act.act,
        at: act.at.toISOString(),
        status: act.toStatus,
        ...who,
        ...(act.reasons && { reasons: act.reasons }),
        ...(words && { words }),
        ...(act.undoneAt && { undone: true }),
      },
      ...undone,
    ];
  });
  const first = events[0] ?? { status: row.status, at: row.receivedAt };
  const cancelled = events.filter(({ status }) => status === 'cancelled').map(({ status, at }) => ({ act: 'cancelled', at: at.toISOString(), status }));
  return [{ act: 'declared', at: first.at.toISOString(), status: first.status }, ...steps, ...cancelled];
}

/** Other declarations with a number or contact of this one. Of those the officer does not act for only that they are there, where and since when. */
async function duplicatesOf(tx: Queries, { id }: DeclarationRow, officer: ActingOfficer, desk: Desk): Promise<ReviewDuplicate[]> {
  const same = await sameAs(tx, id);
  if (same.size === 0) return [];
  const scope = await desk.scopeOf(officer);
  const rows = await tx
    .select()
    .from(declarations)
    .where(inArray(declarations.id, [...same.keys()]));
  return rows
    .sort((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime())
    .map((row) => {
      const kept = row.sealed ? desk.secrets.openJson<KeptDeclaration>('declaration', row.id, row.sealed) : undefined;
      const { agencyName, status, receivedAt, reference, purpose } = headingOf(row, kept);
      const seen = scope.includes(row.agencyCode) ? { id: row.id, reference, ...(kept && { fullName: kept.fullName }), ...(purpose && { purpose }) } : {};
      return { ...seen, status, agencyName, receivedAt, same: same.get(row.id) ?? [] };
    });
}
