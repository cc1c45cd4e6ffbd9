import { DeclarationPurpose, DeclarationStatus, Instant, PhotographKind, SubjectType } from '@bhxh-kit/domain';
import { REJECTION_WORDS_MAX, RejectionReasonCode } from '@bhxh-kit/domain/review/rejection.js';
import { REJECTION_REASONS } from '@bhxh-kit/domain/review/rejection-reasons.js';
import * as z from 'zod/mini';
import { bytes, operation } from '../operation/operation.js';
import { ReviewCase, ReviewOutcome, ReviewRow, Uuid } from './review-case.js';

/** Rows a page of the queue holds at most. */
export const REVIEW_PAGE_MAX = 100;

const Id = z.strictObject({ id: Uuid });
/** The version the officer saw. */
const version = z.int().check(z.gte(1), z.lte(1_000_000));
const session = ['session.missing', 'session.expired', 'session.not-allowed'] as const;
const write = ['request.key-missing', 'request.key-reused', 'request.still-running'] as const;

/** What the queue is narrowed to; everything together. */
export const ReviewQuery = z.strictObject({
  /** Without it everything still open: waiting for paper and in review. */
  status: z.optional(z.array(DeclarationStatus).check(z.minLength(1), z.maxLength(5))),
  /** With the agencies below it. */
  agencyCode: z.optional(z.string().check(z.regex(/^\d{3}(\d{2})?$/))),
  purpose: z.optional(DeclarationPurpose),
  subject: z.optional(SubjectType),
  /** Those whose paper is due within so many days, overdue ones included. */
  dueWithinDays: z.optional(z.int().check(z.gte(0), z.lte(60))),
  /** A name or part of one, with or without diacritics; or a whole number: reference, BHXH number, identity number, phone, e-mail. */
  find: z.optional(z.string().check(z.maxLength(254))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z.optional(z.int().check(z.gte(1), z.lte(REVIEW_PAGE_MAX))),
});
export type ReviewQuery = z.infer<typeof ReviewQuery>;

export const listReviews = operation({
  name: 'reviews.list',
  method: 'POST',
  path: '/v1/reviews',
  auth: 'officer',
  retry: 'safe',
  pii: 'personal',
  bucket: 'office',
  body: ReviewQuery,
  response: z.looseObject({
    items: z.array(ReviewRow),
    /** A page can hold fewer rows than asked, even none, and still have a next one: a search by name looks through so many declarations at a time. */
    nextCursor: z.optional(z.string()),
    /** On the first page: how many declarations of the officer's agencies have each status, whatever the filters. */
    counts: z.optional(z.array(z.looseObject({ status: z.string(), count: z.int() }))),
    /** The moment of the gateway's clock, for what is left until each deadline. */
    now: Instant,
  }),
  errors: session,
  paged: true,
});

export const readReview = operation({
  name: 'reviews.read',
  method: 'GET',
  path: '/v1/reviews/{id}',
  auth: 'officer',
  retry: 'safe',
  pii: 'sensitive',
  bucket: 'office',
  params: Id,
  response: ReviewCase,
  errors: [...session, 'review.not-found'],
});

export const readReviewPhotograph = operation({
  name: 'reviews.photograph',
  method: 'GET',
  path: '/v1/reviews/{id}/photographs/{kind}',
  auth: 'officer',
  retry: 'safe',
  pii: 'sensitive',
  bucket: 'office',
  params: z.strictObject({ id: Uuid, kind: PhotographKind }),
  response: bytes('image/jpeg'),
  errors: [...session, 'review.not-found'],
});

export const receiveReviewPaper = operation({
  name: 'reviews.receivePaper',
  method: 'POST',
  path: '/v1/reviews/{id}/paper',
  auth: 'officer',
  retry: 'with-key',
  pii: 'personal',
  bucket: 'office',
  params: Id,
  body: z.strictObject({ version }),
  response: ReviewOutcome,
  errors: [...session, ...write, 'review.not-found', 'review.changed', 'review.not-allowed'],
});

export const approveReview = operation({
  name: 'reviews.approve',
  method: 'POST',
  path: '/v1/reviews/{id}/approve',
  auth: 'officer',
  retry: 'with-key',
  pii: 'personal',
  bucket: 'office',
  params: Id,
  body: z.strictObject({ version }),
  response: ReviewOutcome,
  errors: [
    ...session,
    ...write,
    'review.not-found',
    'review.changed',
    'review.not-allowed',
    'review.account-exists',
    'review.account-missing',
    'review.email-taken',
  ],
});

export const rejectReview = operation({
  name: 'reviews.reject',
  method: 'POST',
  path: '/v1/reviews/{id}/reject',
  auth: 'officer',
  retry: 'with-key',
  pii: 'personal',
  bucket: 'office',
  params: Id,
  body: z.strictObject({
    version,
    reasons: z.array(RejectionReasonCode).check(z.maxLength(REJECTION_REASONS.length)),
    /** What the person has to know besides, in the officer's own words. `other` needs them. */
    words: z.optional(z.string().check(z.maxLength(4 * REJECTION_WORDS_MAX))),
  }),
  response: ReviewOutcome,
  errors: [...session, ...write, 'review.not-found', 'review.changed', 'review.not-allowed', 'review.rejection-invalid'],
});

export const undoReview = operation({
  name: 'reviews.undo',
  method: 'POST',
  path: '/v1/reviews/{id}/undo',
  auth: 'officer',
  retry: 'with-key',
  pii: 'personal',
  bucket: 'office',
  params: Id,
  body: z.strictObject({ version }),
  response: ReviewOutcome,
  errors: [...session, ...write, 'review.not-found', 'review.changed', 'review.undo-over', 'review.undo-not-yours', 'review.undo-impossible'],
});
