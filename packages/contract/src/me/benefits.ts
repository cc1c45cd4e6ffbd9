import { BenefitKind, BenefitPayment } from '@bhxh-kit/domain/benefits/benefit-payment.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';
import { PAGE_LIMIT_MAX } from './me.js';

export const listMyBenefits = operation({
  name: 'benefits.list',
  method: 'POST',
  path: '/v1/me/benefits',
  auth: 'session',
  ofChild: true,
  retry: 'safe',
  pii: 'sensitive',
  bucket: 'me',
  body: z.strictObject({
    kind: z.optional(BenefitKind),
    cursor: z.optional(z.string().check(z.maxLength(200))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(PAGE_LIMIT_MAX))),
  }),
  response: z.looseObject({ items: z.array(BenefitPayment), nextCursor: z.optional(z.string()) }),
  errors: ['session.missing', 'session.expired'],
  paged: true,
});
