import type { ErrorCode, FieldError } from '@bhxh-kit/contract';

/** An answer other than success: one of the contract's codes, with the fields it is about. Carries nothing a caller sent. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly fieldErrors: readonly FieldError[] | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorCode,
    { fieldErrors, retryAfter }: { readonly fieldErrors?: readonly FieldError[]; readonly retryAfter?: number } = {},
  ) {
    super(code);
    this.fieldErrors = fieldErrors;
    this.retryAfter = retryAfter;
  }
}
