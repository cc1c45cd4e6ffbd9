import * as z from 'zod/mini';

/** One field's fault: where (RFC 6901 into the request body), a stable code, and the facts a sentence needs. Never the value itself. */
export const FieldError = z.looseObject({
  pointer: z.string(),
  code: z.string(),
  /** Texts and numbers by name. */
  facts: z.optional(z.looseObject({})),
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
