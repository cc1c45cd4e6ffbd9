/** The header by which a call says that a page's script made it: a form or a link cannot send it, and a page of another origin may not without being asked for, which is refused. */
export const PAGE_HEADER = 'Bhxh-Page';

/** Whether a session is held for the page: no operation of the gateway, the backend answers it itself. */
export const HELD_PATH = '/held-session';

/**
 * Whether a call comes from a page of the backend's own origin. `Sec-Fetch-Site` and `Origin` are the browser's own words, which no page can write; the first is missing in browsers
 * of before 2023, the second of reads, and Firefox writes `null` for it where a page sends no referrer (Fetch, "append a request `Origin` header").
 */
export function comesFromOwnPage({ method, headers }: Pick<Request, 'method' | 'headers'>, origin: string): boolean {
  const [site, from] = [headers.get('Sec-Fetch-Site'), headers.get('Origin')];
  if (site !== null && site !== 'same-origin') return false;
  if (from !== null && from !== origin && !(from === 'null' && site === 'same-origin')) return false;
  if (site === null && from === null && method !== 'GET') return false;
  return headers.get(PAGE_HEADER) === '1';
}
