import { ERROR_STATUS, type ErrorCode } from '@bhxh-kit/contract';
import { errorWords } from '@bhxh-kit/contract/words';

/** A call the backend refuses by itself, with a code of the contract. Carries nothing of what was sent. */
export class Refused extends Error {
  override readonly name = 'Refused';

  /**
   * @param cookie for `Set-Cookie`, where the one that came is of no use any more
   * @param detail for whoever sets the backend up, where the code's sentence is for people
   */
  constructor(
    readonly code: ErrorCode,
    readonly cookie?: string,
    readonly detail?: string,
  ) {
    super(code);
  }
}

/** A refusal as the gateway would write it (RFC 9457). */
export function problemOf({ code, cookie, detail }: Refused, { headers: asked }: Request): Response {
  const language = /^\s*en\b/i.test(asked.get('Accept-Language') ?? '') ? 'en' : 'vi';
  const requestId = crypto.randomUUID();
  const status = ERROR_STATUS[code];
  const body = { type: 'about:blank', title: errorWords[code][language], ...(detail && { detail }), status, code, requestId };
  const headers = new Headers({
    'Content-Type': 'application/problem+json',
    'Content-Language': language,
    'Request-Id': requestId,
    'Cache-Control': 'no-store',
  });
  if (cookie) headers.set('Set-Cookie', cookie);
  if (code === 'server.unavailable') headers.set('Retry-After', '5');
  return new Response(JSON.stringify(body), { status, headers });
}
