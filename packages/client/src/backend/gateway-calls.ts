import { INTEGRATOR_KEY_HEADER } from '@bhxh-kit/contract';
import type { Route } from './routes.js';
import { Refused } from './refused.js';

/** What a call may tell the gateway; whatever else a caller sends (cookies, addresses of proxies, other hosts' names) stays here. */
const TOLD = ['accept', 'accept-language', 'challenge-answer', 'content-type', 'guardian-link', 'idempotency-key', 'if-none-match', 'photograph-key'];
/** What the page is told of the answer. */
const ANSWERED = [
  ...['cache-control', 'content-disposition', 'content-language', 'content-type', 'deprecation', 'etag'],
  ...['idempotency-replayed', 'request-id', 'retry-after', 'sunset'],
];
/** Milliseconds. */
const DEADLINE = 60_000;

export interface GatewayPlace {
  /** Without a slash at the end. */
  readonly gateway: string;
  readonly origin: string;
  /** Of the host, for the gateway alone. */
  readonly integratorKey: string | undefined;
  readonly fetch: typeof globalThis.fetch;
}

/** One call of a page, read: it can be sent more than once. */
export interface PageCall {
  readonly route: Route;
  /** Path and query at the gateway. */
  readonly target: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  readonly signal: AbortSignal;
}

/** Reads what a page sends: the body whole, so that a line that breaks leaves nothing half done at the gateway. */
export async function readCall(request: Request, route: Route, target: string, address: string | undefined): Promise<PageCall> {
  const headers = new Headers();
  for (const name of TOLD) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (address) headers.set('X-Forwarded-For', address);
  return { route, target, headers, body: route.bodyMax > 0 ? await readAtMost(request, route.bodyMax) : undefined, signal: request.signal };
}

async function readAtMost(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw new Refused('request.too-large');
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > most) {
      await reader.cancel();
      throw new Refused('request.too-large');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** Sends a call on, in the name of the host's origin: the session begins for this origin, and its tokens are of no use on a page of another. */
export async function ask(call: PageCall, { gateway, origin, integratorKey, fetch }: GatewayPlace, token?: string): Promise<Response> {
  const { method } = call.route.row;
  const headers = new Headers(call.headers);
  headers.set('Origin', origin);
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (integratorKey) headers.set(INTEGRATOR_KEY_HEADER, integratorKey);
  const response = await fetch(`${gateway}${call.target}`, {
    method,
    headers,
    ...(call.body && { body: call.body }),
    redirect: 'manual',
    signal: AbortSignal.any([call.signal, AbortSignal.timeout(DEADLINE)]),
  }).catch(() => {
    // The platform's message may name the whole address; that no answer came is all there is to tell.
    throw new Refused('server.unavailable');
  });
  // A gateway sends nobody elsewhere: whoever does is another server.
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400 && response.status !== 304))
    throw new Refused('server.unavailable');
  return response;
}

/** The answer for the page: its body as it streams in, unless another one is given. */
export function passed(answer: Response, { body = answer.body, cookie }: { readonly body?: BodyInit | null; readonly cookie?: string } = {}): Response {
  const headers = new Headers();
  for (const name of ANSWERED) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (cookie) {
    headers.set('Set-Cookie', cookie);
    headers.set('Cache-Control', 'no-store');
  }
  return new Response(body, { status: answer.status, headers });
}
