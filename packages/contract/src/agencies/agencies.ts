import { Agency } from '@bhxh-kit/domain/places/places.js';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

const Agencies = z.looseObject({ items: z.array(Agency) });
const AgencyCode = z.strictObject({ code: z.string().check(z.regex(/^\d{3}(\d{2})?$/)) });

export const listAgencies = operation({
  name: 'agencies.list',
  method: 'GET',
  path: '/v1/agencies',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'directory',
  response: Agencies,
  errors: [],
  etag: true,
});

export const listAgencyChildren = operation({
  name: 'agencies.children',
  method: 'GET',
  path: '/v1/agencies/{code}/children',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'directory',
  params: AgencyCode,
  response: Agencies,
  errors: ['agency.not-found'],
  etag: true,
});

export const readAgencyPath = operation({
  name: 'agencies.path',
  method: 'GET',
  path: '/v1/agencies/{code}/path',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'directory',
  params: AgencyCode,
  response: Agencies,
  errors: ['agency.not-found'],
  etag: true,
});

export const searchAgencies = operation({
  name: 'agencies.search',
  method: 'GET',
  path: '/v1/agencies/search',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'directory',
  query: z.strictObject({ query: z.string().check(z.minLength(1), z.maxLength(80)) }),
  response: Agencies,
  errors: [],
  etag: true,
});

export const listAgenciesByCommune = operation({
  name: 'agencies.byCommune',
  method: 'GET',
  path: '/v1/communes/{communeCode}/agencies',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'directory',
  params: z.strictObject({ communeCode: z.string().check(z.regex(/^\d{5}$/)) }),
  response: Agencies,
  errors: ['unit.not-found'],
  etag: true,
});
