export type { Answer } from './call/answer.js';
export { Call, PagedCall } from './call/call.js';
export type { CallOptions, ClientOptions } from './call/settings.js';
export type { BhxhClient, Method, Resources } from './client/bhxh-client.js';
export { createClient } from './client/create-client.js';
export {
  AbortError,
  ApiError,
  BadRequestError,
  BhxhError,
  ConflictError,
  ContractError,
  type ErrorReport,
  ForbiddenError,
  isApiError,
  isBhxhError,
  isPassing,
  NetworkError,
  NotFoundError,
  RateLimitedError,
  TimeoutError,
  UnauthenticatedError,
  UnavailableError,
  ValidationError,
} from './errors/errors.js';
export type { Locale } from './errors/words.js';
export type { UploadOptions } from './photographs/upload-photograph.js';
