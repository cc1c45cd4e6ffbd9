import * as z from 'zod/mini';
import { codeId, oneTimeCode } from '../codes/codes.js';
import { operation } from '../operation/operation.js';
import { SentAccountCode } from '../session/devices.js';
import { SessionTokens } from '../session/session.js';
import { ceremonyAnswer, Passkey, PasskeyCeremony, passkeyLabel } from './ceremonies.js';

/** What a device is asked to sign a person in with; nothing where the gateway has no passkeys, or the calling page cannot use them. */
export const SignInCeremony = z.looseObject({ ceremony: z.optional(PasskeyCeremony) });
export type SignInCeremony = z.infer<typeof SignInCeremony>;

/** The passkeys of the person who is signed in. */
export const MyPasskeys = z.looseObject({
  /** The domain they belong to (RP ID); absent where the gateway has no passkeys, or the calling page cannot use them. */
  site: z.optional(z.string()),
  /** As many as one may have. */
  maximum: z.int(),
  /** The oldest first. */
  items: z.array(Passkey),
});
export type MyPasskeys = z.infer<typeof MyPasskeys>;

export const readSignInCeremony = operation({
  name: 'passkeys.signInOptions',
  method: 'POST',
  path: '/v1/session/passkey/options',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  // Asked by every page that can sign people in, before anybody does anything.
  bucket: 'system',
  response: SignInCeremony,
  errors: [],
});

export const signInByPasskey = operation({
  name: 'passkeys.signIn',
  method: 'POST',
  path: '/v1/session/passkey',
  auth: 'none',
  changesSession: true,
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject({
    ...ceremonyAnswer,
    /** The random name the device gave itself, as of `session.signIn`. */
    device: z.optional(z.string().check(z.minLength(16), z.maxLength(128))),
  }),
  response: SessionTokens,
  status: 201,
  errors: ['session.passkey-refused', 'passkey.not-offered'],
});

export const listMyPasskeys = operation({
  name: 'passkeys.mine',
  method: 'GET',
  path: '/v1/me/passkeys',
  auth: 'session',
  retry: 'safe',
  pii: 'personal',
  bucket: 'me',
  response: MyPasskeys,
  errors: ['session.missing', 'session.expired'],
});

export const sendPasskeyCode = operation({
  name: 'passkeys.sendCode',
  method: 'POST',
  path: '/v1/me/passkeys/code',
  auth: 'session',
  retry: 'never',
  pii: 'personal',
  bucket: 'code',
  response: SentAccountCode,
  status: 201,
  errors: ['session.missing', 'session.expired', 'passkey.not-offered', 'passkey.refused', 'code.too-soon', 'code.no-contact'],
});

export const readNewPasskeyCeremony = operation({
  name: 'passkeys.addOptions',
  method: 'POST',
  path: '/v1/me/passkeys/options',
  auth: 'session',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'code',
  body: z.strictObject({
    codeId,
    /** Because a session left open is not enough to stay in for good. */
    oneTimeCode,
  }),
  response: PasskeyCeremony,
  errors: ['session.missing', 'session.expired', 'passkey.not-offered', 'passkey.refused', 'code.refused'],
});

export const addMyPasskey = operation({
  name: 'passkeys.add',
  method: 'POST',
  path: '/v1/me/passkeys',
  auth: 'session',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'me',
  body: z.strictObject({ ...ceremonyAnswer, label: passkeyLabel }),
  response: Passkey,
  status: 201,
  errors: ['session.missing', 'session.expired', 'passkey.not-offered', 'passkey.refused'],
});

export const removeMyPasskey = operation({
  name: 'passkeys.remove',
  method: 'DELETE',
  path: '/v1/me/passkeys/{id}',
  auth: 'session',
  retry: 'safe',
  pii: 'none',
  bucket: 'me',
  params: z.strictObject({ id: z.string().check(z.regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)) }),
  errors: ['session.missing', 'session.expired', 'passkey.not-found'],
});
