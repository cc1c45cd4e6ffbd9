import { ERROR_STATUS, type ErrorCode } from '@bhxh-kit/contract';
import { errorWords } from '@bhxh-kit/contract/words';
import { Refusal } from './refusal.js';

/** The answer to a failure (RFC 9457): code, status, request id and fields; no value that was sent, no word of the failure itself. */
export function problem(failure: unknown, requestId: string): Response {
  const refusal = failure instanceof Refusal ? failure : new Refusal(databaseIsAway(failure) ? 'server.unavailable' : 'server.failed');
  const status = ERROR_STATUS[refusal.code];
  const body = {
    type: 'about:blank',
    title: errorWords[refusal.code].en,
    status,
    code: refusal.code,
    requestId,
    ...(refusal.fieldErrors && { fieldErrors: refusal.fieldErrors }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  if (refusal.retryAfter !== undefined) headers.set('Retry-After', String(refusal.retryAfter));
  if (status === 401 && refusal.code !== 'session.refused') headers.set('WWW-Authenticate', 'Bearer');
  return new Response(JSON.stringify(body), { status, headers });
}

/** The code of the answer to a failure, for logs and metrics. */
export const codeOf = (failure: unknown): ErrorCode =>
  failure instanceof Refusal ? failure.code : databaseIsAway(failure) ? 'server.unavailable' : 'server.failed';

const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', '57P01', '57P02', '57P03', '53300', '08000', '08003', '08006']);

/** Whether the database does not answer, told by the codes of the system and of PostgreSQL anywhere in the chain of causes. */
export function databaseIsAway(failure: unknown): boolean {
  for (let at = failure, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (AWAY.has((at as NodeJS.ErrnoException).code ?? '') || /^(timeout exceeded when trying to connect|Connection terminated)/.test(at.message)) return true;
  }
  return false;
}
