import type { InputOf, operations, SessionTokens, SignInCeremony } from '@bhxh-kit/contract';
import { isClosed, lockAccount } from '../accounts/accounts-repository.js';
import { record } from '../audit/audit.js';
import type { Call } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { type Secrets, tokenHash } from '../secrets/secrets.js';
import { type Beginning, begin, type Sessions } from '../sessions/sessions.js';
import { signOutElsewhere } from '../sessions/signing-out-elsewhere.js';
import type { Settings } from '../settings/settings.js';
import { type AccountPasskey, findByCredential, handleOf, usePasskey } from './account-passkeys.js';
import { type Answered, askToSign, type KeyState, signedBy } from './ceremonies.js';
import { takeChallenge } from './challenges.js';
import type { AccountCeremonies } from './own-passkeys.js';
import { siteFor, siteOf } from './site.js';

type SigningIn = AccountCeremonies & Sessions & { readonly settings: Pick<Settings, 'oneDevice'> };

/** Asks for any passkey of the site, on a page that can use one. Elsewhere there is nothing to ask, which is no failure: every page that signs people in calls this. */
export async function signInCeremony({ origin }: Pick<Call, 'origin'>, needs: AccountCeremonies): Promise<SignInCeremony> {
  return siteFor(origin, needs.settings) ? { ceremony: await askToSign(needs) } : {};
}

/**
 * Signs a person in with a passkey (A7). Used challenge, unknown or removed passkey, closed account, wrong signature, other page, a counter that went back (a copied key):
 * one answer. Wrong passwords lock nobody out of it, because there is nothing in it to guess.
 */
export async function signInByPasskey(
  { challengeToken, credential, device }: InputOf<typeof operations.passkeys.signIn>,
  { origin }: Pick<Call, 'origin'>,
  needs: SigningIn,
): Promise<SessionTokens> {
  const { db, clock, secrets, settings } = needs;
  siteOf(settings);
  const challenge = await takeChallenge(db, challengeToken, null, clock);
  const known = await findByCredential(db, credential.id, secrets);
  const signed =
    challenge !== undefined && known && isOf(known, credential, secrets) ? await signedBy(known, challenge, credential, 'people', needs) : undefined;
  const from = { deviceHash: device === undefined ? null : tokenHash(device), origin: origin ?? null };
  const tokens = known && signed && (await open(known, signed, from, needs));
  if (tokens) return tokens;
  await record(db, clock, { act: 'sign-in-refused', subject: known?.accountId ?? 'unknown', actor: 'person' });
  throw new Refusal('session.passkey-refused');
}

/** Whether the device says of its passkey that it is of the account it is kept for (WebAuthn §7.2, step 6). */
function isOf({ accountId }: AccountPasskey, { response }: Answered['credential'], secrets: Secrets): boolean {
  return response.userHandle === Buffer.from(handleOf(accountId, secrets)).toString('base64url');
}

/**
 * Opens the session when the person may still come in and nobody used the passkey since it was read. Another device is signed out in the same moment, without a code: the passkey
 * was added with one, and is two factors by itself (docs/decisions/015).
 */
async function open(known: AccountPasskey, signed: KeyState, from: Beginning, needs: SigningIn): Promise<SessionTokens | undefined> {
  const { db, clock } = needs;
  return db.transaction(async (tx) => {
    const account = await lockAccount(tx, known.accountId);
    if (!account || isClosed(account, clock.now()) || !(await usePasskey(tx, known, signed, clock))) return undefined;
    await signOutElsewhere(tx, account, from, 'passkey', needs);
    await record(tx, clock, { act: 'signed-in-passkey', subject: account.id, actor: account.id });
    return begin(tx, { accountId: account.id }, needs, from);
  });
}
