import { type PasskeyCeremony, PASSKEYS_MAX } from '@bhxh-kit/contract';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import type { Queries } from '../storage/database.js';
import { type Asked, keepChallenge, takeChallenge } from './challenges.js';
import { originsFor, type SiteSettings, siteOf, type Whose } from './site.js';

export interface Ceremonies {
  readonly db: Queries;
  readonly clock: Clock;
  readonly settings: SiteSettings;
}

/** A challenge, and what the authenticator answered to it. */
export interface Answered {
  readonly challengeToken: string;
  readonly credential: { readonly id: string; readonly response: { readonly clientDataJSON?: unknown; readonly userHandle?: unknown } };
}

/** What is kept of a key. `counter` only grows, unless the authenticator keeps none and it stays 0. */
export interface Key {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** What an authenticator tells of a key each time: how often it signed, whether it may leave its device, and whether it has. */
export interface KeyState {
  readonly counter: number;
  readonly syncable: boolean;
  readonly backedUp: boolean;
}

/** Fetched on first use: most gateways start and serve people without it. */
const webauthn = () => import('@simplewebauthn/server');

/** Asks for any passkey of the site. Names nobody: the device knows whose it has. */
export async function askToSign({ db, clock, settings }: Ceremonies): Promise<PasskeyCeremony> {
  const options = await (await webauthn()).generateAuthenticationOptions({ rpID: siteOf(settings), userVerification: 'required' });
  return { challengeToken: await keepChallenge(db, options.challenge, null, clock), options: { ...options } };
}

/** Asks a device for a key of its user. Refuses whoever has as many as one may have. */
export async function askForKey(
  asked: NonNullable<Asked>,
  user: { readonly handle: Uint8Array<ArrayBuffer>; readonly name: string; readonly displayName: string },
  known: readonly Pick<Key, 'credentialId' | 'transports'>[],
  { db, clock, settings }: Ceremonies,
): Promise<PasskeyCeremony> {
  const rpID = siteOf(settings);
  refuseTooMany(known);
  const options = await (await webauthn()).generateRegistrationOptions({
    rpID,
    rpName: rpID,
    userID: user.handle,
    userName: user.name,
    userDisplayName: user.displayName,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
    // Found without a user name, and never without a fingerprint, face or PIN: alone it is as good as password and code.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { challengeToken: await keepChallenge(db, options.challenge, asked, clock), options: { ...options } };
}

/** Refuses whoever has as many passkeys as one may have. */
export function refuseTooMany(known: readonly unknown[]): void {
  if (known.length >= PASSKEYS_MAX)
    throw new Refusal('passkey.refused', { fieldErrors: [{ pointer: '', code: 'passkey.too-many', facts: { maximum: PASSKEYS_MAX } }] });
}

/** The key a device made, when it is the answer to the challenge of whoever was asked, made on a page of the site, and the device knows its user. Refuses otherwise. */
export async function madeKey(
  { challengeToken, credential }: Answered,
  asked: NonNullable<Asked>,
  whose: Whose,
  { db, clock, settings }: Ceremonies,
): Promise<Key & KeyState> {
  const rpID = siteOf(settings);
  const challenge = await takeChallenge(db, challengeToken, asked, clock);
  if (challenge === undefined) throw new Refusal('passkey.refused');
  const verified = await (await webauthn())
    .verifyRegistrationResponse({
      response: credential as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: originsFor(credential.response.clientDataJSON, whose, settings),
      expectedRPID: rpID,
      requireUserVerification: true,
    })
    // The library throws at whatever is wrong with it, in words that repeat what was sent.
    .catch(() => undefined);
  if (!verified?.verified) throw new Refusal('passkey.refused');
  const { credential: made, credentialDeviceType, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: made.id,
    publicKey: made.publicKey,
    counter: made.counter,
    transports: transportsIn(made.transports),
    syncable: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
  };
}

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

/** How a browser says the device is reached. Nobody signed it, so it may be anything; what is known of it is kept, to be told the browser again. */
const transportsIn = (said: unknown): string[] => (Array.isArray(said) ? TRANSPORTS.filter((known) => said.includes(known)) : []);

/** What is new of a key that signed a challenge; nothing when the signature is wrong, of another page, or with a counter that went back (a copied key). */
export async function signedBy(
  { credentialId, publicKey, counter }: Key,
  challenge: string,
  credential: Answered['credential'],
  whose: Whose,
  { settings }: Pick<Ceremonies, 'settings'>,
): Promise<KeyState | undefined> {
  const verified = await (await webauthn())
    .verifyAuthenticationResponse({
      response: credential as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: originsFor(credential.response.clientDataJSON, whose, settings),
      expectedRPID: siteOf(settings),
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: true,
    })
    .catch(() => undefined);
  if (!verified?.verified) return undefined;
  const { newCounter, credentialBackedUp, credentialDeviceType } = verified.authenticationInfo;
  return { counter: newCounter, backedUp: credentialBackedUp, syncable: credentialDeviceType === 'multiDevice' };
}
