import type { Settings } from '../settings/settings.js';

/** Where the connection comes from, as the server of Node tells it. */
export interface Connection {
  readonly remoteAddress?: string | undefined;
}

/**
 * The address of the caller. Behind proxies it is the one the outermost trusted proxy saw: counted from the end of X-Forwarded-For,
 * because everything before that a caller can write.
 */
export function addressOf(request: Request, connection: Connection, { trustedProxies }: Pick<Settings, 'trustedProxies'>): string {
  const direct = connection.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return networkOf(direct);
  const hops = (request.headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  return networkOf(hops.at(-trustedProxies) ?? direct);
}

/** One household has a whole /64 of IPv6: its addresses count as one. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const all = plain.includes('::') ? [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest] : groups;
  return all
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
