import { createHash, randomUUID } from 'node:crypto';
import type { Directory } from '@bhxh-kit/directory';
import { firstPasswordUntil, type Profile, parsePersonalId, type RulePackId, rulePack } from '@bhxh-kit/domain';
import { record } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import { addGuardian, type Given, giveGuardian, takeBackGuardian, takeBackGuardians } from '../guardians/giving-guardians.js';
import { waitingMac } from '../guardians/waiting-guardians.js';
import { Refusal } from '../http/refusal.js';
import { addressInWords } from '../registration/address.js';
import { normaliseContact } from '../registration/contact.js';
import type { KeptDeclaration } from '../registration/registration.js';
import type { Secrets } from '../secrets/secrets.js';
import { closeSessions, hasSignedIn } from '../sessions/sessions.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import type { DeclarationRow } from '../storage/schema.js';
import { identityMacOf } from './account-identities.js';
import * as rows from './accounts-repository.js';
import { drop, issue } from './sent-codes.js';

export interface AccountWork {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly settings: Pick<Settings, 'firstPassword' | 'guardianWaitDays'>;
  readonly directory: Directory;
}

/** What an undo puts back, sealed with the act. */
export type Restoring =
  | { readonly kind: 'made'; readonly accountId: string }
  | { readonly kind: 'opened-again'; readonly accountId: string; readonly before: Before }
  /** `left`: the fingerprint of what the act left sealed, which anybody's change seals anew. */
  | { readonly kind: 'changed'; readonly accountId: string; readonly before: Before; readonly left: string }
  | { readonly kind: 'closed'; readonly accountId: string; readonly closesAt: string | null }
  | { readonly kind: 'guardian-added'; readonly accountId: string; readonly given: Given };

interface Before {
  readonly profile: Profile;
  readonly emailMac: string | null;
  readonly passwordHash: string | null;
  readonly closesAt: string | null;
}

/** What became of the account. */
export interface AccountChange {
  readonly restoring: Restoring;
  /** The code that opens the choice of the first password, where one was made. */
  readonly code?: string;
  /** Who was reached before and is not any more: they are told too, so that nobody's account changes hands unnoticed. */
  readonly formerly?: Pick<Profile, 'mobilePhone' | 'email'>;
}

/** A person an approval is about, or two: of a child with the guardian it names. */
type Concerned = Pick<KeptDeclaration, 'bhxhNumber' | 'email' | 'guardian'>;

/** What one decision about an account locks, so that two officers at once cannot make two accounts of one number or one address, and no guardian opens theirs unseen. */
export async function lockPersons(tx: Queries, persons: readonly Concerned[], secrets: Secrets): Promise<void> {
  const macs = persons.flatMap(({ bhxhNumber, email, guardian }) => [
    rows.personMac(secrets, bhxhNumber),
    ...(email ? [emailMac(secrets, email)] : []),
    ...(guardian ? [waitingMac(secrets, guardian.identityNumber)] : []),
  ]);
  await rows.lockFingerprints(tx, macs);
}

/** Does to the account what an approved declaration asks for (O3): makes it, changes it, or closes it. The persons must be locked. */
export async function applyTo(tx: Queries, row: DeclarationRow, declaration: KeptDeclaration, work: AccountWork): Promise<AccountChange> {
  const known = await rows.findByPerson(tx, rows.personMac(work.secrets, declaration.bhxhNumber));
  if (declaration.purpose === 'register') return make(tx, row, declaration, known, work);
  if (!known || rows.isClosed(known, work.clock.now())) throw new Refusal('review.account-missing');
  return declaration.purpose === 'stop' ? close(tx, row, declaration, known, work) : change(tx, row, declaration, known, work);
}

async function make(
  tx: Queries,
  row: DeclarationRow,
  declaration: KeptDeclaration,
  known: rows.AccountRow | undefined,
  work: AccountWork,
): Promise<AccountChange> {
  const { clock, secrets, settings } = work;
  const now = clock.now();
  if (known && !rows.isClosed(known, now)) return added(tx, row, declaration, known, work);
  const id = known?.id ?? randomUUID();
  const profile = await profileFrom(row, declaration, work);
  const account = {
    sealed: secrets.sealJson('account', id, profile),
    identityMac: identityMacOf(profile, secrets),
    emailMac: await freeEmail(tx, row, declaration, id, work),
    passwordHash: null,
    closesAt: null,
  };
  if (known) await rows.update(tx, id, account);
  else await rows.insert(tx, { id, personMac: rows.personMac(secrets, declaration.bhxhNumber), createdAt: now, ...account });
  await giveGuardian(tx, { id, row, declaration }, work);
  const code = await issue(tx, { purpose: 'activation', subject: id }, new Date(firstPasswordUntil(now.toISOString(), settings.firstPassword)), work);
  await record(tx, clock, { act: 'account-made', subject: id, actor: row.reference });
  return { code, restoring: known ? { kind: 'opened-again', accountId: id, before: beforeOf(known, secrets) } : { kind: 'made', accountId: id } };
}

/** Of a child that has an account, the other parent's declaration adds a guardian and changes nothing else (R16); whatever else is registered twice is refused. */
async function added(tx: Queries, row: DeclarationRow, declaration: KeptDeclaration, known: rows.AccountRow, work: AccountWork): Promise<AccountChange> {
  const profile = rows.profileOf(known, work.secrets);
  const given = await addGuardian(tx, { id: known.id, row, declaration }, profile, work);
  if (!given) throw new Refusal('review.account-exists');
  await record(tx, work.clock, { act: 'account-changed', subject: known.id, actor: row.reference });
  return { restoring: { kind: 'guardian-added', accountId: known.id, given }, formerly: profile };
}

/** Only what the declaration names changes. */
async function change(tx: Queries, row: DeclarationRow, declaration: KeptDeclaration, known: rows.AccountRow, work: AccountWork): Promise<AccountChange> {
  const { clock, secrets } = work;
  const before = beforeOf(known, secrets);
  const { changes = [], email, mobilePhone, certificate } = declaration;
  const profile = {
    ...before.profile,
    ...(changes.includes('email') && email && { email }),
    ...(changes.includes('mobilePhone') && { mobilePhone }),
    ...(changes.includes('certificate') && certificate && { certificate }),
  };
  const mac = changes.includes('email') ? await freeEmail(tx, row, declaration, known.id, work) : known.emailMac;
  const sealed = secrets.sealJson('account', known.id, profile);
  await rows.update(tx, known.id, { sealed, emailMac: mac });
  await record(tx, clock, { act: 'account-changed', subject: known.id, actor: row.reference });
  return { restoring: { kind: 'changed', accountId: known.id, before, left: fingerprintOf(sealed) }, formerly: before.profile };
}

/** From the morning of the day named; on that day already, at once. */
async function close(tx: Queries, row: DeclarationRow, declaration: KeptDeclaration, known: rows.AccountRow, work: AccountWork): Promise<AccountChange> {
  const { clock, secrets } = work;
  const now = clock.now();
  const named = new Date(`${declaration.stopDate ?? ''}T00:00:00+07:00`);
  const closesAt = named > now ? named : now;
  await rows.update(tx, known.id, { closesAt });
  if (closesAt <= now) await closeSessions(tx, known.id, clock);
  await record(tx, clock, { act: 'account-closed', subject: known.id, actor: row.reference });
  return { restoring: { kind: 'closed', accountId: known.id, closesAt: known.closesAt?.toISOString() ?? null }, formerly: rows.profileOf(known, secrets) };
}

interface Restore extends Pick<AccountWork, 'clock' | 'secrets'> {
  /** The moment of the act that is taken back. */
  readonly actedAt: Date;
}

/**
 * Puts the account back as it was before an act, and nothing that its person has done since. Refuses what they have used or changed already. The persons must be locked: no
 * guardian takes meanwhile what is taken back.
 */
export async function restore(tx: Queries, restoring: Restoring, needs: Restore): Promise<void> {
  const { accountId } = restoring;
  switch (restoring.kind) {
    case 'guardian-added':
      await takeBackGuardian(tx, accountId, restoring.given, needs.secrets);
      break;
    case 'closed':
      await rows.update(tx, accountId, { closesAt: restoring.closesAt === null ? null : new Date(restoring.closesAt) });
      break;
    case 'changed':
      await unchange(tx, restoring, needs);
      break;
    default:
      await unmake(tx, restoring, needs);
  }
  await record(tx, needs.clock, { act: 'account-restored', subject: accountId, actor: 'officer' });
}

async function unchange(tx: Queries, { accountId, before, left }: Restoring & { readonly kind: 'changed' }, { secrets }: Restore): Promise<void> {
  const account = await rows.lockAccount(tx, accountId);
  if (!account || fingerprintOf(account.sealed) !== left) throw new Refusal('review.undo-impossible');
  const { profile, emailMac: mac } = before;
  await refuseServing(tx, mac, accountId);
  await rows.update(tx, accountId, { sealed: secrets.sealJson('account', accountId, profile), emailMac: mac, identityMac: identityMacOf(profile, secrets) });
}

/** Removes an account that was made, closes one that was opened again. Its person opens it with a password, or signs in with VNeID (A10). */
async function unmake(tx: Queries, restoring: Restoring & { readonly kind: 'made' | 'opened-again' }, { secrets, actedAt }: Restore): Promise<void> {
  const { accountId } = restoring;
  const account = await rows.lockAccount(tx, accountId);
  if (!account || account.passwordHash !== null || (await hasSignedIn(tx, accountId, actedAt))) throw new Refusal('review.undo-impossible');
  if (restoring.kind === 'made') {
    await rows.remove(tx, accountId);
  } else {
    const { profile, closesAt, ...rest } = restoring.before;
    await refuseServing(tx, rest.emailMac, accountId);
    await rows.update(tx, accountId, {
      ...rest,
      closesAt: closesAt === null ? null : new Date(closesAt),
      sealed: secrets.sealJson('account', accountId, profile),
      identityMac: identityMacOf(profile, secrets),
    });
  }
  await takeBackGuardians(tx, accountId);
  await drop(tx, { purpose: 'activation', subject: accountId });
}

/** Refuses to give an address back that serves somebody else by now. */
async function refuseServing(tx: Queries, mac: string | null, accountId: string): Promise<void> {
  const other = mac && (await rows.findByEmail(tx, mac));
  if (other && other.id !== accountId) throw new Refusal('review.undo-impossible');
}

const fingerprintOf = (sealed: Uint8Array): string => createHash('sha256').update(sealed).digest('hex');

const beforeOf = (row: rows.AccountRow, secrets: Secrets): Before => ({
  profile: rows.profileOf(row, secrets),
  emailMac: row.emailMac,
  passwordHash: row.passwordHash,
  closesAt: row.closesAt?.toISOString() ?? null,
});

async function profileFrom(row: DeclarationRow, declaration: KeptDeclaration, { directory }: AccountWork): Promise<Profile> {
  const { bhxhNumber, fullName, identityNumber, taxNumber, birthDate, mobilePhone, email, address, certificate, locale } = declaration;
  const paper = identityNumber === undefined ? undefined : parsePersonalId(identityNumber);
  const personalId = paper?.ok && paper.value.kind === 'personal-id' ? paper.value : undefined;
  const born = birthDate ?? (personalId && String(personalId.birthYear));
  return {
    bhxhNumber,
    fullName,
    ...(personalId && { personalId: personalId.digits }),
    ...(identityNumber && { identityNumber }),
    ...(taxNumber && { taxNumber }),
    ...(born && { birthDate: born }),
    mobilePhone,
    ...(email && { email }),
    ...(address && { address: await addressInWords(address, directory) }),
    ...(certificate && { certificate }),
    agencyCode: row.agencyCode,
    agencyName: row.agencyName,
    locale,
  };
}

export const emailMac = (secrets: Secrets, email: string): string => secrets.mac('person', 'email', normaliseContact(email));

/**
 * The fingerprint by which an address serves one account (R14), where the pack says so; refuses one that serves another; a closed account
 * lets go of its own. A child is reached at its guardian's
 * address, which serves the guardian (R16).
 */
async function freeEmail(
  tx: Queries,
  row: DeclarationRow,
  { email, subject }: KeptDeclaration,
  accountId: string,
  { clock, secrets }: AccountWork,
): Promise<string | null> {
  if (!email || subject === 'child' || !rulePack(row.rulePack as RulePackId).emailCode) return null;
  const mac = emailMac(secrets, email);
  const now = clock.now();
  const other = await rows.findByEmail(tx, mac);
  if (!other || other.id === accountId) return mac;
  if (!rows.isClosed(other, now)) throw new Refusal('review.email-taken');
  await rows.update(tx, other.id, { emailMac: null });
  return mac;
}
