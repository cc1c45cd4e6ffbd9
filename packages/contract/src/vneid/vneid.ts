import { Instant, PartialDate } from '@bhxh-kit/domain/dates/schemas.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';
import { SessionTokens } from '../session/session.js';

/** What a browser needs to go to VNeID and come back (A10). `vneidState` travels in the address; `browserKey` stays in this browser and proves that it is the one that began. */
export const VneidTrip = z.looseObject({
  /** Where the person signs in, with everything in it; of the sandbox relative to the gateway's own address. */
  authorizeUrl: z.string(),
  vneidState: z.string(),
  browserKey: z.string(),
  /** No later than this, and once. */
  until: Instant,
});
export type VneidTrip = z.infer<typeof VneidTrip>;

/** Who came back, at level 2. */
export const VneidPerson = z.looseObject({
  fullName: z.string(),
  identityNumber: z.string(),
  birthDate: PartialDate,
  sex: z.optional(z.string()),
});
export type VneidPerson = z.infer<typeof VneidPerson>;

/** What came of it: `signed-in` with the tokens of a session where the person has an account, else `no-account`. Either way what their own declaration carries. */
export const VneidResult = z.looseObject({
  result: z.union([z.enum(['signed-in', 'no-account']), z.string()]),
  accessToken: z.optional(SessionTokens.shape.accessToken),
  expiresIn: z.optional(SessionTokens.shape.expiresIn),
  refreshToken: z.optional(SessionTokens.shape.refreshToken),
  person: VneidPerson,
  /** To be handed in with the declaration of this person, once: neither photographs nor paper are owed then, nor an e-mail address. */
  identityVerification: z.string(),
  /** By what, as people are told it. */
  by: z.string(),
  at: Instant,
  /** No later than this. */
  until: Instant,
});
export type VneidResult = z.infer<typeof VneidResult>;

/** The page the person comes back to, one of those the installation named. */
const returnTo = z.string().check(z.maxLength(500));

export const beginVneid = operation({
  name: 'vneid.begin',
  method: 'POST',
  path: '/v1/vneid',
  auth: 'none',
  retry: 'never',
  pii: 'none',
  bucket: 'sign-in',
  body: z.strictObject({ returnTo }),
  response: VneidTrip,
  status: 201,
  errors: ['vneid.not-offered', 'vneid.return-refused'],
});

export const finishVneid = operation({
  name: 'vneid.finish',
  method: 'POST',
  path: '/v1/vneid/finish',
  auth: 'none',
  changesSession: true,
  retry: 'never',
  pii: 'sensitive',
  bucket: 'sign-in',
  body: z.strictObject({
    vneidState: z.string().check(z.maxLength(200)),
    browserKey: z.string().check(z.maxLength(100)),
    returnTo,
    /** What VNeID gave in the address: a code, or why there is none. */
    vneidCode: z.optional(z.string().check(z.maxLength(2000))),
    vneidError: z.optional(z.string().check(z.maxLength(100))),
    /** The random name the device gave itself, as of `session.signIn`. */
    device: z.optional(z.string().check(z.minLength(16), z.maxLength(128))),
  }),
  response: VneidResult,
  errors: ['vneid.not-offered', 'vneid.state-refused', 'vneid.cancelled', 'vneid.refused', 'vneid.level', 'vneid.unavailable'],
});
