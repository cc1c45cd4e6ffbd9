import type { Passkey, SessionTokens } from '@bhxh-kit/contract';
import type { CallOptions } from '../call/settings.js';
import type { BhxhClient } from '../client/bhxh-client.js';
import { keyFrom, signatureFrom } from './ask-device.js';

/**
 * Signs an officer in with a passkey: asks the gateway for a challenge and the device to answer it. The client keeps the session.
 * Must be called by a click or key press. Rejects with `PasskeyError`, or like any other call.
 */
export async function signInOfficerWithPasskey(bhxh: BhxhClient, options?: CallOptions): Promise<SessionTokens> {
  const { challengeToken, options: asked } = await bhxh.officers.passkeyOptions({}, options);
  const credential = await signatureFrom('officers.signInByPasskey', asked, { signal: options?.signal });
  return bhxh.officers.signInByPasskey({ challengeToken, credential }, options);
}

/**
 * Has this device make a passkey for the signed-in officer, and adds it. `oneTimeCode`: six digits, asked for again, because a session left open is not enough.
 * `label`: what the officer calls it, e.g. "Điện thoại của tôi".
 */
export async function makeOfficerPasskey(
  bhxh: BhxhClient,
  { oneTimeCode, label }: { readonly oneTimeCode: string; readonly label: string },
  options?: CallOptions,
): Promise<Passkey> {
  const { challengeToken, options: asked } = await bhxh.officers.addPasskeyOptions({ oneTimeCode }, options);
  const credential = await keyFrom('officers.addPasskey', asked, options?.signal);
  return bhxh.officers.addPasskey({ challengeToken, label, credential }, options);
}
