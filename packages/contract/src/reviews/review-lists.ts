import { Instant } from '@bhxh-kit/domain';
import { LIST_MAX } from '@bhxh-kit/domain/review/policy.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';
import { ReviewRow, Uuid } from './review-case.js';

const ListId = z.strictObject({ listId: Uuid });
const session = ['session.missing', 'session.expired', 'session.not-allowed'] as const;
const write = ['request.key-missing', 'request.key-reused', 'request.still-running'] as const;

/** What became of one row of a list. `code` says why a refused one was refused, as the errors of `reviews.approve` do. */
const ListResult = z.looseObject({
  id: z.string(),
  /** Absent for a case that is not the officer's to see. */
  reference: z.optional(z.string()),
  outcome: z.union([z.enum(['approved', 'waiting', 'undone', 'refused']), z.string()]),
  code: z.optional(z.string()),
  status: z.optional(z.string()),
  version: z.optional(z.int()),
});

/** A list after an act upon it, row by row in the order it was given (O5). */
export const ReviewListOutcome = z.looseObject({
  listId: z.string(),
  /** `waiting` for a second person; `done`, whatever its rows became; `declined`; `undone`. */
  state: z.union([z.enum(['waiting', 'done', 'declined', 'undone']), z.string()]),
  results: z.array(ListResult),
  /** Until when a done list can be taken back in one act. */
  undoUntil: z.optional(Instant),
  now: Instant,
});
export type ReviewListOutcome = z.infer<typeof ReviewListOutcome>;

/** A list that waits for its second person. */
export const WaitingReviewList = z.looseObject({
  listId: z.string(),
  count: z.int(),
  officerName: z.string(),
  agencyName: z.string(),
  at: Instant,
  /** After this its rows are as they were. */
  until: Instant,
  /** Whether this officer may confirm it: not the one who made it. */
  mayConfirm: z.boolean(),
});
export type WaitingReviewList = z.infer<typeof WaitingReviewList>;

export const approveReviewList = operation({
  name: 'reviews.approveList',
  method: 'POST',
  path: '/v1/review-lists',
  auth: 'officer',
  retry: 'with-key',
  pii: 'personal',
  bucket: 'office',
  body: z.strictObject({
    /** Each case once, with the version the officer saw. */
    items: z.array(z.strictObject({ id: Uuid, version: z.int().check(z.gte(1), z.lte(1_000_000)) })).check(z.minLength(1), z.maxLength(LIST_MAX)),
  }),
  response: ReviewListOutcome,
  errors: [...session, ...write, 'review.list-twice'],
});

export const listWaitingReviewLists = operation({
  name: 'reviews.waitingLists',
  method: 'GET',
  path: '/v1/review-lists',
  auth: 'officer',
  retry: 'safe',
  pii: 'personal',
  bucket: 'office',
  response: z.looseObject({ items: z.array(WaitingReviewList) }),
  errors: session,
});

export const readReviewList = operation({
  name: 'reviews.readList',
  method: 'GET',
  path: '/v1/review-lists/{listId}',
  auth: 'officer',
  retry: 'safe',
  pii: 'personal',
  bucket: 'office',
  params: ListId,
  response: z.looseObject({ ...WaitingReviewList.shape, items: z.array(ReviewRow) }),
  errors: [...session, 'review.list-not-found'],
});

export const confirmReviewList = operation({
  name: 'reviews.confirmList',
  method: 'POST',
  path: '/v1/review-lists/{listId}/confirm',
  auth: 'officer',
  retry: 'with-key',
  pii: 'personal',
  bucket: 'office',
  params: ListId,
  response: ReviewListOutcome,
  errors: [...session, ...write, 'review.list-not-found', 'review.second-person'],
});

export const declineReviewList = operation({
  name: 'reviews.declineList',
  method: 'POST',
  path: '/v1/review-lists/{listId}/decline',
  auth: 'officer',
  retry: 'with-key',
  pii: 'personal',
  bucket: 'office',
  params: ListId,
  response: ReviewListOutcome,
  errors: [...session, ...write, 'review.list-not-found'],
});

export const undoReviewList = operation({
  name: 'reviews.undoList',
  method: 'POST',
  path: '/v1/review-lists/{listId}/undo',
  auth: 'officer',
  retry: 'with-key',
  pii: 'personal',
  bucket: 'office',
  params: ListId,
  response: ReviewListOutcome,
  errors: [...session, ...write, 'review.list-not-found', 'review.undo-over', 'review.undo-not-yours'],
});
