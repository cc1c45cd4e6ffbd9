import { Instant } from '@bhxh-kit/domain/dates/schemas.js';
import * as z from 'zod/mini';

/** Passkeys one may have: a phone, a computer, a security key and some to spare. */
export const PASSKEYS_MAX = 10;

/** What an authenticator is to do, in the JSON form of WebAuthn (https://www.w3.org/TR/webauthn-3/, `…OptionsJSON`): for `parseRequestOptionsFromJSON` and its like. */
export const PasskeyCeremony = z.looseObject({
  /** To be sent back with the credential. Works once, five minutes long. */
  challengeToken: z.string(),
  options: z.looseObject({}),
});
export type PasskeyCeremony = z.infer<typeof PasskeyCeremony>;

/** What the authenticator answered, in the JSON form of WebAuthn (`RegistrationResponseJSON`, `AuthenticationResponseJSON`). Browsers add to it, so more than this is taken. */
const Credential = z.looseObject({
  id: z.string().check(z.regex(/^[\w-]{1,1400}$/)),
  type: z.literal('public-key'),
  response: z.looseObject({}),
});

/** The fields of whatever answers a ceremony. */
export const ceremonyAnswer = { challengeToken: z.string().check(z.maxLength(256)), credential: Credential };

/** The field of what a passkey is called. */
export const passkeyLabel = z.string().check(z.minLength(1), z.maxLength(60));

/** Khóa truy cập of a person or an officer. */
export const Passkey = z.looseObject({
  id: z.string(),
  /** What its owner calls it, e.g. "Điện thoại của tôi". */
  label: z.string(),
  createdAt: Instant,
  lastUsedAt: z.optional(Instant),
  /** Whether it is kept on more devices than the one it was made on. */
  backedUp: z.boolean(),
});
export type Passkey = z.infer<typeof Passkey>;
