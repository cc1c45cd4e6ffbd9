import type { SessionTokens } from '@bhxh-kit/contract';
import { beginTry, endTries } from '../accounts/lockout.js';
import { hashPassword, passwordIs } from '../accounts/passwords.js';
import { record } from '../audit/audit.js';
import { Refusal } from '../http/refusal.js';
import { begin, endSessionsOf, type Sessions } from '../sessions/sessions.js';
import type { Queries } from '../storage/database.js';
import type { OfficerRow } from '../storage/officers-schema.js';
import { passwordFaults } from './new-password.js';
import * as rows from './officers-repository.js';
import { newCodeSecret, stepOf } from './one-time-codes.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly oneTimeCode: string;
}

/** An officer whose three credentials are right, with the step of the code, which is not used up yet. */
interface Recognised {
  readonly officer: OfficerRow;
  readonly step: number;
}

/** Signs an officer in. With a password that was given nothing opens: it is to be changed first. The code stays good for that. */
export async function signIn(credentials: Credentials, needs: Sessions): Promise<SessionTokens> {
  const recognised = await recognise(credentials, needs);
  if (recognised.officer.passwordGiven) throw new Refusal('officer.password-given');
  return open(recognised, needs);
}

/** Replaces the password, given or chosen, and signs in; every other session of the officer ends. */
export async function changePassword({ newPassword, ...credentials }: Credentials & { readonly newPassword: string }, needs: Sessions): Promise<SessionTokens> {
  const recognised = await recognise(credentials, needs);
  const { id, username } = recognised.officer;
  const fieldErrors = passwordFaults(newPassword, { username, oldPassword: credentials.password });
  if (fieldErrors.length > 0) throw new Refusal('officer.password-refused', { fieldErrors });
  const passwordHash = await hashPassword(newPassword);
  return open(recognised, needs, async (tx) => {
    await rows.update(tx, id, { passwordHash, passwordGiven: false });
    await endSessionsOf(tx, id, needs.clock);
    await record(tx, needs.clock, { act: 'password-changed', subject: id, actor: id, agencyCode: recognised.officer.agencyCode });
  });
}

/**
 * The officer of these credentials. Unknown or disabled officer, wrong password and wrong code are one answer after the same work: each is looked at whatever
 * the others were, and the try is counted before (A1's lockout, by user name, known or not).
 */
async function recognise({ username, password, oneTimeCode }: Credentials, { db, clock, secrets }: Sessions): Promise<Recognised> {
  await beginTry(db, clock, tryOf(username, { secrets }));
  const officer = await rows.findByUsername(db, username);
  const passwordRight = await passwordIs(password, officer?.passwordHash);
  const secret = officer ? rows.codeSecretOf(officer, secrets) : nobodysSecret(secrets);
  const step = stepOf(secret, oneTimeCode, clock.now());
  // A used code is told from a wrong one by nothing; whether it is used at this very moment elsewhere, `open` finds out.
  if (!officer || officer.disabledAt || !passwordRight || step === undefined || step <= officer.codeStep) throw await refused(officer?.id, { db, clock });
  return { officer, step };
}

/** Uses the code up and opens the session in one transaction: of two calls with one code one gets in. */
async function open({ officer, step }: Recognised, needs: Sessions, also?: (tx: Queries) => Promise<void>): Promise<SessionTokens> {
  const { db, clock } = needs;
  const tokens = await db.transaction(async (tx) => {
    if (!(await rows.useStep(tx, officer, step))) return undefined;
    await also?.(tx);
    await record(tx, clock, { act: 'signed-in', subject: officer.id, actor: officer.id, agencyCode: officer.agencyCode });
    return begin(tx, { officerId: officer.id }, needs);
  });
  if (!tokens) throw await refused(officer.id, needs);
  await endTries(db, tryOf(officer.username, needs));
  return tokens;
}

/** Records a sign-in that failed, of an officer who is known or of nobody, and answers the one refusal. */
export async function refused(officerId: string | undefined, { db, clock }: Pick<Sessions, 'db' | 'clock'>): Promise<Refusal> {
  await record(db, clock, { act: 'sign-in-refused', subject: officerId ?? 'unknown', actor: 'officer' });
  return new Refusal('officer.refused');
}

/** What tries are counted under. */
export const tryOf = (username: string, { secrets }: Pick<Sessions, 'secrets'>): string => secrets.mac('officer', rows.foldedUsername(username));

/** As much work as opening an officer's own. */
function nobodysSecret(secrets: Sessions['secrets']): Uint8Array {
  const secret = newCodeSecret();
  rows.sealedCodeSecret('nobody', secret, secrets);
  return secret;
}
