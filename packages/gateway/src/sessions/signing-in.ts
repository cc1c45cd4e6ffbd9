import type { InputOf, operations, SignInAnswer, SignInStep } from '@bhxh-kit/contract';
import { parseBhxhNumber } from '@bhxh-kit/domain';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { type AccountRow, findByPerson, isClosed, lockAccount, NOBODY, personMac } from '../accounts/accounts-repository.js';
import { beginTry, beginTryBy, beginTryFrom, endTries, giveTryBack } from '../accounts/lockout.js';
import { passwordIs } from '../accounts/passwords.js';
import { isCode } from '../accounts/sent-codes.js';
import { record } from '../audit/audit.js';
import { vouches } from '../challenges/challenge.js';
import type { Call } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { tokenHash } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import { sessions } from '../storage/schema.js';
import { passwordAgeOf } from './password-age.js';
import { type Beginning, begin, type Sessions } from './sessions.js';
import { passChallenge } from './sign-in-challenge.js';
import { makeTicket } from './tickets.js';

interface SigningIn extends Sessions {
  readonly settings: Sessions['settings'] & Pick<Settings, 'oneDevice' | 'challenge' | 'challengeFollow' | 'challengeSignIn'>;
}

/**
 * Signs in (A1). Unknown number and wrong password are one answer, after the same work. A right password that is too old to sign in with (A3), or whose account is
 * signed in on another device (A5), gets a ticket for the next step.
 */
export async function signIn(
  { bhxhNumber, password, device }: InputOf<typeof operations.session.signIn>,
  { address, integrator, origin, challengeAnswer }: Pick<Call, 'address' | 'integrator' | 'origin' | 'challengeAnswer'>,
  needs: SigningIn,
): Promise<SignInAnswer> {
  const { db, clock, secrets } = needs;
  const number = parseBhxhNumber(bhxhNumber);
  const mac = personMac(secrets, number.ok ? number.value.digits : bhxhNumber);
  const addressTries = secrets.mac('address', 'sign-in tries', address);
  const keyTries = integrator && secrets.mac('address', 'sign-in tries', 'key', integrator.id);
  if (!vouches(integrator)) await passChallenge(challengeAnswer, { number: mac, address: addressTries }, needs);
  await beginTryFrom(db, clock, addressTries);
  // After the address: one that is locked adds nothing to what its whole school is counted by.
  if (keyTries) await beginTryBy(db, clock, keyTries);
  await beginTry(db, clock, mac);
  const account = await findByPerson(db, mac);
  const open = account && !isClosed(account, clock.now()) ? account : undefined;
  if (!(await passwordIs(password, open?.passwordHash ?? undefined)) || !open) return refuse(open, password, needs);
  await endTries(db, mac);
  await giveTryBack(db, addressTries);
  if (keyTries) await giveTryBack(db, keyTries);
  const from = { deviceHash: device === undefined ? null : tokenHash(device), origin: origin ?? null };
  return db.transaction((tx) => opened(tx, open, from, needs));
}

/** A session, or the step before it. Those who sign in to one account at once wait for each other, so that one of them is the first. */
async function opened(tx: Queries, { id, passwordHash }: AccountRow, from: Beginning, needs: SigningIn): Promise<SignInAnswer> {
  const { clock, settings } = needs;
  const account = await lockAccount(tx, id);
  // Closed, or given another password, while this one was looked at.
  if (!account || isClosed(account, clock.now()) || account.passwordHash !== passwordHash) throw new Refusal('session.refused');
  const held = async (step: 'take-over' | 'change-password', facts: Pick<SignInStep, 'signedInAt' | 'passwordDueAt'>): Promise<SignInAnswer> => {
    const { ticket, expiresAt } = await makeTicket(tx, step, { accountId: id, ...from }, clock);
    await record(tx, clock, { act: 'sign-in-held', subject: id, actor: id });
    return { step, ticket, expiresAt: expiresAt.toISOString(), ...facts };
  };
  const age = passwordAgeOf(account, needs);
  if (age.overdue && age.enforced) return held('change-password', { passwordDueAt: age.dueAt });
  const elsewhere = settings.oneDevice ? await otherDevice(tx, id, from, needs) : undefined;
  if (elsewhere) return held('take-over', { signedInAt: elsewhere.toISOString() });
  await record(tx, clock, { act: 'signed-in', subject: id, actor: id });
  return begin(tx, { accountId: id }, needs, from);
}

/** Since when the account is signed in on another device. One that gave itself no name is another one each time. */
export async function otherDevice(tx: Queries, accountId: string, { deviceHash }: Beginning, { clock }: Pick<SigningIn, 'clock'>): Promise<Date | undefined> {
  const alive = await tx
    .select({ deviceHash: sessions.deviceHash, signedInAt: sessions.signedInAt })
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), gt(sessions.expiresAt, clock.now())))
    .orderBy(desc(sessions.signedInAt));
  return alive.find((session) => deviceHash === null || session.deviceHash !== deviceHash)?.signedInAt;
}

async function refuse(account: AccountRow | undefined, password: string, { db, clock, secrets }: SigningIn): Promise<never> {
  // What was sent at the approval opens nothing but the choice of a password of one's own (A2): whoever signs in with it is told so. Looked for of every
  // number, so that a refusal takes as long for one nobody has.
  const waiting = account?.passwordHash === null ? account.id : NOBODY;
  const first = await isCode(db, { purpose: 'activation', subject: waiting }, password, { clock, secrets });
  if (first) throw new Refusal('session.first-password');
  await record(db, clock, { act: 'sign-in-refused', subject: account?.id ?? 'unknown', actor: 'person' });
  throw new Refusal('session.refused');
}
