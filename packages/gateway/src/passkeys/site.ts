import { Refusal } from '../http/refusal.js';
import type { Settings } from '../settings/settings.js';

export type SiteSettings = Pick<Settings, 'passkeySite' | 'passkeyPages' | 'sandbox' | 'allowedOrigins' | 'publicUrl'>;

/** Who may use a passkey on pages of other domains: people, where the installation names the page; officers nowhere. */
export type Whose = 'officers' | 'people';

type Site = Pick<SiteSettings, 'passkeySite' | 'sandbox'>;

/** The domain passkeys belong to (RP ID), where there are any. The sandbox has its own machine. */
const namedSite = ({ passkeySite, sandbox }: Site): string | undefined => passkeySite ?? (sandbox ? 'localhost' : undefined);

/** The same; refuses where there are none. */
export function siteOf(settings: Site): string {
  const site = namedSite(settings);
  if (!site) throw new Refusal('passkey.not-offered');
  return site;
}

/** The site, where a page can use passkeys of people. Outside a browser there is no page, and none is asked for. */
export function siteFor(page: string | undefined, settings: SiteSettings): string | undefined {
  return page === undefined || isPage(page, 'people', settings) ? namedSite(settings) : undefined;
}

/** The pages at the site or below it: those allowed to call. */
export const originsOf = ({ allowedOrigins, publicUrl, passkeySite }: Pick<SiteSettings, 'allowedOrigins' | 'publicUrl' | 'passkeySite'>): string[] =>
  [...allowedOrigins, ...(publicUrl ? [new URL(publicUrl).origin] : [])].filter((origin) => isOf(origin, passkeySite));

/** Whether a page may use passkeys. In the sandbox any port of this machine, because demonstrations choose theirs. */
export function isPage(origin: string, whose: Whose, settings: SiteSettings): boolean {
  if (originsOf(settings).includes(origin)) return true;
  if (whose === 'people' && settings.passkeyPages.includes(origin)) return true;
  return settings.sandbox && namedSite(settings) === 'localhost' && isOf(origin, 'localhost');
}

/** The pages a credential may come from: its own, when that one may. The signature over what it says of itself is checked later. */
export function originsFor(clientDataJSON: unknown, whose: Whose, settings: SiteSettings): string[] {
  const origin = originIn(clientDataJSON);
  return origin && isPage(origin, whose, settings) ? [origin] : [];
}

function isOf(origin: string, site: string | undefined): boolean {
  // A page without an origin calls itself `null`.
  if (site === undefined || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return (hostname === site || hostname.endsWith(`.${site}`)) && (protocol === 'https:' || hostname === 'localhost');
}

/** The origin a browser wrote into what was signed. */
function originIn(clientDataJSON: unknown): string | undefined {
  try {
    const { origin } = JSON.parse(Buffer.from(String(clientDataJSON), 'base64url').toString('utf8')) as { origin?: unknown };
    return typeof origin === 'string' && URL.canParse(origin) && new URL(origin).origin === origin ? origin : undefined;
  } catch {
    return undefined;
  }
}
