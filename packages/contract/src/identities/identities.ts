import { Instant } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

/**
 * What the population database said (R15). `not-verified` has one meaning for an unknown number, another name and another birth date, so that nobody learns which it was.
 * Whatever is not `verified` leaves the photographs to be taken; a result newer than a client knows does too.
 */
export const IdentityResult = z.looseObject({
  result: z.union([z.enum(['verified', 'not-verified', 'unavailable']), z.string()]),
  /** To be handed in with the declaration, once, when the person has confirmed. Of a verified identity only, as what follows. */
  identityVerification: z.optional(z.string()),
  /** The database's name, as people are told it. */
  by: z.optional(z.string()),
  at: z.optional(Instant),
  /** No later than this. */
  until: z.optional(Instant),
});
export type IdentityResult = z.infer<typeof IdentityResult>;

export const verifyIdentity = operation({
  name: 'identities.verify',
  method: 'POST',
  path: '/v1/identities/verify',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'identity',
  challenged: true,
  body: z.strictObject({
    fullName: z.string().check(z.maxLength(200)),
    /** Số CMND/HC/CC of the person who declares, and agreed to be asked about. */
    identityNumber: z.string().check(z.maxLength(20)),
    /** ISO date; a year or a month where the paper has no more. */
    birthDate: z.string().check(z.maxLength(10)),
  }),
  response: IdentityResult,
  errors: ['identity.invalid', 'identity.not-offered', 'challenge.required', 'challenge.refused'],
});
