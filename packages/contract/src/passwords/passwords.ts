import { Instant } from '@bhxh-kit/domain/dates/schemas.js';
import * as z from 'zod/mini';
import { codeId, oneTimeCode, SentCode } from '../codes/codes.js';
import { operation } from '../operation/operation.js';
import { SentAccountCode } from '../session/devices.js';

const password = z.string().check(z.minLength(1), z.maxLength(256));
/** What signing in answered, of a password that is too old where the rules enforce its change (A3). */
const ticket = z.string().check(z.maxLength(256));

/** How old the password is (A3). */
export const PasswordAge = z.looseObject({
  changedAt: Instant,
  /** To be changed by then. */
  dueAt: Instant,
  overdue: z.boolean(),
  /** What follows when it is not: a word (`remind`), or nothing but the change when signing in (`enforce`). */
  afterwards: z.enum(['remind', 'enforce']),
});
export type PasswordAge = z.infer<typeof PasswordAge>;

export const readPasswordAge = operation({
  name: 'passwords.age',
  method: 'GET',
  path: '/v1/me/password',
  auth: 'session',
  retry: 'safe',
  pii: 'none',
  bucket: 'me',
  response: PasswordAge,
  errors: ['session.missing', 'session.expired'],
});

export const requestPasswordChange = operation({
  name: 'passwords.requestChange',
  method: 'POST',
  path: '/v1/me/password/codes',
  auth: 'session',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject({ currentPassword: password }),
  response: SentAccountCode,
  status: 201,
  errors: ['session.missing', 'session.expired', 'password.wrong', 'session.locked', 'code.too-soon', 'code.no-contact'],
});

export const changePassword = operation({
  name: 'passwords.change',
  method: 'POST',
  path: '/v1/me/password',
  auth: 'session',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'code',
  body: z.strictObject({ codeId, oneTimeCode, newPassword: password }),
  errors: ['session.missing', 'session.expired', 'code.refused', 'password.refused'],
});

export const requestOverdueChange = operation({
  name: 'passwords.requestOverdueChange',
  method: 'POST',
  path: '/v1/passwords/overdue/codes',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'code',
  body: z.strictObject({ ticket }),
  response: SentAccountCode,
  status: 201,
  errors: ['session.ticket-over', 'code.too-soon', 'code.no-contact'],
});

export const changeOverduePassword = operation({
  name: 'passwords.changeOverdue',
  method: 'POST',
  path: '/v1/passwords/overdue',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'code',
  body: z.strictObject({ ticket, codeId, oneTimeCode, newPassword: password }),
  errors: ['session.ticket-over', 'code.refused', 'password.refused'],
});

export const requestPasswordReset = operation({
  name: 'passwords.requestReset',
  method: 'POST',
  path: '/v1/passwords/codes',
  auth: 'none',
  retry: 'never',
  pii: 'personal',
  bucket: 'code',
  body: z.strictObject({
    bhxhNumber: z.string().check(z.maxLength(20)),
    /** The registered mobile phone or e-mail address: the code goes there. */
    contact: z.string().check(z.maxLength(254)),
  }),
  response: SentCode,
  status: 202,
  errors: ['code.too-soon'],
});

export const resetPassword = operation({
  name: 'passwords.reset',
  method: 'POST',
  path: '/v1/passwords',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'code',
  body: z.strictObject({ bhxhNumber: z.string().check(z.maxLength(20)), codeId, oneTimeCode, newPassword: password }),
  errors: ['code.refused', 'password.refused', 'session.locked'],
});
