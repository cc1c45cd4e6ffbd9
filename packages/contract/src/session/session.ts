import { Instant } from '@bhxh-kit/domain/dates/schemas.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

/** Tokens of a session. The access token lives minutes; the refresh token works once and is replaced by each refresh. */
export const SessionTokens = z.looseObject({
  accessToken: z.string(),
  /** Seconds until the access token ends. */
  expiresIn: z.int(),
  refreshToken: z.string(),
});
export type SessionTokens = z.infer<typeof SessionTokens>;

/** The session as its holder may see it; who it belongs to is in the profile. */
export const SessionState = z.looseObject({ signedInAt: Instant, expiresAt: Instant });
export type SessionState = z.infer<typeof SessionState>;

export const signIn = operation({
  name: 'session.signIn',
  method: 'POST',
  path: '/v1/session',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject({ bhxhNumber: z.string().check(z.maxLength(20)), password: z.string().check(z.minLength(1), z.maxLength(256)) }),
  response: SessionTokens,
  status: 201,
  errors: ['session.refused', 'session.locked', 'session.first-password'],
});

export const refreshSession = operation({
  name: 'session.refresh',
  method: 'POST',
  path: '/v1/session/refresh',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject({ refreshToken: z.string().check(z.maxLength(256)) }),
  response: SessionTokens,
  errors: ['session.expired'],
});

export const readSession = operation({
  name: 'session.current',
  method: 'GET',
  path: '/v1/session',
  auth: 'any-session',
  retry: 'safe',
  pii: 'none',
  bucket: 'me',
  response: SessionState,
  errors: ['session.missing', 'session.expired'],
});

export const signOut = operation({
  name: 'session.signOut',
  method: 'DELETE',
  path: '/v1/session',
  auth: 'any-session',
  retry: 'safe',
  pii: 'none',
  bucket: 'me',
  errors: ['session.missing', 'session.expired'],
});
