import type { Settings } from '../settings/settings.js';

/** Headers of every answer: nothing of it is a page, a script or a frame (https://owasp.org/www-project-secure-headers/). */
export function secure(headers: Headers, { publicUrl }: Pick<Settings, 'publicUrl'>): void {
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  headers.set('X-Frame-Options', 'DENY');
  if (publicUrl?.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
}

const ALLOWED = 'Authorization, Challenge-Answer, Content-Type, Guardian-Link, Idempotency-Key, If-None-Match, Photograph-Key';
const EXPOSED = 'ETag, Idempotency-Replayed, Request-Id, Retry-After';

/** Lets pages of the allowed origins read the answer. Sessions travel in a header, never in a cookie, so credentials are never allowed. */
export function shareWith(headers: Headers, origin: string | null, { allowedOrigins }: Pick<Settings, 'allowedOrigins'>): void {
  if (allowedOrigins.length > 0) headers.append('Vary', 'Origin');
  if (!origin || !allowedOrigins.includes(origin)) return;
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Expose-Headers', EXPOSED);
}

/** The answer to a browser's question before a call from another origin. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: { 'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE', 'Access-Control-Allow-Headers': ALLOWED, 'Access-Control-Max-Age': '600' },
  });
}
