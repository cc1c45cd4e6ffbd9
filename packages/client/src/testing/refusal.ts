import type { ErrorCode, FieldError } from '@bhxh-kit/contract';

/** What a handler throws to refuse. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly fieldErrors: readonly FieldError[] = [],
  ) {
    super(code);
  }
}
