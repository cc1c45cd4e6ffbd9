import { Instant } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';
import { SessionTokens } from '../session/session.js';

/** Characters of a password an officer chooses, at least (NIST SP 800-63B-4 asks for 8 beside a second factor). */
export const OFFICER_PASSWORD_MIN = 12;

/** What an officer signs in with, all at once: which of the three was wrong is never told. */
const Credentials = {
  /** Tên đăng nhập; capitals do not matter. */
  username: z.string().check(z.regex(/^[^\p{Cc}]{1,64}$/u)),
  password: z.string().check(z.minLength(1), z.maxLength(256)),
  /** Six digits of the authenticator app (TOTP, RFC 6238). Works once. */
  oneTimeCode: z.string().check(z.regex(/^\d{6}$/)),
};

/** Cán bộ BHXH: the officer who is signed in, and what they act for. */
export const OfficerProfile = z.looseObject({
  fullName: z.string(),
  username: z.string(),
  agencyCode: z.string(),
  /** With the agencies above it, `BHXH Tp. Hà Nội » BHXH Quận Đống Đa`; the code where the directory does not know it any more. */
  agencyName: z.string(),
  /** How many agencies below their own they act for too. */
  agenciesBelow: z.int(),
  signedInAt: Instant,
});
export type OfficerProfile = z.infer<typeof OfficerProfile>;

export const signInOfficer = operation({
  name: 'officers.signIn',
  method: 'POST',
  path: '/v1/officers/session',
  auth: 'none',
  changesSession: true,
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject(Credentials),
  response: SessionTokens,
  status: 201,
  errors: ['officer.refused', 'officer.password-given', 'session.locked'],
});

export const changeOfficerPassword = operation({
  name: 'officers.changePassword',
  method: 'POST',
  path: '/v1/officers/password',
  auth: 'none',
  changesSession: true,
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject({ ...Credentials, newPassword: z.string().check(z.minLength(1), z.maxLength(256)) }),
  response: SessionTokens,
  status: 201,
  errors: ['officer.refused', 'officer.password-refused', 'session.locked'],
});

export const readOfficer = operation({
  name: 'officers.me',
  method: 'GET',
  path: '/v1/officers/me',
  auth: 'officer',
  retry: 'safe',
  pii: 'personal',
  bucket: 'me',
  response: OfficerProfile,
  errors: ['session.missing', 'session.expired', 'session.not-allowed'],
});
