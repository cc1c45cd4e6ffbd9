import { randomUUID } from 'node:crypto';
import type { Passkey } from '@bhxh-kit/contract';
import { and, asc, eq } from 'drizzle-orm';
import type { Clock } from '../clock/clock.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { type AccountPasskeyRow, accountPasskeys } from '../storage/passkeys-schema.js';
import type { Key, KeyState } from './ceremonies.js';

/** A person's passkey, opened. */
export interface AccountPasskey extends Key {
  readonly id: string;
  readonly accountId: string;
  readonly label: string;
  readonly backedUp: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What is sealed of it. */
interface Sealed extends Pick<Key, 'credentialId' | 'transports'> {
  /** base64url */
  readonly publicKey: string;
  readonly label: string;
}

const macOf = (secrets: Secrets, credentialId: string): string => secrets.mac('account', 'passkey', credentialId);
const placeOf = (id: string): string => `passkey ${id}`;

function opened(row: AccountPasskeyRow, secrets: Secrets): AccountPasskey {
  const { publicKey, ...sealed } = secrets.openJson<Sealed>('account', placeOf(row.id), row.sealed);
  return { ...row, ...sealed, publicKey: Buffer.from(publicKey, 'base64url') };
}

/** What a device keeps with a passkey of the account, and gives back when it signs in: opaque, and the same for every passkey of one account. */
export const handleOf = (accountId: string, secrets: Secrets): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(secrets.mac('account', 'passkey handle', accountId), 'hex'));

/** The passkeys of an account, the oldest first. */
export async function passkeysOf(db: Queries, accountId: string, secrets: Secrets): Promise<AccountPasskey[]> {
  const rows = await db
    .select()
    .from(accountPasskeys)
    .where(eq(accountPasskeys.accountId, accountId))
    .orderBy(asc(accountPasskeys.createdAt), asc(accountPasskeys.id));
  return rows.map((row) => opened(row, secrets));
}

/** The passkey a device says it used. */
export async function findByCredential(db: Queries, credentialId: string, secrets: Secrets): Promise<AccountPasskey | undefined> {
  const [row] = await db
    .select()
    .from(accountPasskeys)
    .where(eq(accountPasskeys.credentialMac, macOf(secrets, credentialId)));
  return row && opened(row, secrets);
}

/** Keeps a passkey; nothing when it is kept already, whoever's it is. */
export async function insertPasskey(
  tx: Queries,
  { accountId, label, made }: { readonly accountId: string; readonly label: string; readonly made: Key & KeyState },
  { clock, secrets }: { readonly clock: Clock; readonly secrets: Secrets },
): Promise<AccountPasskey | undefined> {
  const id = randomUUID();
  const { credentialId, transports, publicKey, ...state } = made;
  const sealed: Sealed = { credentialId, transports, publicKey: Buffer.from(publicKey).toString('base64url'), label };
  const [row] = await tx
    .insert(accountPasskeys)
    .values({
      ...state,
      id,
      accountId,
      credentialMac: macOf(secrets, credentialId),
      sealed: secrets.sealJson('account', placeOf(id), sealed),
      createdAt: clock.now(),
    })
    .onConflictDoNothing()
    .returning();
  return row && opened(row, secrets);
}

/** Keeps what a passkey told when it signed. No when somebody used or removed it since it was read. */
export async function usePasskey(tx: Queries, { id, counter }: AccountPasskey, state: KeyState, clock: Clock): Promise<boolean> {
  const used = await tx
    .update(accountPasskeys)
    .set({ ...state, lastUsedAt: clock.now() })
    .where(and(eq(accountPasskeys.id, id), eq(accountPasskeys.counter, counter)))
    .returning({ id: accountPasskeys.id });
  return used.length > 0;
}

/** No when the account has no such passkey. */
export async function deletePasskey(tx: Queries, accountId: string, id: string): Promise<boolean> {
  const gone = await tx
    .delete(accountPasskeys)
    .where(and(eq(accountPasskeys.id, id), eq(accountPasskeys.accountId, accountId)))
    .returning({ id: accountPasskeys.id });
  return gone.length > 0;
}

export const shown = ({ id, label, createdAt, lastUsedAt, backedUp }: AccountPasskey): Passkey => ({
  id,
  label,
  createdAt: createdAt.toISOString(),
  ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
  backedUp,
});
