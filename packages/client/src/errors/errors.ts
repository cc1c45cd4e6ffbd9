import type { FieldError } from '@bhxh-kit/contract';
import { type Locale, messageFor } from './words.js';

/** Two copies of the kit on one page have two classes of each name; the brand tells their errors all the same. */
const BRAND = Symbol.for('bhxh-kit.error');

/** What every error of the kit can show: safe to log, free of personal data. */
export interface ErrorReport {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly operation: string;
  readonly status?: number;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly fieldErrors?: readonly FieldError[] | undefined;
}

interface ErrorFacts extends Omit<ErrorReport, 'name' | 'message'> {
  /** Whether the call carried what somebody typed: they are told that it is kept. */
  readonly typed?: boolean;
}

/**
 * Any failure of a call. `code` is stable and documented, `message` is for developers and safe to log, `userMessage` is for people.
 * The request, its headers and its body are not reachable from here, so that a log of the error cannot leak them.
 */
export class BhxhError extends Error {
  readonly code: string;
  /** `noun.verb` of the call. */
  readonly operation: string;
  /** The gateway's id of the request, to quote to whoever runs it. */
  readonly requestId: string | undefined;
  /**
   * Whether the call carried what somebody typed: where no answer came they are told that it is kept.
   * @internal
   */
  readonly typed: boolean | undefined;

  constructor(message: string, facts: ErrorFacts) {
    super(`${facts.operation}: ${message}`);
    this.name = 'BhxhError';
    this.code = facts.code;
    this.operation = facts.operation;
    this.requestId = facts.requestId;
    this.typed = facts.typed;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** One or two sentences for people: what happened and what to do. */
  userMessage(locale: Locale = 'vi'): string {
    return messageFor(this.code, locale, this.typed);
  }

  toJSON(): ErrorReport {
    const { name, code, message, operation, requestId } = this;
    return { name, code, message, operation, requestId };
  }
}

/** The gateway answered, and refused. */
export class ApiError extends BhxhError {
  readonly status: number;
  /** What is wrong with which field, by JSON pointer into the request body. */
  readonly fieldErrors: readonly FieldError[];
  /** Seconds to wait, where the gateway said so. */
  readonly retryAfter: number | undefined;

  constructor(message: string, facts: ErrorFacts & { readonly status: number }) {
    super(message, facts);
    this.name = 'ApiError';
    this.status = facts.status;
    this.fieldErrors = facts.fieldErrors ?? [];
    this.retryAfter = facts.retryAfter;
  }

  override toJSON(): ErrorReport {
    const { status, retryAfter, fieldErrors } = this;
    return { ...super.toJSON(), status, retryAfter, ...(fieldErrors.length > 0 && { fieldErrors }) };
  }
}

const named = (name: string) =>
  class extends ApiError {
    constructor(...args: ConstructorParameters<typeof ApiError>) {
      super(...args);
      this.name = name;
    }
  };

/** 400, 413: the request is not what the contract says. */
export class BadRequestError extends /* @__PURE__ */ named('BadRequestError') {}
/** 401: no session, a session that is over, or a refused sign-in. */
export class UnauthenticatedError extends /* @__PURE__ */ named('UnauthenticatedError') {}
/** 403 */
export class ForbiddenError extends /* @__PURE__ */ named('ForbiddenError') {}
/** 404: unknown and wrong are the same answer. */
export class NotFoundError extends /* @__PURE__ */ named('NotFoundError') {}
/** 409: the state of things is another than the request supposes. */
export class ConflictError extends /* @__PURE__ */ named('ConflictError') {}
/** 422: a rule is broken; `fieldErrors` names each. */
export class ValidationError extends /* @__PURE__ */ named('ValidationError') {}
/** 429: come back after `retryAfter` seconds. */
export class RateLimitedError extends /* @__PURE__ */ named('RateLimitedError') {}
/** 5xx: the server failed or cannot answer now. */
export class UnavailableError extends /* @__PURE__ */ named('UnavailableError') {}

/** No answer came: no network, a refused connection, a name that does not resolve, a blocked origin. */
export class NetworkError extends BhxhError {
  override readonly name = 'NetworkError';
}
/** The call's deadline passed. */
export class TimeoutError extends BhxhError {
  override readonly name = 'TimeoutError';
}
/** The caller's own signal ended the call. */
export class AbortError extends BhxhError {
  override readonly name = 'AbortError';
}
/** The answer is not what the contract promises. `fields` names where, never what. */
export class ContractError extends BhxhError {
  override readonly name = 'ContractError';
  readonly fields: readonly string[];

  constructor(message: string, facts: ErrorFacts & { readonly fields?: readonly string[] }) {
    super(message, facts);
    this.fields = facts.fields ?? [];
  }

  override toJSON(): ErrorReport & { fields: readonly string[] } {
    return { ...super.toJSON(), fields: this.fields };
  }
}

const BY_STATUS: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: UnauthenticatedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  413: BadRequestError,
  422: ValidationError,
  429: RateLimitedError,
};

/** The class of a refusal by its HTTP status. */
export const apiErrorClass = (status: number): typeof ApiError => (status >= 500 ? UnavailableError : (BY_STATUS[status] ?? ApiError));

/** Whether something caught is an error of the kit, also one of another copy of it. */
export const isBhxhError = (thrown: unknown): thrown is BhxhError => typeof thrown === 'object' && thrown !== null && BRAND in thrown;

/** Whether the gateway answered and refused, also by another copy of the kit. */
export const isApiError = (thrown: unknown): thrown is ApiError => isBhxhError(thrown) && 'status' in thrown;

/** Whether sending the same again by hand may work: nothing reached the gateway, it was busy, or it took too long. */
export const isPassing = (thrown: unknown): boolean =>
  isBhxhError(thrown) &&
  (thrown.name === 'NetworkError' || thrown.name === 'TimeoutError' || (isApiError(thrown) && (thrown.status === 429 || thrown.status >= 500)));
