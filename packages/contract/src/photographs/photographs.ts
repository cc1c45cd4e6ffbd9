import { PhotographKind } from '@bhxh-kit/domain';
import * as z from 'zod/mini';
import { bytes, operation } from '../operation/operation.js';

/** The largest photograph taken, in bytes. The element scales far below it. */
export const PHOTOGRAPH_BYTES_MAX = 4 * 1024 * 1024;

const PhotographId = z.strictObject({ id: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,40}$/)) });

/** An upload's state: chunks arrive in order, so the count of bytes says where to go on. */
export const PhotographUpload = z.looseObject({
  id: z.string(),
  /** Bytes received so far. */
  received: z.int(),
  size: z.int(),
  complete: z.boolean(),
  /** Bytes a chunk has, except the last. */
  chunkSize: z.int(),
  /** The most bytes of one chunk, for a connection that is quick: any multiple of `chunkSize` up to it is taken. Without it every chunk has `chunkSize`. */
  chunkSizeMax: z.optional(z.int()),
});
export type PhotographUpload = z.infer<typeof PhotographUpload>;

export const PhotographUploadBegun = z.looseObject({
  ...PhotographUpload.shape,
  /** Secret of this upload; it travels in the header `Photograph-Key` and in the declaration that uses the photograph. */
  key: z.string(),
});
export type PhotographUploadBegun = z.infer<typeof PhotographUploadBegun>;

export const beginPhotograph = operation({
  name: 'photographs.begin',
  method: 'POST',
  path: '/v1/photographs',
  auth: 'none',
  retry: 'with-key',
  pii: 'personal',
  bucket: 'upload',
  body: z.strictObject({
    kind: PhotographKind,
    /** Bytes of the whole file. */
    size: z.int().check(z.gte(1), z.lte(PHOTOGRAPH_BYTES_MAX)),
    /** Lower-case hex of the file's SHA-256, checked when the last chunk is in. Absent where the page has no WebCrypto (plain http). */
    sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  }),
  response: PhotographUploadBegun,
  status: 201,
  errors: ['request.key-missing', 'request.key-reused', 'request.still-running', 'photograph.no-room'],
});

export const appendPhotograph = operation({
  name: 'photographs.append',
  method: 'PUT',
  path: '/v1/photographs/{id}/chunks/{offset}',
  auth: 'photograph-key',
  retry: 'safe',
  pii: 'sensitive',
  bucket: 'upload',
  params: z.strictObject({ ...PhotographId.shape, /** Byte at which this chunk begins. */ offset: z.string().check(z.regex(/^\d{1,8}$/)) }),
  body: bytes('application/octet-stream'),
  response: PhotographUpload,
  errors: ['photograph.not-found', 'photograph.refused', 'photograph.out-of-order'],
});

export const readPhotographProgress = operation({
  name: 'photographs.progress',
  method: 'GET',
  path: '/v1/photographs/{id}',
  auth: 'photograph-key',
  retry: 'safe',
  pii: 'none',
  bucket: 'upload',
  params: PhotographId,
  response: PhotographUpload,
  errors: ['photograph.not-found'],
});

export const discardPhotograph = operation({
  name: 'photographs.discard',
  method: 'DELETE',
  path: '/v1/photographs/{id}',
  auth: 'photograph-key',
  retry: 'safe',
  pii: 'none',
  bucket: 'upload',
  params: PhotographId,
  errors: ['photograph.not-found'],
});
