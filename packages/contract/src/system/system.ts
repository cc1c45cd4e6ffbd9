import { Instant, IsoDate } from '@bhxh-kit/domain/dates/schemas.js';
import { RulePackId } from '@bhxh-kit/domain/rule-packs/rule-pack.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

export const readHealth = operation({
  name: 'health.read',
  method: 'GET',
  path: '/v1/health',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'system',
  response: z.looseObject({ status: z.enum(['ok', 'degraded']), version: z.string(), time: Instant }),
  errors: [],
});

export const readRules = operation({
  name: 'rules.current',
  method: 'GET',
  path: '/v1/rules/current',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'system',
  response: z.looseObject({
    rulePack: RulePackId,
    today: IsoDate,
    /** Name of the population database that `identities.verify` asks (R15); absent where none is. */
    identityVerifier: z.optional(z.string()),
    /** Name of the VNeID that people can sign in with (A10); absent where there is none. */
    vneid: z.optional(z.string()),
  }),
  errors: [],
});
