import { Instant } from '@bhxh-kit/domain/dates/schemas.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

/** Rows a page of looks holds at most. */
export const ACCESS_PAGE_MAX = 100;

/** One look or act upon a person's data (Ai đã xem dữ liệu của tôi). Who it was is told by agency and role, never by name. */
export const Access = z.looseObject({
  at: Instant,
  /** What was done: `case-read`, `photograph-read`, `list-read`, `paper-received`, `approved`, `rejected`, `undone`. */
  act: z.string(),
  /** In which role. */
  role: z.enum(['officer']),
  agencyCode: z.string(),
  agencyName: z.string(),
  /** The declaration it was upon. */
  reference: z.string(),
});
export type Access = z.infer<typeof Access>;

export const listMyAccesses = operation({
  name: 'accesses.mine',
  method: 'POST',
  path: '/v1/me/accesses',
  auth: 'session',
  ofChild: true,
  retry: 'safe',
  pii: 'personal',
  bucket: 'me',
  body: z.strictObject({
    cursor: z.optional(z.string().check(z.maxLength(200))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(ACCESS_PAGE_MAX))),
  }),
  response: z.looseObject({ items: z.array(Access), nextCursor: z.optional(z.string()) }),
  errors: ['session.missing', 'session.expired'],
  paged: true,
});
