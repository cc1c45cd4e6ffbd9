import { and, asc, eq, inArray, lte, max, type SQLWrapper } from 'drizzle-orm';
import type { Queries } from '../storage/database.js';
import { type DeclarationRow, declarationEvents, declarations } from '../storage/schema.js';

export const insertion = (tx: Queries, row: typeof declarations.$inferInsert): SQLWrapper[] => [
  tx.insert(declarations).values(row),
  tx.insert(declarationEvents).values({ declarationId: row.id, status: row.status, at: row.receivedAt }),
];

export async function addEvent(tx: Queries, declarationId: string, status: string, at: Date): Promise<void> {
  await tx.insert(declarationEvents).values({ declarationId, status, at });
}

export async function find(db: Queries, reference: string): Promise<DeclarationRow | undefined> {
  const [row] = await db.select().from(declarations).where(eq(declarations.reference, reference));
  return row;
}

export async function findForUpdate(tx: Queries, id: string): Promise<DeclarationRow | undefined> {
  const [row] = await tx.select().from(declarations).where(eq(declarations.id, id)).for('update');
  return row;
}

/** Locks in the order of ids. */
export async function lockAll(tx: Queries, ids: readonly string[]): Promise<DeclarationRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(declarations)
    .where(inArray(declarations.id, [...ids]))
    .orderBy(asc(declarations.id))
    .for('update');
}

export async function eventsOf(db: Queries, declarationId: string): Promise<{ status: string; at: Date }[]> {
  return db
    .select({ status: declarationEvents.status, at: declarationEvents.at })
    .from(declarationEvents)
    .where(eq(declarationEvents.declarationId, declarationId))
    .orderBy(asc(declarationEvents.id));
}

/** The next declaration whose paper is overdue, locked; another worker's are passed over. */
export async function lockOverdue(tx: Queries, now: Date): Promise<DeclarationRow | undefined> {
  const [row] = await tx
    .select()
    .from(declarations)
    .where(and(eq(declarations.status, 'waiting-for-paper'), lte(declarations.paperDueAt, now)))
    .orderBy(asc(declarations.paperDueAt))
    .limit(1)
    .for('update', { skipLocked: true });
  return row;
}

/** The next declaration to remind of its paper, locked; another worker's are passed over. */
export async function lockReminding(tx: Queries, now: Date): Promise<DeclarationRow | undefined> {
  const [row] = await tx
    .select()
    .from(declarations)
    .where(and(eq(declarations.status, 'waiting-for-paper'), lte(declarations.nextReminderAt, now)))
    .orderBy(asc(declarations.nextReminderAt))
    .limit(1)
    .for('update', { skipLocked: true });
  return row;
}

/** A change of status with its event, as writes. */
export const changing = (tx: Queries, id: string, change: Partial<DeclarationRow> & Pick<DeclarationRow, 'status'>, at: Date): SQLWrapper[] => [
  tx.update(declarations).set(change).where(eq(declarations.id, id)),
  tx.insert(declarationEvents).values({ declarationId: id, status: change.status, at }),
];

/** Removes the event of an act that was taken back before anybody was told. */
export async function removeLastEvent(tx: Queries, declarationId: string): Promise<void> {
  const last = tx
    .select({ id: max(declarationEvents.id) })
    .from(declarationEvents)
    .where(eq(declarationEvents.declarationId, declarationId));
  await tx.delete(declarationEvents).where(inArray(declarationEvents.id, last));
}

export async function update(tx: Queries, id: string, change: Partial<DeclarationRow>): Promise<void> {
  await tx.update(declarations).set(change).where(eq(declarations.id, id));
}

/** Declarations emptied before a moment, locked; another worker's are passed over. */
export async function lockTombstones(tx: Queries, emptiedBefore: Date, most: number): Promise<string[]> {
  const found = await tx
    .select({ id: declarations.id })
    .from(declarations)
    .where(lte(declarations.emptiedAt, emptiedBefore))
    .orderBy(asc(declarations.emptiedAt))
    .limit(most)
    .for('update', { skipLocked: true });
  return found.map(({ id }) => id);
}

/** Deletes declarations with their events. */
export async function remove(tx: Queries, ids: readonly string[]): Promise<void> {
  await tx.delete(declarations).where(inArray(declarations.id, [...ids]));
}
