import { randomInt, randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { hashPassword } from '../accounts/passwords.js';
import { record } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import type { Secrets } from '../secrets/secrets.js';
import { endSessionsOf } from '../sessions/sessions.js';
import type { Queries } from '../storage/database.js';
import { type OfficerRow, officers } from '../storage/officers-schema.js';
import { officerPasskeys } from '../storage/passkeys-schema.js';
import { findByUsername, foldedUsername, nameOf, sealedCodeSecret, sealedName, update } from './officers-repository.js';
import { newCodeSecret } from './one-time-codes.js';

/** What the operator's acts on officers need. */
export interface Enrolment {
  readonly db: Queries;
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** An officer to be. */
export interface NewOfficer {
  readonly id?: string;
  readonly username: string;
  readonly fullName: string;
  readonly agencyCode: string;
  readonly password: string;
  /** The password is to be changed before anything opens. */
  readonly passwordGiven: boolean;
}

/** What an officer is given once: the password to begin with, and the secret of their one-time codes. */
export interface GivenCredentials {
  readonly password: string;
  readonly codeSecret: Uint8Array;
}

/** Thrown when the operator asks for something about an officer that cannot be done; the message says why and what to do. */
export class OfficerRefused extends Error {
  override readonly name = 'OfficerRefused';
}

/** Letters and digits nobody confuses when a password is read out. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to begin with: four groups of five, 99 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** Puts an officer in. Throws `OfficerRefused` for a user name that cannot be one, or is somebody's. */
export async function addOfficer(
  { id = randomUUID(), username, fullName, agencyCode, password, passwordGiven }: NewOfficer,
  { db, clock, secrets }: Enrolment,
): Promise<GivenCredentials> {
  const folded = foldedUsername(username);
  if (!/^[a-z0-9][a-z0-9._@-]{2,63}$/.test(folded))
    throw new OfficerRefused('A user name has 3 to 64 letters a–z, digits, dots, hyphens, underscores or @, and begins with a letter or digit.');
  const passwordHash = await hashPassword(password);
  const codeSecret = newCodeSecret();
  await db.transaction(async (tx) => {
    const row = {
      id,
      username: folded,
      passwordHash,
      passwordGiven,
      sealedCodeSecret: sealedCodeSecret(id, codeSecret, secrets),
      agencyCode,
      sealedName: sealedName(id, fullName, secrets),
      createdAt: clock.now(),
    };
    const inserted = await tx.insert(officers).values(row).onConflictDoNothing().returning({ id: officers.id });
    if (inserted.length === 0)
      throw new OfficerRefused(`There is an officer ${folded} already. Choose another user name, or give this one new credentials with \`officer reset\`.`);
    await record(tx, clock, { act: 'officer-added', subject: id, actor: 'operator', agencyCode });
  });
  return { password, codeSecret };
}

/** A new first password and a new secret for the codes, for who lost them. Passkeys go, sessions end, a pause after wrong tries stays. */
export async function resetOfficer(username: string, enrolment: Enrolment): Promise<GivenCredentials> {
  const given = { password: newPassword(), codeSecret: newCodeSecret() };
  const passwordHash = await hashPassword(given.password);
  await changing(username, 'officer-reset', enrolment, async (tx, { id }) => {
    await update(tx, id, { passwordHash, passwordGiven: true, sealedCodeSecret: sealedCodeSecret(id, given.codeSecret, enrolment.secrets), codeStep: 0 });
    // The sessions first: one that is adding a passkey is waited for.
    await endSessionsOf(tx, id, enrolment.clock);
    await tx.delete(officerPasskeys).where(eq(officerPasskeys.officerId, id));
  });
  return given;
}

/** Lets an officer in no more; their sessions are over at once, on every instance. */
export async function disableOfficer(username: string, enrolment: Enrolment): Promise<void> {
  await changing(username, 'officer-disabled', enrolment, async (tx, { id }) => {
    await update(tx, id, { disabledAt: enrolment.clock.now() });
    await endSessionsOf(tx, id, enrolment.clock);
  });
}

/** Lets a disabled officer in again, with the credentials they had. */
export async function enableOfficer(username: string, enrolment: Enrolment): Promise<void> {
  await changing(username, 'officer-enabled', enrolment, (tx, { id }) => update(tx, id, { disabledAt: null }));
}

/** Changes an officer and records who did, in one transaction. */
async function changing(
  username: string,
  act: 'officer-reset' | 'officer-disabled' | 'officer-enabled',
  { db, clock }: Enrolment,
  change: (tx: Queries, officer: OfficerRow) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const officer = await findByUsername(tx, username);
    if (!officer) throw new OfficerRefused(`There is no officer ${foldedUsername(username)}. \`officer list\` shows who there is.`);
    await change(tx, officer);
    await record(tx, clock, { act, subject: officer.id, actor: 'operator', agencyCode: officer.agencyCode });
  });
}

/** An officer as the operator sees them. */
export interface ListedOfficer {
  readonly username: string;
  readonly fullName: string;
  readonly agencyCode: string;
  readonly state: 'active' | 'first password' | 'disabled';
}

export async function listOfficers({ db, secrets }: Enrolment): Promise<ListedOfficer[]> {
  const rows = await db.select().from(officers).orderBy(asc(officers.agencyCode), asc(officers.username));
  return rows.map((row) => ({
    username: row.username,
    fullName: nameOf(row, secrets),
    agencyCode: row.agencyCode,
    state: row.disabledAt ? 'disabled' : row.passwordGiven ? 'first password' : 'active',
  }));
}
