import { MedicalVisit } from '@bhxh-kit/domain/visits/visit.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';
import { PAGE_LIMIT_MAX } from './me.js';

export const listMyVisits = operation({
  name: 'visits.list',
  method: 'POST',
  path: '/v1/me/visits',
  auth: 'session',
  ofChild: true,
  retry: 'safe',
  pii: 'sensitive',
  bucket: 'me',
  body: z.strictObject({
    /** The year a visit began in. */
    year: z.optional(z.int().check(z.gte(1900), z.lte(2999))),
    cursor: z.optional(z.string().check(z.maxLength(200))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(PAGE_LIMIT_MAX))),
  }),
  response: z.looseObject({
    /** Without their lines: `visits.read` gives those. */
    items: z.array(MedicalVisit),
    /** Every year there are visits of, the newest first, whatever year was asked for; on a first page only. */
    years: z.optional(z.array(z.int())),
    nextCursor: z.optional(z.string()),
  }),
  errors: ['session.missing', 'session.expired'],
  paged: true,
});

export const readMyVisit = operation({
  name: 'visits.read',
  method: 'POST',
  path: '/v1/me/visits/read',
  auth: 'session',
  ofChild: true,
  retry: 'safe',
  pii: 'sensitive',
  bucket: 'me',
  /** The id of a row of `visits.list`, in the body because it leads to health data. */
  body: z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(100)) }),
  response: MedicalVisit,
  errors: ['session.missing', 'session.expired', 'visit.not-found'],
});
