import { createHash } from 'node:crypto';
import type { Passkey, PasskeyCeremony } from '@bhxh-kit/contract';
import { asc, eq } from 'drizzle-orm';
import { beginTry, endTries } from '../accounts/lockout.js';
import { record } from '../audit/audit.js';
import type { ActingOfficer } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { type Answered, askForKey, type Ceremonies, type Key, madeKey } from '../passkeys/ceremonies.js';
import { siteOf } from '../passkeys/site.js';
import type { Secrets } from '../secrets/secrets.js';
import { holdSession } from '../sessions/sessions.js';
import type { Queries } from '../storage/database.js';
import { type OfficerPasskeyRow, officerPasskeys } from '../storage/passkeys-schema.js';
import * as officerRows from './officers-repository.js';
import { stepOf } from './one-time-codes.js';
import { tryOf } from './signing-in.js';

interface Needs extends Ceremonies {
  readonly secrets: Secrets;
}

/** The officer's passkeys, the oldest first. */
export async function listPasskeys({ officerId }: ActingOfficer, { db, secrets }: Pick<Needs, 'db' | 'secrets'>): Promise<{ items: Passkey[] }> {
  return { items: (await rowsOf(db, officerId)).map((row) => shown(row, secrets)) };
}

/** Asks a device for a passkey. Takes a one-time code, so that a session left open is not enough to stay in for good; wrong ones count as wrong sign-ins. */
export async function newPasskeyOptions({ officerId }: ActingOfficer, oneTimeCode: string, needs: Needs): Promise<PasskeyCeremony> {
  const { db, clock, secrets, settings } = needs;
  siteOf(settings);
  const officer = await officerRows.find(db, officerId);
  if (!officer) throw new Refusal('session.expired');
  await beginTry(db, clock, tryOf(officer.username, needs));
  const step = stepOf(officerRows.codeSecretOf(officer, secrets), oneTimeCode, clock.now());
  if (step === undefined || !(await officerRows.useStep(db, officer, step)))
    throw new Refusal('passkey.refused', { fieldErrors: [{ pointer: '/oneTimeCode', code: 'one-time-code.wrong' }] });
  await endTries(db, tryOf(officer.username, needs));
  const user = { handle: new Uint8Array(Buffer.from(officer.id)), name: officer.username, displayName: officerRows.nameOf(officer, secrets) };
  return askForKey({ officerId: officer.id }, user, (await rowsOf(db, officer.id)).map(keyOf), needs);
}

/** Adds what the device made, when it is the answer to this officer's challenge, made on a page of the site, and the device knows its user. */
export async function addPasskey(acting: ActingOfficer, { label, ...answered }: Answered & { readonly label: string }, needs: Needs): Promise<Passkey> {
  const { db, clock, secrets } = needs;
  const { officerId, agencyCode } = acting;
  const { credentialId, publicKey, counter, transports, syncable, backedUp } = await madeKey(answered, { officerId }, 'officers', needs);
  const row: OfficerPasskeyRow = {
    id: credentialId,
    officerId,
    publicKey,
    counter,
    transports: [...transports],
    syncable,
    backedUp,
    sealedName: secrets.sealJson('officer', `passkey ${credentialId}`, label),
    createdAt: clock.now(),
    lastUsedAt: null,
  };
  await db.transaction(async (tx) => {
    // Whoever is given new credentials in this moment keeps no passkey added by a session that ends with the old ones.
    await holdSession(tx, acting.sessionId);
    const inserted = await tx.insert(officerPasskeys).values(row).onConflictDoNothing().returning({ id: officerPasskeys.id });
    if (inserted.length === 0) throw new Refusal('passkey.refused');
    await record(tx, clock, { act: 'passkey-added', subject: officerId, actor: officerId, agencyCode });
  });
  return shown(row, secrets);
}

/** Removes one of the officer's own passkeys. */
export async function removePasskey(acting: ActingOfficer, id: string, { db, clock }: Pick<Needs, 'db' | 'clock'>): Promise<void> {
  const row = (await rowsOf(db, acting.officerId)).find((each) => wireId(each.id) === id);
  if (!row) throw new Refusal('passkey.not-found');
  await db.transaction(async (tx) => {
    await tx.delete(officerPasskeys).where(eq(officerPasskeys.id, row.id));
    await record(tx, clock, { act: 'passkey-removed', subject: acting.officerId, actor: acting.officerId, agencyCode: acting.agencyCode });
  });
}

const rowsOf = (db: Queries, officerId: string): Promise<OfficerPasskeyRow[]> =>
  db.select().from(officerPasskeys).where(eq(officerPasskeys.officerId, officerId)).orderBy(asc(officerPasskeys.createdAt), asc(officerPasskeys.id));

export const keyOf = ({ id, publicKey, counter, transports }: OfficerPasskeyRow): Key => ({ credentialId: id, publicKey, counter, transports });

/** What a passkey is called in addresses: its credential id may be long, and is the device's business. */
const wireId = (credentialId: string): string => createHash('sha256').update(credentialId).digest('base64url').slice(0, 22);

const shown = (row: OfficerPasskeyRow, secrets: Secrets): Passkey => ({
  id: wireId(row.id),
  label: secrets.openJson<string>('officer', `passkey ${row.id}`, row.sealedName),
  createdAt: row.createdAt.toISOString(),
  ...(row.lastUsedAt && { lastUsedAt: row.lastUsedAt.toISOString() }),
  backedUp: row.backedUp,
});
