import type { Settings } from '../settings/settings.js';
import type { GatewayLog } from '../system/log.js';

/** Origins told at most, so that a caller who makes them up fills no log. */
const TOLD_MAX = 20;

/**
 * In the sandbox, says once of each origin whose pages call and may not, and what to do: the page itself is told by its browser only that there was no network, and why stands in its console
 * alone. Outside the sandbox nothing of a caller enters the log.
 */
export function openStrangers({ sandbox, allowedOrigins }: Pick<Settings, 'sandbox' | 'allowedOrigins'>, log: GatewayLog): (request: Request) => void {
  const told = new Set<string>();
  return ({ headers }) => {
    const origin = headers.get('origin');
    // Only browsers say the second, and of the gateway's own pages they say something else: the backend of a host names an origin and is no page.
    if (!sandbox || !origin || !['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '')) return;
    if (allowedOrigins.includes(origin) || told.has(origin) || told.size >= TOLD_MAX || !isOrigin(origin)) return;
    told.add(origin);
    const kept = 'called, and its browser keeps the answer from it.';
    if (origin === 'null') log.warned(`A page without an origin ${kept} If it was opened as a file, serve it and add its origin to BHXH_ALLOWED_ORIGINS.`);
    else log.warned(`A page of ${origin} ${kept} If the page is yours, add ${origin} to BHXH_ALLOWED_ORIGINS.`);
  };
}

const isOrigin = (text: string): boolean => text === 'null' || (URL.canParse(text) && new URL(text).origin === text);
