import { createHash } from 'node:crypto';
import { PASSKEYS_MAX, type Passkey } from '@bhxh-kit/contract';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { asc, eq } from 'drizzle-orm';
import { beginTry, endTries } from '../accounts/lockout.js';
import { record } from '../audit/audit.js';
import type { ActingOfficer } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Sessions } from '../sessions/sessions.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import { officerPasskeys, type PasskeyRow } from '../storage/officers-schema.js';
import { sessions } from '../storage/schema.js';
import * as officerRows from './officers-repository.js';
import { stepOf } from './one-time-codes.js';
import { keepChallenge, takeChallenge } from './passkey-challenges.js';
import { originsFor, siteOf } from './passkey-site.js';
import { tryOf } from './signing-in.js';

export interface Passkeys extends Sessions {
  readonly settings: Settings;
}

/** A challenge, and what the authenticator answered to it. */
export interface Answered {
  readonly challengeToken: string;
  readonly credential: { readonly response: { readonly clientDataJSON?: unknown } };
}

/** Fetched on first use: most gateways start and serve people without it. */
export const webauthn = () => import('@simplewebauthn/server');

/** The officer's passkeys, the oldest first. */
export async function listPasskeys({ officerId }: ActingOfficer, { db, secrets }: Pick<Passkeys, 'db' | 'secrets'>): Promise<{ items: Passkey[] }> {
  return { items: (await rowsOf(db, officerId)).map((row) => shown(row, secrets)) };
}

/** Asks a device for a passkey. Takes a one-time code, so that a session left open is not enough to stay in for good; wrong ones count as wrong sign-ins. */
export async function newPasskeyOptions(
  acting: ActingOfficer,
  oneTimeCode: string,
  needs: Passkeys,
): Promise<{ challengeToken: string; options: Record<string, unknown> }> {
  const { db, clock, secrets, settings } = needs;
  const rpID = siteOf(settings);
  const officer = await officerRows.find(db, acting.officerId);
  if (!officer) throw new Refusal('session.expired');
  await beginTry(db, clock, tryOf(officer.username, needs));
  const step = stepOf(officerRows.codeSecretOf(officer, secrets), oneTimeCode, clock.now());
  if (step === undefined || !(await officerRows.useStep(db, officer, step)))
    throw new Refusal('passkey.refused', { fieldErrors: [{ pointer: '/oneTimeCode', code: 'one-time-code.wrong' }] });
  await endTries(db, tryOf(officer.username, needs));
  const known = await rowsOf(db, officer.id);
  if (known.length >= PASSKEYS_MAX)
    throw new Refusal('passkey.refused', { fieldErrors: [{ pointer: '', code: 'passkey.too-many', facts: { maximum: PASSKEYS_MAX } }] });
  const options = await (await webauthn()).generateRegistrationOptions({
    rpID,
    rpName: rpID,
    userID: new Uint8Array(Buffer.from(officer.id)),
    userName: officer.username,
    userDisplayName: officerRows.nameOf(officer, secrets),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    // Found without a user name, and never without a fingerprint, face or PIN: alone it is as good as password and code.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { challengeToken: await keepChallenge(db, options.challenge, officer.id, clock), options: { ...options } };
}

/** Adds what the device made, when it is the answer to this officer's challenge, made on a page of the site, and the device knows its user. */
export async function addPasskey(
  acting: ActingOfficer,
  { label, challengeToken, credential }: Answered & { readonly label: string },
  needs: Passkeys,
): Promise<Passkey> {
  const { db, clock, secrets, settings } = needs;
  const rpID = siteOf(settings);
  const challenge = await takeChallenge(db, challengeToken, acting.officerId, clock);
  if (challenge === undefined) throw new Refusal('passkey.refused');
  const verified = await (await webauthn())
    .verifyRegistrationResponse({
      response: credential as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: originsFor(credential.response.clientDataJSON, settings),
      expectedRPID: rpID,
      requireUserVerification: true,
    })
    // The library throws at whatever is wrong with it, in words that repeat what was sent.
    .catch(() => undefined);
  if (!verified?.verified) throw new Refusal('passkey.refused');
  const { credential: made, credentialDeviceType, credentialBackedUp } = verified.registrationInfo;
  const row: PasskeyRow = {
    id: made.id,
    officerId: acting.officerId,
    publicKey: made.publicKey,
    counter: made.counter,
    transports: transportsIn(made.transports),
    syncable: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
    sealedName: secrets.sealJson('officer', `passkey ${made.id}`, label),
    createdAt: clock.now(),
    lastUsedAt: null,
  };
  await db.transaction(async (tx) => {
    await refuseEnded(tx, acting);
    const inserted = await tx.insert(officerPasskeys).values(row).onConflictDoNothing().returning({ id: officerPasskeys.id });
    if (inserted.length === 0) throw new Refusal('passkey.refused');
    await record(tx, clock, { act: 'passkey-added', subject: acting.officerId, actor: acting.officerId, agencyCode: acting.agencyCode });
  });
  return shown(row, secrets);
}

/** The session, held until the transaction ends: whoever is given new credentials in this moment keeps no passkey added by a session that ends with the old ones. */
async function refuseEnded(tx: Queries, { sessionId }: ActingOfficer): Promise<void> {
  const [session] = await tx.select({ endedAt: sessions.endedAt }).from(sessions).where(eq(sessions.id, sessionId)).for('update');
  if (!session || session.endedAt) throw new Refusal('session.expired');
}

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

/** How a browser says the device is reached. Nobody signed it, so it may be anything; what is known of it is kept, to be told the browser again. */
const transportsIn = (said: unknown): string[] => (Array.isArray(said) ? TRANSPORTS.filter((known) => said.includes(known)) : []);

/** Removes one of the officer's own passkeys. */
export async function removePasskey(acting: ActingOfficer, id: string, { db, clock }: Pick<Passkeys, 'db' | 'clock'>): Promise<void> {
  const row = (await rowsOf(db, acting.officerId)).find((each) => wireId(each.id) === id);
  if (!row) throw new Refusal('passkey.not-found');
  await db.transaction(async (tx) => {
    await tx.delete(officerPasskeys).where(eq(officerPasskeys.id, row.id));
    await record(tx, clock, { act: 'passkey-removed', subject: acting.officerId, actor: acting.officerId, agencyCode: acting.agencyCode });
  });
}

const rowsOf = (db: Queries, officerId: string): Promise<PasskeyRow[]> =>
  db.select().from(officerPasskeys).where(eq(officerPasskeys.officerId, officerId)).orderBy(asc(officerPasskeys.createdAt), asc(officerPasskeys.id));

/** What a passkey is called in addresses: its credential id may be long, and is the device's business. */
const wireId = (credentialId: string): string => createHash('sha256').update(credentialId).digest('base64url').slice(0, 22);

const shown = (row: PasskeyRow, secrets: Secrets): Passkey => ({
  id: wireId(row.id),
  label: secrets.openJson<string>('officer', `passkey ${row.id}`, row.sealedName),
  createdAt: row.createdAt.toISOString(),
  ...(row.lastUsedAt && { lastUsedAt: row.lastUsedAt.toISOString() }),
  backedUp: row.backedUp,
});
