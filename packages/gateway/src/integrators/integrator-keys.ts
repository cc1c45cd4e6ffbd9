import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { record } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import { newToken, tokenHash } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { isId } from '../storage/ids.js';
import { integratorKeys } from '../storage/integrators-schema.js';
import type { Scope } from './integrators.js';

/** What the operator's acts on keys need. */
export interface KeyKeeping {
  readonly db: Queries;
  readonly clock: Clock;
}

/** A key to be. */
export interface NewKey {
  /** Of the host. */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Without it the key works until it is revoked. */
  readonly expiresAt?: Date | undefined;
}

/** Thrown when the operator asks for something about a key that cannot be done; the message says why and what to do. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
}

/** By which people and programs that look for forgotten secrets know what it is. */
const PREFIX = 'bhxh-key_';

/** Makes a key and answers it, once: only its hash is kept. */
export async function addKey({ name, scopes, expiresAt }: NewKey, { db, clock }: KeyKeeping): Promise<{ readonly id: string; readonly key: string }> {
  const [id, key] = [randomUUID(), `${PREFIX}${newToken()}`];
  await db.transaction(async (tx) => {
    await tx.insert(integratorKeys).values({ id, hash: tokenHash(key), name, scopes: [...scopes], createdAt: clock.now(), expiresAt: expiresAt ?? null });
    await record(tx, clock, { act: 'key-added', subject: id, actor: 'operator' });
  });
  return { id, key };
}

/** Ends a key at once, on every instance, and answers whose it was. One that is revoked already stays so. */
export async function revokeKey(id: string, { db, clock }: KeyKeeping): Promise<string> {
  const unknown = new KeyRefused(`There is no key ${id}. \`keys list\` shows which there are.`);
  if (!isId(id)) throw unknown;
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(integratorKeys).where(eq(integratorKeys.id, id)).for('update');
    if (!row) throw unknown;
    if (!row.revokedAt) {
      await tx.update(integratorKeys).set({ revokedAt: clock.now() }).where(eq(integratorKeys.id, row.id));
      await record(tx, clock, { act: 'key-revoked', subject: row.id, actor: 'operator' });
    }
    return row.name;
  });
}

/** A key as the operator sees it. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  /** The hour of its last use, as far as one is known. */
  readonly lastUsedAt: Date | null;
  readonly state: 'active' | 'over' | 'revoked';
}

export async function listKeys({ db, clock }: KeyKeeping): Promise<ListedKey[]> {
  const rows = await db.select().from(integratorKeys).orderBy(asc(integratorKeys.createdAt), asc(integratorKeys.id));
  return rows.map(({ id, name, scopes, expiresAt, lastUsedAt, revokedAt }) => ({
    ...{ id, name, scopes, expiresAt, lastUsedAt },
    state: revokedAt ? 'revoked' : expiresAt && expiresAt <= clock.now() ? 'over' : 'active',
  }));
}
