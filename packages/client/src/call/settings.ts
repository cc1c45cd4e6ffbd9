import type { Locale } from '../errors/words.js';

/** How a client is made. */
export interface ClientOptions {
  /** Where the gateway is: `https://…`, or a path of this origin such as `/bhxh`. Plain http only on this machine. */
  readonly baseUrl: string;
  /** The language asked of the gateway. Default `vi`. */
  readonly locale?: Locale;
  /** Milliseconds for a whole call, tries and waits included. Default 20 000. */
  readonly timeout?: number;
  /** Asks about a child of the guardian who is signed in: the `linkId` of `children.list`. Such a client, made by `withOptions`, shows any element the child's profile, cards and histories. */
  readonly guardianLink?: string;
  /** How often a call that may be repeated is repeated at most. Default 3. */
  readonly retries?: number;
  /** Gives the access token of a session the host page keeps itself (backend-for-frontend). `rejected` is the token the gateway just refused. */
  readonly getToken?: (rejected?: string) => Promise<string | undefined> | string | undefined;
  /** In place of the platform's `fetch`: tests, proxies. */
  readonly fetch?: typeof globalThis.fetch;
}

/** What a single call may have otherwise. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds for this call. */
  readonly timeout?: number;
  /** Kept over every try, and over a reload where the caller stores it. 16–64 characters of `A–Z a–z 0–9 _ -`. */
  readonly idempotencyKey?: string;
  /** The answer of a challenge (R9), as `@bhxh-kit/client/challenges` writes it. No part of what is sent: with another answer it is still the same call. */
  readonly challengeAnswer?: string;
}

/** `gateway.example.vn` without `https://`, which an address of a page takes for a file beside it. `./gateway.example.vn` is one. */
const NAME_ALONE = /^[^./][^/]*\./;

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The base URL without its last slash. Throws `TypeError` for one that would send personal data in clear. */
export function checkedBaseUrl(baseUrl: string): string {
  const { href = '' } = (globalThis as { location?: { href: string } }).location ?? {};
  const page = href.startsWith('http') ? new URL(href) : undefined;
  let url: URL;
  try {
    url = new URL(baseUrl, NAME_ALONE.test(baseUrl) ? undefined : page);
  } catch {
    throw new TypeError('baseUrl must be a full https:// address, or a path of this page');
  }
  const own = page?.origin === url.origin;
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!safe)
    throw new TypeError(
      `baseUrl must be https://${own ? ': this page is served without encryption, and personal data may not travel so' : ' (http:// only on this machine)'}`,
    );
  if (url.username || url.password || url.search || url.hash) throw new TypeError('baseUrl must have no credentials, query or fragment');
  return url.href.replace(/\/+$/, '');
}
