import { Agency } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

const Agencies = z.looseObject({ items: z.array(Agency) });
const AgencyCode = z.strictObject({ code: z.string().check(z.regex(/^\d{3}(\d{2})?$/)) });

export const listAgencies = operation({
  name: 'agencies.list',
  summary: 'Every agency in office today, without the communes each serves.',
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
  summary: 'The agencies directly below one.',
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
  summary: 'An agency with everything above it, the provincial office first.',
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
  summary: 'Agencies by name or code, with or without diacritics.',
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
  summary: 'The agencies that serve a commune of the 2025 map, the closest level first.',
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
