import { Instant } from '@bhxh-kit/domain/dates/schemas.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

/** The header a guardian asks about a child with: the `linkId` of `children.list`. It is no personal data, and is in no URL. */
export const GUARDIAN_LINK_HEADER = 'Guardian-Link';

/** A child a guardian may see the data of (A8). */
export const LinkedChild = z.looseObject({
  /** Opens the child's data to this guardian alone, checked by every call. */
  linkId: z.string(),
  fullName: z.string(),
  birthDate: z.optional(z.string()),
  /** The child is grown up from this moment on; then the link opens nothing any more. */
  until: Instant,
});
export type LinkedChild = z.infer<typeof LinkedChild>;

export const listMyChildren = operation({
  name: 'children.list',
  method: 'GET',
  path: '/v1/me/children',
  auth: 'session',
  retry: 'safe',
  pii: 'personal',
  bucket: 'me',
  response: z.looseObject({ items: z.array(LinkedChild) }),
  errors: ['session.missing', 'session.expired'],
});
