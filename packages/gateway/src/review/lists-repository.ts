import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Queries } from '../storage/database.js';
import { type ReviewListItemRow, type ReviewListRow, reviewListItems, reviewLists } from '../storage/review-schema.js';
import { type DeclarationRow, declarations } from '../storage/schema.js';

export async function insert(tx: Queries, list: typeof reviewLists.$inferInsert, items: readonly (typeof reviewListItems.$inferInsert)[]): Promise<void> {
  await tx.insert(reviewLists).values(list);
  await tx.insert(reviewListItems).values([...items]);
}

export async function find(db: Queries, id: string, lock?: 'for update'): Promise<ReviewListRow | undefined> {
  const query = db.select().from(reviewLists).where(eq(reviewLists.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row;
}

export async function itemsOf(db: Queries, listId: string): Promise<ReviewListItemRow[]> {
  return db.select().from(reviewListItems).where(eq(reviewListItems.listId, listId)).orderBy(asc(reviewListItems.position));
}

/** Lists that still wait for their second person, oldest first. */
export async function waiting(db: Queries, now: Date, most: number): Promise<ReviewListRow[]> {
  return db
    .select()
    .from(reviewLists)
    .where(and(eq(reviewLists.state, 'waiting'), gt(reviewLists.until, now)))
    .orderBy(asc(reviewLists.createdAt), asc(reviewLists.id))
    .limit(most);
}

export async function update(tx: Queries, id: string, change: Partial<ReviewListRow>): Promise<void> {
  await tx.update(reviewLists).set(change).where(eq(reviewLists.id, id));
}

export async function updateItem(tx: Queries, { listId, position }: ReviewListItemRow, change: Partial<ReviewListItemRow>): Promise<void> {
  await tx
    .update(reviewListItems)
    .set(change)
    .where(and(eq(reviewListItems.listId, listId), eq(reviewListItems.position, position)));
}

/** Declarations by id; locked in the order of ids, so that two lists with the same rows do not wait for each other. */
export async function declarationsOf(db: Queries, ids: readonly string[], lock?: 'for update'): Promise<ReadonlyMap<string, DeclarationRow>> {
  const query = db
    .select()
    .from(declarations)
    .where(inArray(declarations.id, [...ids]))
    .orderBy(asc(declarations.id));
  const rows = await (lock ? query.for('update') : query);
  return new Map(rows.map((row) => [row.id, row]));
}
