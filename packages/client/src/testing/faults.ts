/** What a scripted fault does to one call, in place of or on top of the real answer. */
export type Fault =
  /** 401 `session.expired`, as if the access token had just ended. */
  | { readonly kind: 'expired-token' }
  /** 429, with or without `Retry-After` in seconds. */
  | { readonly kind: 'rate-limited'; readonly retryAfter?: number }
  /** A status with a problem document of this code, with or without `Retry-After` in seconds. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly retryAfter?: number }
  /** The line is cut before the gateway saw the request. */
  | { readonly kind: 'cut-before' }
  /** The gateway did the work, but the answer never arrives. */
  | { readonly kind: 'cut-after' }
  /** The body stops in the middle of the JSON. */
  | { readonly kind: 'truncated-json' }
  /** A required field of the answer has another type. */
  | { readonly kind: 'wrong-type'; readonly field: string }
  /** The answer has a field the contract does not know. */
  | { readonly kind: 'unknown-field' }
  /** 200 with a page of HTML, as captive portals answer. */
  | { readonly kind: 'html' }
  /** The answer takes this many milliseconds, and ends early when the caller stops. */
  | { readonly kind: 'slow'; readonly milliseconds: number };

const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, requestId: 'test-fault' }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });

const lost = (): never => {
  throw new TypeError('the line was cut');
};

/** Applies a fault around the gateway's own handling of one request. */
export async function withFault(fault: Fault, request: Request, handle: () => Promise<Response>): Promise<Response> {
  switch (fault.kind) {
    case 'expired-token':
      return problem(401, 'session.expired');
    case 'rate-limited':
      return problem(429, 'rate.limited', fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) });
    case 'refused':
      return problem(fault.status, fault.code, fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) });
    case 'cut-before':
      return lost();
    case 'cut-after':
      await handle();
      return lost();
    case 'html':
      return new Response('<!doctype html><title>Wi-Fi</title>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    case 'slow':
      await pause(fault.milliseconds, request.signal);
      return handle();
    case 'truncated-json':
      return reshaped(await handle(), (text) => text.slice(0, text.length / 2));
    case 'wrong-type':
      return reshaped(await handle(), (text) => JSON.stringify({ ...(JSON.parse(text) as object), [fault.field]: { not: 'what was promised' } }));
    case 'unknown-field':
      return reshaped(await handle(), (text) => JSON.stringify({ ...(JSON.parse(text) as object), newerField: 'from a newer gateway' }));
  }
}

async function reshaped(response: Response, change: (text: string) => string): Promise<Response> {
  return new Response(change(await response.text()), { status: response.status, headers: response.headers });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('stopped', 'AbortError'));
    });
  });
}
