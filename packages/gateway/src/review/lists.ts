import { randomUUID } from 'node:crypto';
import type { ErrorCode, ReviewListOutcome, ReviewOutcome, ReviewRow, WaitingReviewList } from '@bhxh-kit/contract';
import { LIST_WAITS_HOURS, needsSecondPerson, undoUntil } from '@bhxh-kit/domain';
import { lockPersons } from '../accounts/account-changes.js';
import { type Act, record } from '../audit/audit.js';
import { after } from '../clock/clock.js';
import type { ActingOfficer } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import type { KeptDeclaration } from '../registration/registration.js';
import type { Queries } from '../storage/database.js';
import type { ReviewListItemRow, ReviewListRow } from '../storage/review-schema.js';
import type { DeclarationRow } from '../storage/schema.js';
import { approveLocked } from './acting.js';
import { type Desk } from './desk.js';
import * as lists from './lists-repository.js';
import { officersByIds } from './named-officers.js';
import { rowsFor } from './queue.js';
import { undoLocked } from './undoing.js';

type Results = ReviewListOutcome['results'];

/** Lists an officer is shown at most. */
const SHOWN_MOST = 100;

/**
 * Approves a list in one act (O5). Each row is approved or refused for itself; a case that is not the officer's is refused as one nobody has. Where the
 * installation asks for a second person nothing is approved yet.
 */
export async function approveList(
  tx: Queries,
  { items: given }: { items: readonly { id: string; version: number }[] },
  officer: ActingOfficer,
  desk: Desk,
): Promise<ReviewListOutcome> {
  // As the database writes ids: one in capitals is the same.
  const items = given.map(({ id, version }) => ({ id: id.toLowerCase(), version }));
  if (new Set(items.map(({ id }) => id)).size < items.length)
    throw new Refusal('review.list-twice', { fieldErrors: [{ pointer: '/items', code: 'review.list-twice' }] });
  const { clock, settings } = desk;
  const now = clock.now();
  const list: ReviewListRow = {
    id: randomUUID(),
    officerId: officer.officerId,
    agencyCode: officer.agencyCode,
    state: 'waiting',
    createdAt: now,
    until: after(now, LIST_WAITS_HOURS * 3_600_000),
    decidedBy: null,
    decidedAt: null,
  };
  const scope = await desk.scopeOf(officer);
  const known = await lists.declarationsOf(
    tx,
    items.map(({ id }) => id),
  );
  const mine = (id: string): boolean => scope.includes(known.get(id)?.agencyCode ?? '');
  await lists.insert(
    tx,
    list,
    items.map(({ id, version }, position) => ({ listId: list.id, position, declarationId: id, version, ...(mine(id) ? { outcome: 'waiting' } : NOBODYS) })),
  );
  await audit(tx, 'list-made', list, officer, desk);
  if (needsSecondPerson(items.length, settings.secondPersonFrom)) return outcome(tx, list, desk);
  return run(tx, list, officer, desk);
}

const NOBODYS = { outcome: 'refused', code: 'review.not-found' } as const;

/** The lists that wait, of those the officer made or acts for every case of. */
export async function waitingLists(db: Queries, officer: ActingOfficer, desk: Desk): Promise<{ items: WaitingReviewList[] }> {
  const rows = await lists.waiting(db, desk.clock.now(), SHOWN_MOST);
  const shown = await Promise.all(rows.map(async (list) => ((await sees(db, list, officer, desk)) ? headingOf(db, list, officer, desk) : undefined)));
  return { items: shown.filter((list) => list !== undefined) };
}

/** A waiting list with its cases. The look is recorded for each. */
export async function readList(
  db: Queries,
  { listId }: { listId: string },
  officer: ActingOfficer,
  desk: Desk,
): Promise<WaitingReviewList & { items: ReviewRow[] }> {
  const list = await findWaiting(db, listId, officer, desk);
  const items = await waitingItems(db, list);
  const known = await lists.declarationsOf(
    db,
    items.map(({ declarationId }) => declarationId),
  );
  const rows = items.flatMap(({ declarationId }) => known.get(declarationId) ?? []);
  await db.transaction(async (tx) => {
    for (const { reference } of rows)
      await record(tx, desk.clock, { act: 'list-read', subject: reference, actor: officer.officerId, agencyCode: officer.agencyCode });
  });
  return { ...(await headingOf(db, list, officer, desk)), items: await rowsFor(db, rows, officer, desk) };
}

/** Confirms a waiting list as its second person. */
export async function confirmList(tx: Queries, { listId }: { listId: string }, officer: ActingOfficer, desk: Desk): Promise<ReviewListOutcome> {
  const list = await findWaiting(tx, listId, officer, desk, 'for update');
  if (list.officerId === officer.officerId) throw new Refusal('review.second-person');
  await audit(tx, 'list-confirmed', list, officer, desk);
  return run(tx, list, officer, desk);
}

/** Declines a waiting list, or withdraws one's own. */
export async function declineList(tx: Queries, { listId }: { listId: string }, officer: ActingOfficer, desk: Desk): Promise<ReviewListOutcome> {
  const list = await findWaiting(tx, listId, officer, desk, 'for update');
  const change = { state: 'declined', decidedBy: officer.officerId, decidedAt: desk.clock.now() };
  await lists.update(tx, list.id, change);
  await audit(tx, 'list-declined', list, officer, desk);
  return outcome(tx, { ...list, ...change }, desk);
}

/** Takes a whole list back, within its minute and by who approved it; a row that changed meanwhile stays as it is. */
export async function undoList(tx: Queries, { listId }: { listId: string }, officer: ActingOfficer, desk: Desk): Promise<ReviewListOutcome> {
  const list = await lists.find(tx, listId, 'for update');
  if (!list || !(await sees(tx, list, officer, desk))) throw new Refusal('review.list-not-found');
  const now = desk.clock.now();
  if (list.state !== 'done' || !list.decidedAt || undoUntil(list.decidedAt.toISOString()) <= now.toISOString()) throw new Refusal('review.undo-over');
  if (list.decidedBy !== officer.officerId) throw new Refusal('review.undo-not-yours');
  await eachRow(tx, list, 'approved', officer, desk, 'undone', (row, item, savepoint) => undoLocked(savepoint, row, item.madeVersion ?? 0, officer, desk));
  await lists.update(tx, list.id, { state: 'undone' });
  await audit(tx, 'list-undone', list, officer, desk);
  return outcome(tx, { ...list, state: 'undone' }, desk);
}

async function run(tx: Queries, list: ReviewListRow, officer: ActingOfficer, desk: Desk): Promise<ReviewListOutcome> {
  await eachRow(tx, list, 'waiting', officer, desk, 'approved', (row, item, savepoint) => approveLocked(savepoint, row, item.version, officer, desk));
  const change = { state: 'done', decidedBy: officer.officerId, decidedAt: desk.clock.now() };
  await lists.update(tx, list.id, change);
  return outcome(tx, { ...list, ...change }, desk);
}

type RowAct = (row: DeclarationRow, item: ReviewListItemRow, savepoint: Queries) => Promise<ReviewOutcome>;

/** Does one thing to every row with an outcome: all rows are locked first, then all persons, then each is done behind a savepoint, so that a refused row undoes only itself. */
async function eachRow(tx: Queries, list: ReviewListRow, from: string, officer: ActingOfficer, desk: Desk, to: string, act: RowAct): Promise<void> {
  const items = (await lists.itemsOf(tx, list.id)).filter(({ outcome: before }) => before === from);
  if (items.length === 0) return;
  const rows = await lists.declarationsOf(
    tx,
    items.map(({ declarationId }) => declarationId),
    'for update',
  );
  await lockPersons(
    tx,
    [...rows.values()].flatMap(({ id, sealed }) => (sealed ? [desk.secrets.openJson<KeptDeclaration>('declaration', id, sealed)] : [])),
    desk.secrets,
  );
  const scope = await desk.scopeOf(officer);
  for (const item of items) {
    const row = rows.get(item.declarationId);
    if (!row || !scope.includes(row.agencyCode)) {
      await lists.updateItem(tx, item, NOBODYS);
      continue;
    }
    const done = await tx.transaction((savepoint) => act(row, item, savepoint)).catch(refusalCode);
    await lists.updateItem(tx, item, typeof done === 'string' ? { outcome: 'refused', code: done } : { outcome: to, madeVersion: done.version });
  }
}

function refusalCode(failure: unknown): ErrorCode {
  if (failure instanceof Refusal) return failure.code;
  throw failure;
}

async function findWaiting(db: Queries, listId: string, officer: ActingOfficer, desk: Desk, lock?: 'for update'): Promise<ReviewListRow> {
  const list = await lists.find(db, listId, lock);
  const waits = list?.state === 'waiting' && list.until > desk.clock.now();
  if (!list || !waits || !(await sees(db, list, officer, desk))) throw new Refusal('review.list-not-found');
  return list;
}

/** A list is seen by its maker, and by whoever acts for every case of it. */
async function sees(db: Queries, list: ReviewListRow, officer: ActingOfficer, desk: Desk): Promise<boolean> {
  if (list.officerId === officer.officerId) return true;
  const scope = await desk.scopeOf(officer);
  const items = (await lists.itemsOf(db, list.id)).filter(({ code }) => code !== NOBODYS.code);
  const rows = await lists.declarationsOf(
    db,
    items.map(({ declarationId }) => declarationId),
  );
  return items.length > 0 && items.every(({ declarationId }) => scope.includes(rows.get(declarationId)?.agencyCode ?? ''));
}

const waitingItems = async (db: Queries, { id }: ReviewListRow): Promise<ReviewListItemRow[]> =>
  (await lists.itemsOf(db, id)).filter(({ outcome: now }) => now === 'waiting');

async function headingOf(db: Queries, list: ReviewListRow, officer: ActingOfficer, desk: Desk): Promise<WaitingReviewList> {
  const named = await officersByIds(db, [list.officerId], desk);
  return {
    listId: list.id,
    count: (await waitingItems(db, list)).length,
    ...(named.get(list.officerId) ?? { officerName: '', agencyName: '' }),
    at: list.createdAt.toISOString(),
    until: list.until.toISOString(),
    mayConfirm: list.officerId !== officer.officerId,
  };
}

async function outcome(tx: Queries, list: ReviewListRow, desk: Desk): Promise<ReviewListOutcome> {
  const items = await lists.itemsOf(tx, list.id);
  const known = await lists.declarationsOf(
    tx,
    items.map(({ declarationId }) => declarationId),
  );
  const results: Results = items.map(({ declarationId: id, outcome: became, code }) => {
    const row = code === NOBODYS.code ? undefined : known.get(id);
    return { id, outcome: became, ...(code && { code }), ...(row && { reference: row.reference, status: row.status, version: row.version }) };
  });
  const until = list.state === 'done' && list.decidedAt ? { undoUntil: undoUntil(list.decidedAt.toISOString()) } : {};
  return { listId: list.id, state: list.state, results, ...until, now: desk.clock.now().toISOString() };
}

const audit = (tx: Queries, act: Act, list: ReviewListRow, officer: ActingOfficer, { clock }: Desk): Promise<void> =>
  record(tx, clock, { act, subject: list.id, actor: officer.officerId, agencyCode: officer.agencyCode });
