import { AddressScheme, Unit } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { operation } from '../operation/operation.js';

const Units = z.looseObject({ items: z.array(Unit) });
const code = z.string().check(z.regex(/^\d{2,5}$/));

export const listUnits = operation({
  name: 'units.list',
  method: 'GET',
  path: '/v1/units',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'directory',
  query: z.strictObject({ scheme: AddressScheme, parentCode: z.optional(code) }),
  response: Units,
  errors: ['unit.not-found'],
  etag: true,
});

export const searchUnits = operation({
  name: 'units.search',
  method: 'GET',
  path: '/v1/units/search',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'directory',
  query: z.strictObject({
    scheme: AddressScheme,
    query: z.string().check(z.minLength(1), z.maxLength(80)),
    limit: z.optional(z.string().check(z.regex(/^([1-9]|[1-4]\d|50)$/))),
  }),
  response: Units,
  errors: [],
  etag: true,
});

export const readUnitPath = operation({
  name: 'units.path',
  method: 'GET',
  path: '/v1/units/{scheme}/{code}/path',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'directory',
  params: z.strictObject({ scheme: AddressScheme, code }),
  response: Units,
  errors: ['unit.not-found'],
  etag: true,
});

export const listUnitSuccessors = operation({
  name: 'units.successors',
  method: 'GET',
  path: '/v1/units/2021/{code}/successors',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'directory',
  params: z.strictObject({ code }),
  response: Units,
  errors: ['unit.not-found'],
  etag: true,
});
