import { Profile } from '@bhxh-kit/domain/accounts/profile.js';
import { HealthCard } from '@bhxh-kit/domain/cards/health-card.js';
import { InsuranceBranch, ParticipationPeriod } from '@bhxh-kit/domain/participation/participation-period.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

/** Rows a page holds at most. */
export const PAGE_LIMIT_MAX = 200;

export const readProfile = operation({
  name: 'profile.read',
  method: 'GET',
  path: '/v1/me/profile',
  auth: 'session',
  ofChild: true,
  retry: 'safe',
  pii: 'personal',
  bucket: 'me',
  response: Profile,
  errors: ['session.missing', 'session.expired'],
});

export const listMyCards = operation({
  name: 'cards.mine',
  method: 'GET',
  path: '/v1/me/cards',
  auth: 'session',
  ofChild: true,
  retry: 'safe',
  pii: 'sensitive',
  bucket: 'me',
  response: z.looseObject({ items: z.array(HealthCard) }),
  errors: ['session.missing', 'session.expired'],
});

export const listMyParticipation = operation({
  name: 'participation.list',
  method: 'POST',
  path: '/v1/me/participation',
  auth: 'session',
  ofChild: true,
  retry: 'safe',
  pii: 'sensitive',
  bucket: 'me',
  body: z.strictObject({
    branch: z.optional(InsuranceBranch),
    cursor: z.optional(z.string().check(z.maxLength(200))),
    limit: z.optional(z.int().check(z.gte(1), z.lte(PAGE_LIMIT_MAX))),
  }),
  response: z.looseObject({ items: z.array(ParticipationPeriod), nextCursor: z.optional(z.string()) }),
  errors: ['session.missing', 'session.expired'],
  paged: true,
});
