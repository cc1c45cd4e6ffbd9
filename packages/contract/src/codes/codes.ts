import { Instant } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

/** Which code, in a call that takes one. */
export const codeId = z.string().check(z.maxLength(40));
/** Six digits, as typed: spaces and hyphens are taken too. */
export const oneTimeCode = z.string().check(z.minLength(1), z.maxLength(32));

/** A one-time code on its way to an e-mail address (R14). Says the same whether or not the address serves an account already: its owner alone learns that, by mail. */
export const SentCode = z.looseObject({
  /** Names the code when it is confirmed. */
  codeId: z.string(),
  sentAt: Instant,
  expiresAt: Instant,
  /** No other code is sent to this address before. */
  sendAgainAt: Instant,
});
export type SentCode = z.infer<typeof SentCode>;

export const sendCode = operation({
  name: 'codes.send',
  method: 'POST',
  path: '/v1/codes',
  auth: 'none',
  retry: 'never',
  pii: 'personal',
  bucket: 'code',
  body: z.strictObject({
    email: z.string().check(z.maxLength(254)),
    /** Whose declaration it is for: a child's goes to its guardian's address, which serves the guardian's account (R16). */
    subject: z.enum(['individual', 'child', 'organisation']),
    /** The language of the mail. */
    locale: z.enum(['vi', 'en']),
  }),
  response: SentCode,
  status: 201,
  errors: ['code.invalid', 'code.too-soon'],
});

export const confirmCode = operation({
  name: 'codes.confirm',
  method: 'POST',
  path: '/v1/codes/confirm',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'code',
  body: z.strictObject({
    codeId,
    oneTimeCode,
  }),
  response: z.looseObject({
    /** To be handed in with the declaration, once. */
    emailConfirmation: z.string(),
    /** No later than this. */
    until: Instant,
  }),
  errors: ['code.refused'],
});
