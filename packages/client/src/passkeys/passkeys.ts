import type { Passkey, PasskeyCeremony, SessionTokens } from '@bhxh-kit/contract';
import type { CallOptions } from '../call/settings.js';
import type { BhxhClient } from '../client/bhxh-client.js';
import { deviceName } from '../session/device.js';
import { keyFrom, PasskeyError, passkeysKnown, signatureFrom, usableAt } from './ask-device.js';

export { PasskeyError, type PasskeyErrorCode, passkeysKnown, usableAt } from './ask-device.js';
export { makeOfficerPasskey, signInOfficerWithPasskey } from './officer-passkeys.js';

/** How a person's passkey is asked for. */
export interface PasskeySignIn extends CallOptions {
  /** What `passkeysOffered` gave, where it was given less than five minutes ago; otherwise the gateway is asked anew. */
  readonly ceremony?: PasskeyCeremony | undefined;
  /**
   * Waits until the person chooses a passkey from what the browser lists under a field with `autocomplete="username webauthn"`, instead of asking at once (conditional
   * mediation). Rejects where the browser has no such list, and when another passkey is asked for.
   */
  readonly fromField?: boolean;
}

/**
 * Whether a person can sign in by passkey on this page (A7): the browser knows passkeys, the gateway offers them, and the page is one of its site or of those the site named.
 * Gives what a device is to be asked, good for five minutes; nothing where they cannot.
 */
export async function passkeysOffered(bhxh: BhxhClient, options?: CallOptions): Promise<PasskeyCeremony | undefined> {
  if (!passkeysKnown()) return undefined;
  const { ceremony } = await bhxh.passkeys.signInOptions({}, options);
  return ceremony && (await usableAt(String(ceremony.options['rpId']))) ? ceremony : undefined;
}

/**
 * Signs a person in with a passkey: asks the gateway for a challenge and the device to answer it. No number is typed, and the client keeps the session.
 * Call it by a click or key press, unless `fromField`. Rejects with `PasskeyError`, or like any other call: `session.passkey-refused`.
 */
export async function signInWithPasskey(bhxh: BhxhClient, { ceremony, fromField = false, ...options }: PasskeySignIn = {}): Promise<SessionTokens> {
  const given = ceremony ?? (await bhxh.passkeys.signInOptions({}, options)).ceremony;
  if (!given) throw new PasskeyError('this page can use no passkeys', { code: 'passkey.failed', operation: 'passkeys.signIn' });
  const { challengeToken, options: asked } = given;
  const credential = await signatureFrom('passkeys.signIn', asked, { fromField, signal: options.signal });
  return bhxh.passkeys.signIn({ challengeToken, credential, device: deviceName() }, options);
}

/**
 * Has this device make a passkey for the signed-in person, and adds it. `ceremony`: what `passkeys.addOptions` gave for the code of `passkeys.sendCode`, good for five minutes
 * and until it was added, so that a person who stopped their device can try again. `label`: what the person calls it, e.g. "Điện thoại của tôi".
 */
export async function addPasskey(
  bhxh: BhxhClient,
  { ceremony, label }: { readonly ceremony: PasskeyCeremony; readonly label: string },
  options?: CallOptions,
): Promise<Passkey> {
  const credential = await keyFrom('passkeys.add', ceremony.options, options?.signal);
  return bhxh.passkeys.add({ challengeToken: ceremony.challengeToken, label, credential }, options);
}
