import { Instant } from '@bhxh-kit/domain/dates/schemas.js';
import { DeclarationReceipt, DeclarationSubmission } from '@bhxh-kit/domain/declaration/submission.js';
import * as z from 'zod/mini';
import { bytes, operation } from '../operation/operation.js';

/** What opens a declaration to its owner (R17): the reference, and the phone number or e-mail address given in it. */
export const DeclarationKey = z.strictObject({
  reference: z.string().check(z.maxLength(40)),
  /** Mobile phone or e-mail address, as typed; compared in normalised form. */
  contact: z.string().check(z.maxLength(254)),
});
export type DeclarationKey = z.infer<typeof DeclarationKey>;

/** Tình trạng tờ khai (R17). After a cancellation nothing of the declaration itself is left: only its reference, its history and why (R13). */
export const DeclarationProgress = z.looseObject({
  ...DeclarationReceipt.shape,
  history: z.array(z.looseObject({ status: DeclarationReceipt.shape.status, at: Instant })),
  /** Why it was cancelled or rejected, as a code: `paper-not-received`, … */
  reason: z.optional(z.string()),
  /** Every reason of a rejection (O4), as codes; `reasonWords` of the domain says them. */
  reasons: z.optional(z.array(z.string())),
  /** What the officer wrote besides. */
  words: z.optional(z.string()),
  /** Until when a rejected declaration can be corrected without typing it again; after that what the person gave is deleted. */
  correctableUntil: z.optional(Instant),
  /** The declaration that was sent in the place of this rejected one, by its reference. */
  correctedAs: z.optional(z.string()),
  /** Absent of declarations from before the gateway kept it apart. */
  purpose: z.optional(z.string()),
  /** Ai đã xem dữ liệu của tôi: which agency looked or acted, when and how, newest first. */
  accesses: z.optional(z.array(z.looseObject({ at: Instant, act: z.string(), agencyCode: z.string(), agencyName: z.string() }))),
  /** The moment of the gateway's clock, for a countdown that does not trust the device. */
  now: Instant,
});
export type DeclarationProgress = z.infer<typeof DeclarationProgress>;

export const submitDeclaration = operation({
  name: 'declarations.submit',
  method: 'POST',
  path: '/v1/declarations',
  auth: 'session-if-any',
  retry: 'with-key',
  pii: 'sensitive',
  bucket: 'declare',
  challenged: true,
  body: DeclarationSubmission,
  response: DeclarationReceipt,
  status: 201,
  errors: [
    'declaration.invalid',
    'rule-pack.superseded',
    'request.key-missing',
    'request.key-reused',
    'request.still-running',
    'challenge.required',
    'challenge.refused',
  ],
});

export const followDeclaration = operation({
  name: 'declarations.follow',
  method: 'POST',
  path: '/v1/declarations/follow',
  auth: 'none',
  retry: 'safe',
  pii: 'personal',
  bucket: 'follow',
  challenged: true,
  body: DeclarationKey,
  response: DeclarationProgress,
  errors: ['declaration.not-found', 'challenge.required', 'challenge.refused'],
});

export const readDeclarationForm = operation({
  name: 'declarations.form',
  method: 'POST',
  path: '/v1/declarations/form',
  auth: 'none',
  retry: 'safe',
  pii: 'sensitive',
  bucket: 'follow',
  challenged: true,
  body: DeclarationKey,
  response: bytes('application/pdf'),
  errors: ['declaration.not-found', 'declaration.closed', 'challenge.required', 'challenge.refused'],
});
