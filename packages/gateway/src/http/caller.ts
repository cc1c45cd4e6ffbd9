import { isIPv6 } from 'node:net';
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

/** What counts as one caller: an IPv4 address, however spelled; of IPv6 the /64, because one household has a whole one. */
function networkOf(address: string): string {
  const plain = withoutPort(address);
  if (!isIPv6(plain)) return plain;
  const groups = groupsOf(plain);
  const [high = 0, low = 0] = groups.slice(6);
  const mapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  if (mapped) return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}

/** Some proxies write the port too: `203.0.113.9:5678`, `[2001:db8::1]:80`. */
const withoutPort = (address: string): string => /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;

/** The eight groups of an IPv6 address. The URL parser writes every spelling in one way; it knows no zones (`%eth0`). */
function groupsOf(address: string): number[] {
  const [head = '', tail = ''] = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after].map((group) => Number.parseInt(group, 16));
}
