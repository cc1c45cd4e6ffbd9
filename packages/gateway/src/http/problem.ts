import { ERROR_STATUS, type ErrorCode } from '@bhxh-kit/contract';
import { errorWords } from '@bhxh-kit/contract/words';
import { Refusal } from './refusal.js';

/** Seconds after which a call may be tried again when the database cannot serve it: a server that restarts or a leader that moves takes about as long. */
const UNAVAILABLE_FOR = 10;

/** The answer to a failure (RFC 9457): code, status, request id and fields, titled in the caller's language; no value that was sent, no word of the failure itself. */
export function problem(failure: unknown, requestId: string, acceptLanguage: string | null | undefined): Response {
  const refusal = refusalOf(failure);
  const status = ERROR_STATUS[refusal.code];
  const language = languageOf(acceptLanguage ?? '');
  const body = {
    type: 'about:blank',
    title: errorWords[refusal.code][language],
    status,
    code: refusal.code,
    requestId,
    ...(refusal.fieldErrors && { fieldErrors: refusal.fieldErrors }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Content-Language': language, 'Cache-Control': 'no-store' });
  if (refusal.retryAfter !== undefined) headers.set('Retry-After', String(refusal.retryAfter));
  if (status === 401 && !refusal.code.endsWith('.refused')) headers.set('WWW-Authenticate', 'Bearer');
  return new Response(JSON.stringify(body), { status, headers });
}

/** The one of the two languages that `Accept-Language` wants more (RFC 9110 §12.5.4); English where it says neither. */
function languageOf(accepted: string): 'vi' | 'en' {
  const weight = (language: string) =>
    Math.max(...accepted.split(',').map((part) => (part.trim().toLowerCase().startsWith(language) ? Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1) : 0)));
  return weight('vi') > weight('en') ? 'vi' : 'en';
}

/** The code of the answer to a failure, for logs and metrics. */
export const codeOf = (failure: unknown): ErrorCode => refusalOf(failure).code;

function refusalOf(failure: unknown): Refusal {
  if (failure instanceof Refusal) return failure;
  return databaseIsAway(failure) ? new Refusal('server.unavailable', { retryAfter: UNAVAILABLE_FOR }) : new Refusal('server.failed');
}

/**
 * Codes of a database that cannot serve now and can again without a change of the gateway. Of the system: no connection, no room on the disk. Of PostgreSQL
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html): connection exceptions (08), too few resources such as a full disk (53), an operator's
 * intervention such as a shutdown or the time limit of a statement (57), system errors (58), a server that became a read-only standby (25006),
 * transactions that lost against another one (40), a lock not given (55P03).
 */
const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOSPC', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE']);
const POSTGRES = /^(?:(?:08|40|53|57|58)[0-9A-Z]{3}|25006|55P03)$/;

/** Whether the database cannot serve now, told by the codes of the system and of PostgreSQL anywhere in the chain of causes. */
export function databaseIsAway(failure: unknown): boolean {
  for (let at = failure, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const { code = '' } = at as NodeJS.ErrnoException;
    if (
      SYSTEM.has(code) ||
      POSTGRES.test(code) ||
      /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/.test(at.message)
    )
      return true;
  }
  return false;
}
