import { and, asc, count, eq, inArray, isNotNull, isNull, lte, type SQL, type SQLWrapper, sum } from 'drizzle-orm';
import type { Queries } from '../storage/database.js';
import { photographChunks, type PhotographRow, photographs } from '../storage/schema.js';

export async function insert(db: Queries, row: typeof photographs.$inferInsert): Promise<void> {
  await db.insert(photographs).values(row);
}

/** How many photographs no declaration uses yet, and their bytes as announced. */
export async function open(db: Queries): Promise<{ readonly photographs: number; readonly bytes: number }> {
  const [row] = await db
    .select({ photographs: count(), bytes: sum(photographs.size) })
    .from(photographs)
    .where(isNull(photographs.declarationId));
  return { photographs: row?.photographs ?? 0, bytes: Number(row?.bytes ?? 0) };
}

export async function find(db: Queries, id: string, lock?: 'for update'): Promise<PhotographRow | undefined> {
  const query = db.select().from(photographs).where(eq(photographs.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row;
}

/** Locks those that no declaration uses, in the order of ids, so that two declarations that name the same photographs do not wait for each other. */
export async function lockFree(tx: Queries, ids: readonly string[]): Promise<PhotographRow[]> {
  return lock(tx, ids, isNull(photographs.declarationId));
}

/** Locks those of these declarations, which the transaction must hold already. */
export async function lockOf(tx: Queries, declarationIds: readonly string[], ids: readonly string[]): Promise<PhotographRow[]> {
  return declarationIds.length === 0 ? [] : lock(tx, ids, inArray(photographs.declarationId, [...declarationIds]));
}

async function lock(tx: Queries, ids: readonly string[], condition: SQL): Promise<PhotographRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select()
    .from(photographs)
    .where(and(inArray(photographs.id, [...ids]), condition))
    .orderBy(asc(photographs.id))
    .for('update');
}

/** The declarations these photographs are of. Locks nothing: a declaration is locked before its photographs. */
export async function ownersOf(db: Queries, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await db
    .selectDistinct({ declarationId: photographs.declarationId })
    .from(photographs)
    .where(and(inArray(photographs.id, [...ids]), isNotNull(photographs.declarationId)));
  return found.flatMap(({ declarationId }) => (declarationId === null ? [] : [declarationId]));
}

export async function ofDeclaration(db: Queries, declarationId: string, kind: string): Promise<PhotographRow | undefined> {
  const [row] = await db
    .select()
    .from(photographs)
    .where(and(eq(photographs.declarationId, declarationId), eq(photographs.kind, kind)));
  return row;
}

export async function update(db: Queries, id: string, change: Partial<PhotographRow>): Promise<void> {
  await db.update(photographs).set(change).where(eq(photographs.id, id));
}

export const remove = (db: Queries, id: string): Promise<void> => removeWhere(db, eq(photographs.id, id));
export const removeOfDeclaration = (db: Queries, declarationId: string): Promise<void> => removeWhere(db, eq(photographs.declarationId, declarationId));
export const removeExpired = (db: Queries, now: Date): Promise<void> =>
  removeWhere(db, and(isNull(photographs.declarationId), lte(photographs.expiresAt, now)));

async function removeWhere(db: Queries, condition: SQL | undefined): Promise<void> {
  await db.delete(photographs).where(condition);
}

export async function insertChunk(db: Queries, row: typeof photographChunks.$inferInsert): Promise<void> {
  await db.insert(photographChunks).values(row);
}

export async function chunksOf(db: Queries, id: string): Promise<(typeof photographChunks.$inferSelect)[]> {
  return db.select().from(photographChunks).where(eq(photographChunks.photographId, id)).orderBy(asc(photographChunks.offset));
}

export async function removeChunks(db: Queries, id: string): Promise<void> {
  await db.delete(photographChunks).where(eq(photographChunks.photographId, id));
}

/** Binds photographs to their declaration: from then on they live and die with it. */
export const assignment = (tx: Queries, ids: readonly string[], declarationId: string): SQLWrapper[] =>
  ids.length === 0
    ? []
    : [
        tx
          .update(photographs)
          .set({ declarationId })
          .where(inArray(photographs.id, [...ids])),
      ];
