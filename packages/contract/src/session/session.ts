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

/**
 * What a right password gives where it does not sign in yet: a ticket for the next step, good for ten minutes and once. `take-over`: the account is signed in on
 * another device (A5), see `devices.sendTakeOverCode`. `change-password`: the password is too old to sign in with (A3). A step may be newer than this list.
 */
export const SignInStep = z.looseObject({
  step: z.string(),
  ticket: z.string(),
  expiresAt: Instant,
  /** Of `take-over`: since when the other device is signed in. */
  signedInAt: z.optional(Instant),
  /** Of `change-password`: since when it was to be changed. */
  passwordDueAt: z.optional(Instant),
});
export type SignInStep = z.infer<typeof SignInStep>;

/** What signing in gives: the tokens, or the next step. */
export const SignInAnswer = z.union([SessionTokens, SignInStep]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** The session as its holder may see it; who it belongs to is in the profile. */
export const SessionState = z.looseObject({
  signedInAt: Instant,
  expiresAt: Instant,
  /** Of a person: when the password is to be changed (A3). */
  passwordDueAt: z.optional(Instant),
  passwordOverdue: z.optional(z.boolean()),
});
export type SessionState = z.infer<typeof SessionState>;

export const signIn = operation({
  name: 'session.signIn',
  method: 'POST',
  path: '/v1/session',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  challenged: true,
  body: z.strictObject({
    bhxhNumber: z.string().check(z.maxLength(20)),
    password: z.string().check(z.minLength(1), z.maxLength(256)),
    /** A random name the device gave itself: signing in again on the same device asks no code (A5). It opens nothing. */
    device: z.optional(z.string().check(z.minLength(16), z.maxLength(128))),
  }),
  response: SignInAnswer,
  status: 201,
  errors: ['session.refused', 'session.locked', 'session.first-password', 'challenge.required', 'challenge.refused'],
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
