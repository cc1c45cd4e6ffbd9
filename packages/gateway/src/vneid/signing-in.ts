import type { InputOf, operations, SessionTokens, VneidResult, VneidTrip } from '@bhxh-kit/contract';
import { tidyIdentity } from '@bhxh-kit/domain/identity/identity-facts.js';
import { findByIdentity, identityMac } from '../accounts/account-identities.js';
import { isClosed, lockAccount, profileOf } from '../accounts/accounts-repository.js';
import { record } from '../audit/audit.js';
import { takeWaiting } from '../guardians/waiting-guardians.js';
import type { Call, Mounting } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { newVerification } from '../identity/verification-token.js';
import { packInForce } from '../rules/rules.js';
import { type Beginning, begin } from '../sessions/sessions.js';
import { signOutElsewhere } from '../sessions/signing-out-elsewhere.js';
import { tokenHash } from '../secrets/secrets.js';
import { isReturn } from './returns.js';
import { newTrip, useTrip } from './trips.js';
import type { VneidIdentity, VneidProvider } from './vneid-provider.js';

/** The provider, where the rules of the day know VNeID (A10). */
export const vneidInForce = (provider: VneidProvider | undefined, { settings, clock }: Pick<Mounting, 'settings' | 'clock'>): VneidProvider | undefined =>
  packInForce(settings, clock).paperWaivedByVneid ? provider : undefined;

/** Sends the browser to VNeID. */
export function beginVneid({ returnTo }: InputOf<typeof operations.vneid.begin>, given: VneidProvider | undefined, mounting: Mounting): VneidTrip {
  const provider = offered(given, mounting);
  if (!isReturn(returnTo, mounting.settings)) throw new Refusal('vneid.return-refused');
  const { state, browserKey, codeChallenge, until } = newTrip(returnTo, mounting);
  return { authorizeUrl: provider.addressFor({ state, codeChallenge, returnTo }), vneidState: state, browserKey, until: until.toISOString() };
}

/**
 * Takes whoever came back: signs them in where they have an account, and gives what their own declaration carries. Only level 2 counts. A sign-in with VNeID proves more than a
 * code sent to the registered contact, so that it takes over from another device without one (A5).
 */
export async function finishVneid(
  { vneidState: state, browserKey, returnTo, vneidCode: code, vneidError: error, device }: InputOf<typeof operations.vneid.finish>,
  { origin }: Pick<Call, 'origin'>,
  given: VneidProvider | undefined,
  mounting: Mounting,
): Promise<VneidResult> {
  const provider = offered(given, mounting);
  const codeVerifier = await useTrip(mounting.db, { state, browserKey, returnTo }, mounting);
  if (!code) return refuse(error === 'access_denied' ? 'vneid.cancelled' : WAITING.has(error ?? '') ? 'vneid.unavailable' : 'vneid.refused', mounting);
  const answer = await provider.personOf({ code, codeVerifier, returnTo });
  if (answer.outcome !== 'person') return refuse(`vneid.${answer.outcome}`, mounting);
  if (answer.person.level < 2) return refuse('vneid.level', mounting);
  const { person } = answer;
  const facts = tidyIdentity({ fullName: person.fullName, identityNumber: person.personalId, birthDate: person.birthDate });
  const tokens = await sessionOf(person, { deviceHash: device === undefined ? null : tokenHash(device), origin: origin ?? null }, mounting);
  return {
    result: tokens ? 'signed-in' : 'no-account',
    ...tokens,
    person: { ...facts, ...(person.sex && { sex: person.sex }) },
    ...newVerification(facts, provider.name, mounting, { vneid: true }),
  };
}

/** What the provider says of itself while it cannot serve (RFC 6749 §4.1.2.1). */
const WAITING = new Set(['server_error', 'temporarily_unavailable']);

function offered(given: VneidProvider | undefined, mounting: Mounting): VneidProvider {
  const provider = vneidInForce(given, mounting);
  if (!provider) throw new Refusal('vneid.not-offered');
  return provider;
}

async function refuse(code: 'vneid.cancelled' | 'vneid.refused' | 'vneid.level' | 'vneid.unavailable', { db, clock }: Mounting): Promise<never> {
  await record(db, clock, { act: 'vneid-refused', subject: 'unknown', actor: 'person' });
  throw new Refusal(code);
}

/** The tokens of a new session, where the person has an account; another device is then signed out, and the registered contacts are told. */
async function sessionOf({ personalId }: VneidIdentity, from: Beginning, mounting: Mounting): Promise<SessionTokens | undefined> {
  const { db, clock, secrets } = mounting;
  const mac = identityMac(secrets, personalId);
  return db.transaction(async (tx) => {
    const known = await findByIdentity(tx, mac, clock.now());
    const account = known && (await lockAccount(tx, known.id));
    if (!account || isClosed(account, clock.now())) {
      await record(tx, clock, { act: 'vneid-identified', subject: mac, actor: 'person' });
      return undefined;
    }
    // Whoever has no password yet opens the account by this.
    if (account.passwordHash === null) await takeWaiting(tx, { id: account.id, profile: profileOf(account, secrets) }, { clock, secrets });
    await signOutElsewhere(tx, account, from, 'vneid', mounting);
    await record(tx, clock, { act: 'signed-in-vneid', subject: account.id, actor: account.id });
    return begin(tx, { accountId: account.id }, mounting, from);
  });
}
