import type { VneidResult } from '@bhxh-kit/contract';
import type { BhxhClient } from '../client/bhxh-client.js';
import { deviceName } from '../session/device.js';

/** Where the trip waits in this tab: nothing of a person, good for ten minutes and once. */
const KEPT = 'bhxh-kit.vneid';

interface Trip {
  readonly vneidState: string;
  readonly browserKey: string;
  readonly returnTo: string;
}

/** What of the page is used; a test hands in its own. */
export interface VneidPage {
  readonly location: Pick<Location, 'href' | 'assign'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/**
 * Sends the person to VNeID (A10). They come back to `returnTo`, a page the installation named, which calls `finishVneid`.
 * Rejects with the client's error where the gateway offers no VNeID, or does not know the page.
 */
export async function beginVneid(client: BhxhClient, { returnTo, page = globalThis }: { readonly returnTo: string; readonly page?: VneidPage }): Promise<void> {
  const { authorizeUrl, vneidState, browserKey } = await client.vneid.begin({ returnTo });
  page.sessionStorage.setItem(KEPT, JSON.stringify({ vneidState, browserKey, returnTo } satisfies Trip));
  // Of the sandbox the address is relative to the gateway.
  page.location.assign(new URL(authorizeUrl, client.baseUrl).href);
}

/** Whether the address of the page holds an answer of VNeID, which `finishVneid` takes: a page can say that it is at work. */
export function cameFromVneid({ page = globalThis }: { readonly page?: Pick<VneidPage, 'location'> } = {}): boolean {
  const { vneidState, vneidCode, vneidError } = answerIn(new URL(page.location.href));
  return Boolean(vneidState && (vneidCode || vneidError));
}

/**
 * Takes whoever comes back from VNeID, on the page they come back to; nothing where nobody did. The answer is taken out of the address bar before anything else, so that no
 * reload, bookmark or history has it. Signs this client in where the person has an account.
 * Rejects with the client's error; `userMessage` says what to do: cancelled, too late, level 1, VNeID down.
 */
export async function finishVneid(client: BhxhClient, { page = globalThis }: { readonly page?: VneidPage } = {}): Promise<VneidResult | undefined> {
  const here = new URL(page.location.href);
  const { vneidState, vneidCode, vneidError } = answerIn(here);
  if (!vneidState || (!vneidCode && !vneidError)) return undefined;
  for (const name of ['state', 'code', 'error', 'error_description', 'iss', 'session_state']) here.searchParams.delete(name);
  page.history.replaceState(null, '', here.href);
  const kept = JSON.parse(page.sessionStorage.getItem(KEPT) ?? 'null') as Trip | null;
  page.sessionStorage.removeItem(KEPT);
  // An answer this tab never asked for may be somebody else's, sent to sign us in as them.
  const { browserKey, returnTo } = kept?.vneidState === vneidState ? kept : { browserKey: '-', returnTo: here.origin + here.pathname };
  return client.vneid.finish({ vneidState, browserKey, returnTo, device: deviceName(), ...(vneidCode && { vneidCode }), ...(vneidError && { vneidError }) });
}

function answerIn({ searchParams }: URL): {
  readonly vneidState?: string | undefined;
  readonly vneidCode?: string | undefined;
  readonly vneidError?: string | undefined;
} {
  const [vneidState, vneidCode, vneidError] = ['state', 'code', 'error'].map((name) => searchParams.get(name) ?? undefined);
  return { vneidState, vneidCode, vneidError };
}
