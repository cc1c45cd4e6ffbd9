import * as z from 'zod/mini';

/**
 * Every error code of the contract with its HTTP status and a title for developers. Codes are stable: programs branch on them, words for people are in `words.ts`.
 * "Unknown" and "wrong" share one code wherever telling them apart would say who has an account or a declaration.
 */
export const ERRORS = {
  'request.malformed': { status: 400, title: 'The request is not what the contract says' },
  'request.too-large': { status: 413, title: 'The request body is larger than allowed' },
  'request.key-missing': { status: 400, title: 'A write needs an Idempotency-Key of 16 to 64 characters' },
  'request.key-reused': { status: 422, title: 'This Idempotency-Key was used with another body' },
  'request.still-running': { status: 409, title: 'The first request with this Idempotency-Key is still running' },
  'rate.limited': { status: 429, title: 'Too many requests; Retry-After says when to come back' },
  'server.failed': { status: 500, title: 'The server failed; nothing was recorded' },
  'server.unavailable': { status: 503, title: 'The server cannot answer now' },
  'route.unknown': { status: 404, title: 'No such operation' },
  'session.missing': { status: 401, title: 'Sign in first' },
  'session.expired': { status: 401, title: 'The session or token is over' },
  'session.refused': { status: 401, title: 'User name or password is wrong' },
  'session.locked': { status: 429, title: 'Too many failed sign-ins; Retry-After says when to come back' },
  'declaration.invalid': { status: 422, title: 'The declaration breaks a rule; fieldErrors names each' },
  'declaration.not-found': { status: 404, title: 'No declaration with this reference and contact' },
  'declaration.closed': { status: 409, title: 'The declaration is no longer open' },
  'rule-pack.superseded': { status: 409, title: 'Another rule pack is in force; reload the form' },
  'photograph.not-found': { status: 404, title: 'No photograph with this id and key' },
  'photograph.refused': { status: 422, title: 'The bytes are not a photograph the agency can use' },
  'photograph.out-of-order': { status: 409, title: 'This chunk is not the next one; ask for progress and go on from there' },
  'unit.not-found': { status: 404, title: 'No such administrative unit in this scheme' },
  'agency.not-found': { status: 404, title: 'No such agency' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** What any call can answer, whatever its row says. */
export const errorsOfEveryCall: readonly ErrorCode[] = ['request.malformed', 'request.too-large', 'rate.limited', 'server.failed', 'server.unavailable'];

/** One field's fault: where (RFC 6901 into the request body), a stable code, and the facts a sentence needs. Never the value itself. */
export const FieldError = z.looseObject({
  pointer: z.string(),
  code: z.string(),
  facts: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type FieldError = z.infer<typeof FieldError>;

/** Problem details on the wire (RFC 9457), `application/problem+json`. `code` may be newer than this list, so it is a string. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  requestId: z.string(),
  fieldErrors: z.optional(z.array(FieldError)),
});
export type Problem = z.infer<typeof Problem>;

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);
