import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

/** A public key that seals of Mẫu 01 are verified with: a JWK (RFC 7517) for ES256. */
export const SealKey = z.looseObject({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  /** The first eight hex digits of its thumbprint (RFC 7638), as they stand in the seal. */
  kid: z.string(),
  alg: z.string(),
  use: z.string(),
});
export type SealKey = z.infer<typeof SealKey>;

/** A JWK set: the key that seals now is the last one; those before it sealed papers that are still in people's hands. */
export const SealKeySet = z.looseObject({ keys: z.array(SealKey) });
export type SealKeySet = z.infer<typeof SealKeySet>;

export const readSealKeys = operation({
  name: 'seals.keys',
  method: 'GET',
  path: '/v1/seals/keys',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'system',
  response: SealKeySet,
  errors: [],
  etag: true,
});
