import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { type OfficerRow, officers } from '../storage/officers-schema.js';

/** A user name as it is kept and compared: without spaces around it and without capitals. */
export const foldedUsername = (username: string): string => username.normalize('NFC').trim().toLowerCase();

export async function findByUsername(db: Queries, username: string): Promise<OfficerRow | undefined> {
  const [row] = await db
    .select()
    .from(officers)
    .where(eq(officers.username, foldedUsername(username)));
  return row;
}

export async function find(db: Queries, id: string): Promise<OfficerRow | undefined> {
  const [row] = await db.select().from(officers).where(eq(officers.id, id));
  return row;
}

export async function update(tx: Queries, id: string, change: Partial<OfficerRow>): Promise<void> {
  await tx.update(officers).set(change).where(eq(officers.id, id));
}

/** Uses up a code of an officer as they were read. No when it, or a later one, was used before, also in the same moment elsewhere; and when they were disabled or their password changed meanwhile. */
export async function useStep(tx: Queries, { id, passwordHash }: OfficerRow, step: number): Promise<boolean> {
  const used = await tx
    .update(officers)
    .set({ codeStep: step })
    .where(and(eq(officers.id, id), eq(officers.passwordHash, passwordHash), lt(officers.codeStep, step), isNull(officers.disabledAt)))
    .returning({ id: officers.id });
  return used.length > 0;
}

export const nameOf = (row: OfficerRow, secrets: Secrets): string => secrets.openJson<string>('officer', `${row.id} name`, row.sealedName);

export const codeSecretOf = (row: OfficerRow, secrets: Secrets): Uint8Array => secrets.open('officer', `${row.id} code`, row.sealedCodeSecret);

/** The sealed parts of a row. */
export const sealedName = (id: string, name: string, secrets: Secrets): Uint8Array => secrets.sealJson('officer', `${id} name`, name);
export const sealedCodeSecret = (id: string, secret: Uint8Array, secrets: Secrets): Uint8Array => secrets.seal('officer', `${id} code`, secret);
