import { Instant, PhotographReference } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { DeclarationKey } from '../declarations/declarations.js';
import { operation } from '../operation/operation.js';
import { DeclaredFacts } from '../reviews/review-case.js';

/** A rejected declaration given back to its owner, so that nothing is typed again (O4, R17). */
export const Correction = z.looseObject({
  reference: z.string(),
  purpose: z.string(),
  subject: z.string(),
  rulePack: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  /** The answers, as `declarations.submit` takes them. */
  declared: DeclaredFacts,
  /** The photographs under new keys, as `declarations.submit` takes them; there is nothing to upload again. */
  photographs: z.array(PhotographReference),
  /** Goes along with the corrected declaration, as `declarations.submit` takes it: a rejected declaration is corrected once. */
  correctionKey: z.string(),
  /** What was wrong, as codes, and in the officer's own words. */
  reasons: z.array(z.string()),
  words: z.optional(z.string()),
  /** After this what the person gave is deleted. */
  correctableUntil: Instant,
});
export type Correction = z.infer<typeof Correction>;

export const openCorrection = operation({
  name: 'corrections.open',
  method: 'POST',
  path: '/v1/corrections/open',
  auth: 'none',
  retry: 'never',
  pii: 'sensitive',
  bucket: 'follow',
  body: z.strictObject({
    ...DeclarationKey.shape,
    /** The code of the notice of rejection, or a newer one. It works until the declaration is handed in again. */
    correctionCode: z.string().check(z.minLength(1), z.maxLength(64)),
  }),
  response: Correction,
  errors: ['correction.refused', 'session.locked'],
});

export const requestCorrectionCode = operation({
  name: 'corrections.requestCode',
  method: 'POST',
  path: '/v1/corrections/code',
  auth: 'none',
  retry: 'never',
  pii: 'personal',
  bucket: 'follow',
  body: DeclarationKey,
  status: 202,
  errors: [],
});
