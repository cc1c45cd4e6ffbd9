import type { SessionTokens } from '@bhxh-kit/contract';
import type { AuthenticationResponseJSON, VerifiedAuthenticationResponse } from '@simplewebauthn/server';
import { and, eq, isNull } from 'drizzle-orm';
import { record } from '../audit/audit.js';
import { begin } from '../sessions/sessions.js';
import { officerPasskeys, officers, type PasskeyRow } from '../storage/officers-schema.js';
import { keepChallenge, takeChallenge } from './passkey-challenges.js';
import { originsFor, siteOf } from './passkey-site.js';
import { type Answered, type Passkeys, webauthn } from './passkeys.js';
import { refused } from './signing-in.js';

/** Asks for any passkey of the site. Names nobody: the device knows whose it has. */
export async function passkeyOptions({ db, clock, settings }: Passkeys): Promise<{ challengeToken: string; options: Record<string, unknown> }> {
  const options = await (await webauthn()).generateAuthenticationOptions({ rpID: siteOf(settings), userVerification: 'required' });
  return { challengeToken: await keepChallenge(db, options.challenge, null, clock), options: { ...options } };
}

/** Signs in with a passkey. Used challenge, unknown passkey, wrong signature, other page, a counter that went back (a copied key): one answer. */
export async function signInByPasskey({ challengeToken, credential }: Answered, needs: Passkeys): Promise<SessionTokens> {
  const { db, clock, settings } = needs;
  const site = siteOf(settings);
  const challenge = await takeChallenge(db, challengeToken, null, clock);
  const answer = credential as unknown as AuthenticationResponseJSON;
  const [known] = await db.select().from(officerPasskeys).where(eq(officerPasskeys.id, answer.id));
  if (challenge === undefined || !known) throw await refused(known?.officerId, needs);
  const verified = await (await webauthn())
    .verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: originsFor(credential.response.clientDataJSON, settings),
      expectedRPID: site,
      credential: { id: known.id, publicKey: new Uint8Array(known.publicKey), counter: known.counter },
      requireUserVerification: true,
    })
    // The library throws at whatever is wrong with it, in words that repeat what was sent.
    .catch(() => undefined);
  const tokens = verified?.verified ? await open(known, verified.authenticationInfo, needs) : undefined;
  if (!tokens) throw await refused(known.officerId, needs);
  return tokens;
}

/** Opens the session when the officer may still come in and nobody used the passkey since it was read. */
async function open(
  known: PasskeyRow,
  { newCounter, credentialBackedUp, credentialDeviceType }: VerifiedAuthenticationResponse['authenticationInfo'],
  needs: Passkeys,
): Promise<SessionTokens | undefined> {
  const { db, clock } = needs;
  return db.transaction(async (tx) => {
    const [officer] = await tx
      .select()
      .from(officers)
      .where(and(eq(officers.id, known.officerId), isNull(officers.disabledAt), eq(officers.passwordGiven, false)))
      .for('update');
    if (!officer) return undefined;
    const used = await tx
      .update(officerPasskeys)
      .set({ counter: newCounter, backedUp: credentialBackedUp, syncable: credentialDeviceType === 'multiDevice', lastUsedAt: clock.now() })
      .where(and(eq(officerPasskeys.id, known.id), eq(officerPasskeys.counter, known.counter)))
      .returning({ id: officerPasskeys.id });
    if (used.length === 0) return undefined;
    await record(tx, clock, { act: 'signed-in', subject: officer.id, actor: officer.id, agencyCode: officer.agencyCode });
    return begin(tx, { officerId: officer.id }, needs);
  });
}
