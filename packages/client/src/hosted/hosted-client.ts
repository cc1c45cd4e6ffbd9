import type { Operation } from '@bhxh-kit/contract';
import * as z from 'zod/mini';
import { HELD_PATH, PAGE_HEADER } from '../backend/page-call.js';
import { Caller } from '../call/caller.js';
import { Pauses } from '../call/pauses.js';
import { checkedBaseUrl, type ClientOptions } from '../call/settings.js';
import type { BhxhClient } from '../client/bhxh-client.js';
import { clientOf } from '../client/create-client.js';
import { refreshWith } from '../session/session-calls.js';
import { SessionKeeper } from '../session/session-keeper.js';

/** How a client of the host's own backend is made: `baseUrl` is the backend's path, e.g. `/bhxh`. */
export type HostedOptions = Omit<ClientOptions, 'getToken'>;

/** Answered by the backend itself. */
const held = {
  name: 'session.current',
  method: 'GET',
  path: HELD_PATH as '/v1/',
  auth: 'none',
  retry: 'safe',
  pii: 'none',
  bucket: 'me',
  response: z.looseObject({ held: z.optional(z.string()) }),
  errors: [],
} satisfies Operation;

/**
 * Makes a client that speaks with the backend of its own page (`createBackend` of `@bhxh-kit/client/backend`) and with nobody else: the session is kept there, so that it lives through a
 * reload and no script of the page can read it. Once made it knows whether somebody is signed in (`signedIn`). Rejects with the errors of every call while the backend does not
 * answer, and with `TypeError` for a `baseUrl` of another origin.
 *
 * @example
 * const bhxh = await openHostedClient({ baseUrl: '/bhxh' });
 * document.querySelector('bhxh-provider').client = bhxh;
 */
export async function openHostedClient(options: HostedOptions): Promise<BhxhClient> {
  const baseUrl = checkedBaseUrl(options.baseUrl);
  const here = (globalThis as { location?: Location }).location;
  if (here && new URL(baseUrl).origin !== here.origin) throw new TypeError('baseUrl must be a path of this page’s own origin, such as /bhxh');
  const keeper: SessionKeeper = new SessionKeeper(undefined, (refreshToken) => inTurn(() => refreshWith(caller, refreshToken)));
  const caller: Caller = new Caller(baseUrl, { ...options, fetch: fetchAsPage(options.fetch) }, keeper, new Pauses());
  const token = (await caller.call<{ held?: string }>(held)).value.held;
  if (token) keeper.begin({ accessToken: token, expiresIn: 0, refreshToken: token });
  return clientOf(caller);
}

/** The page's cookie goes along, and the header that only a script of this origin can send. */
function fetchAsPage(fetch: typeof globalThis.fetch = globalThis.fetch): typeof globalThis.fetch {
  return (url, init = {}) =>
    fetch(url, { ...init, mode: 'same-origin', credentials: 'same-origin', headers: { ...(init.headers as Record<string, string>), [PAGE_HEADER]: '1' } });
}

/** One tab after the other: each then comes with the cookie the one before it was given. */
async function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  const locks = (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks;
  return locks ? locks.request('bhxh-kit.refresh', act) : act();
}
