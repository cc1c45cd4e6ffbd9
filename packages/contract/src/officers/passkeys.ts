import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';
import { ceremonyAnswer, Passkey, PasskeyCeremony, passkeyLabel } from '../passkeys/ceremonies.js';
import { SessionTokens } from '../session/session.js';

export const readPasskeyOptions = operation({
  name: 'officers.passkeyOptions',
  method: 'POST',
  path: '/v1/officers/passkey-session/options',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'sign-in',
  response: PasskeyCeremony,
  errors: ['passkey.not-offered'],
});

export const signInOfficerByPasskey = operation({
  name: 'officers.signInByPasskey',
  method: 'POST',
  path: '/v1/officers/passkey-session',
  auth: 'none',
  changesSession: true,
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject(ceremonyAnswer),
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
  response: PasskeyCeremony,
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
  body: z.strictObject({ ...ceremonyAnswer, label: passkeyLabel }),
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
