import { Instant } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';
import { SessionTokens } from '../session/session.js';

/** Passkeys an officer may have: a phone, a computer, a security key and some to spare. */
export const PASSKEYS_MAX = 10;

/** What an authenticator is to do, in the JSON form of WebAuthn (https://www.w3.org/TR/webauthn-3/, `…OptionsJSON`): for `parseRequestOptionsFromJSON` and its like. */
const Ceremony = z.looseObject({
  /** To be sent back with the credential. Works once, five minutes long. */
  challengeToken: z.string(),
  options: z.looseObject({}),
});

/** What the authenticator answered, in the JSON form of WebAuthn (`RegistrationResponseJSON`, `AuthenticationResponseJSON`). Browsers add to it, so more than this is taken. */
const Credential = z.looseObject({
  id: z.string().check(z.regex(/^[\w-]{1,1400}$/)),
  type: z.literal('public-key'),
  response: z.looseObject({}),
});

const Answer = { challengeToken: z.string().check(z.maxLength(256)), credential: Credential };

/** Khóa truy cập of an officer. */
export const Passkey = z.looseObject({
  id: z.string(),
  /** What the officer calls it, e.g. "Điện thoại của tôi". */
  label: z.string(),
  createdAt: Instant,
  lastUsedAt: z.optional(Instant),
  /** Whether it is kept on more devices than the one it was made on. */
  backedUp: z.boolean(),
});
export type Passkey = z.infer<typeof Passkey>;

export const readPasskeyOptions = operation({
  name: 'officers.passkeyOptions',
  method: 'POST',
  path: '/v1/officers/passkey-session/options',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'sign-in',
  response: Ceremony,
  errors: ['passkey.not-offered'],
});

export const signInOfficerByPasskey = operation({
  name: 'officers.signInByPasskey',
  method: 'POST',
  path: '/v1/officers/passkey-session',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject(Answer),
  response: SessionTokens,
  status: 201,
  errors: ['officer.refused', 'passkey.not-offered'],
});

export const listPasskeys = operation({
  name: 'officers.passkeys',
  method: 'GET',
  path: '/v1/officers/me/passkeys',
  auth: 'officer',
  retry: 'safe',
  pii: 'personal',
  bucket: 'me',
  response: z.looseObject({ items: z.array(Passkey) }),
  errors: ['session.missing', 'session.expired', 'session.not-allowed'],
});

export const readNewPasskeyOptions = operation({
  name: 'officers.addPasskeyOptions',
  method: 'POST',
  path: '/v1/officers/me/passkeys/options',
  auth: 'officer',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  /** Asked for again, so that a session left open is not enough to stay in for good. */
  body: z.strictObject({ oneTimeCode: z.string().check(z.regex(/^\d{6}$/)) }),
  response: Ceremony,
  errors: ['session.missing', 'session.expired', 'session.not-allowed', 'session.locked', 'passkey.refused', 'passkey.not-offered'],
});

export const addPasskey = operation({
  name: 'officers.addPasskey',
  method: 'POST',
  path: '/v1/officers/me/passkeys',
  auth: 'officer',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject({ ...Answer, label: z.string().check(z.minLength(1), z.maxLength(60)) }),
  response: Passkey,
  status: 201,
  errors: ['session.missing', 'session.expired', 'session.not-allowed', 'passkey.refused', 'passkey.not-offered'],
});

export const removePasskey = operation({
  name: 'officers.removePasskey',
  method: 'DELETE',
  path: '/v1/officers/me/passkeys/{id}',
  auth: 'officer',
  retry: 'safe',
  pii: 'none',
  bucket: 'me',
  params: z.strictObject({ id: z.string().check(z.regex(/^[\w-]{22}$/)) }),
  errors: ['session.missing', 'session.expired', 'session.not-allowed', 'passkey.not-found'],
});
