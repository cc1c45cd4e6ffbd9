import { Instant, IsoDate, RulePackId } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

export const readHealth = operation({
  name: 'health.read',
  summary: 'Whether the gateway and its database answer.',
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
  summary: 'The rule pack in force and the day at the gateway, by which forms are filled.',
  method: 'GET',
  path: '/v1/rules/current',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'system',
  response: z.looseObject({ rulePack: RulePackId, today: IsoDate }),
  errors: [],
});
