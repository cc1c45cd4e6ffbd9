import type { Settings } from '../settings/settings.js';

/**
 * Whether people may be sent back to this page. The installation names its pages, letter by letter, as they are registered with VNeID: whoever could have a code sent elsewhere
 * would be signed in as somebody else. The sandbox, which has no codes of real people, takes any page that may call, and any on this machine.
 */
export function isReturn(
  page: string,
  { vneidReturnUrls, sandbox, allowedOrigins }: Pick<Settings, 'vneidReturnUrls' | 'sandbox' | 'allowedOrigins'>,
): boolean {
  if (vneidReturnUrls) return vneidReturnUrls.includes(page);
  if (!sandbox || !URL.canParse(page)) return false;
  const { origin, hostname, protocol } = new URL(page);
  return allowedOrigins.includes(origin) || (['localhost', '127.0.0.1'].includes(hostname) && /^https?:$/.test(protocol));
}
