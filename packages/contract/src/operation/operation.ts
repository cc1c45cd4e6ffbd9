import type * as z from 'zod/mini';
import type { ErrorCode } from '../errors/errors.js';

/**
 * Who may call: anybody, a person with a session, anybody with a person's session adding to what is known of them (a guardian who registers a child, R16),
 * an officer of an agency with a session, either of the two, or the one who began an upload and holds its key.
 */
export type Auth = 'none' | 'session' | 'session-if-any' | 'officer' | 'any-session' | 'photograph-key';

/** Whether a call may be sent again after a failure: reads always, writes only under their `Idempotency-Key`, sign-ins never. */
export type RetryClass = 'safe' | 'with-key' | 'never';

/** The most sensitive thing a call carries in either direction (Luật 91/2025/QH15: images of identity papers, credentials and health data are sensitive). */
export type PiiClass = 'none' | 'personal' | 'sensitive';

/** Calls of one bucket share a rate limit, at the gateway and, after a 429, in the client's pause. */
export type RateBucket = 'directory' | 'declare' | 'upload' | 'follow' | 'sign-in' | 'me' | 'office' | 'code' | 'identity' | 'system';

/** A body that is not JSON. */
export interface Bytes {
  readonly bytes: string;
}

/** Marks a body of raw bytes by its media type, e.g. `application/pdf`. */
export const bytes = (mediaType: string): Bytes => ({ bytes: mediaType });

export const isBytes = (body: unknown): body is Bytes => typeof body === 'object' && body !== null && 'bytes' in body;

/** One row of the contract: everything the client method, the route, the OpenAPI path and the docs row are derived from. */
export interface Operation {
  /** `noun.verb`, the path of the client method. */
  readonly name: `${string}.${string}`;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` for each key of `params`. */
  readonly path: `/v1/${string}`;
  readonly auth: Auth;
  readonly retry: RetryClass;
  readonly pii: PiiClass;
  readonly bucket: RateBucket;
  readonly params?: z.ZodMiniType;
  /** Never personal data: queries end up in logs and histories. */
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType | Bytes;
  /** Absent: 204. */
  readonly response?: z.ZodMiniType | Bytes;
  /** The status of success, 200 unless said (204 without a response). */
  readonly status?: number;
  /** What can be answered besides `errorsOfEveryCall`. */
  readonly errors: readonly ErrorCode[];
  /** Carries an ETag and answers `If-None-Match`. */
  readonly etag?: true;
  /** Carries the answer of a challenge in `Challenge-Answer`, where the installation asks one (R9). */
  readonly challenged?: true;
  /** A guardian may ask it about a child, by the header `Guardian-Link`. A person's operation without it is refused with that header, so that nobody's own data is taken for a child's. */
  readonly ofChild?: true;
  /** Answers the tokens of a new session, at once or never, or with nothing because every session is over: the client keeps or forgets them. */
  readonly changesSession?: true;
  /** Answers `{ items, nextCursor? }` and takes `cursor` in its body. */
  readonly paged?: true;
}

/** Writes one row down, keeping its types. */
export function operation<const Row extends Operation>(row: Row): Row {
  return row;
}

/** The one argument of the client method: path parameters, query and body fields together; for raw bytes `{ bytes }`. */
export type InputOf<O> = (O extends { readonly params: infer P extends z.ZodMiniType } ? z.output<P> : unknown) &
  (O extends { readonly query: infer Q extends z.ZodMiniType } ? z.output<Q> : unknown) &
  (O extends { readonly body: infer B } ? (B extends z.ZodMiniType ? z.output<B> : { bytes: Uint8Array<ArrayBuffer> }) : unknown);

/** What the client method gives. */
export type OutputOf<O> = O extends { readonly response: infer R } ? (R extends z.ZodMiniType ? z.output<R> : Uint8Array<ArrayBuffer>) : void;

/** The HTTP status of success. */
export const successStatus = (row: Operation): number => row.status ?? (row.response ? 200 : 204);
