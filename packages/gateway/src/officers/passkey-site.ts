import { Refusal } from '../http/refusal.js';
import type { Settings } from '../settings/settings.js';

type SiteSettings = Pick<Settings, 'passkeySite' | 'sandbox' | 'allowedOrigins' | 'publicUrl'>;

/** The domain passkeys belong to (RP ID). The sandbox has its own machine. */
export function siteOf({ passkeySite, sandbox }: SiteSettings): string {
  const site = passkeySite ?? (sandbox ? 'localhost' : undefined);
  if (!site) throw new Refusal('passkey.not-offered');
  return site;
}

/** The pages a passkey may be used on: those allowed to call, at the site or below it. */
export const originsOf = (settings: SiteSettings): string[] =>
  [...settings.allowedOrigins, ...(settings.publicUrl ? [new URL(settings.publicUrl).origin] : [])].filter((origin) => isOf(origin, settings.passkeySite));

/** The pages a credential may come from. In the sandbox any port of this machine, because demonstrations choose theirs. */
export function originsFor(clientDataJSON: unknown, settings: SiteSettings): string[] {
  const own = originsOf(settings);
  if (siteOf(settings) !== 'localhost' || !settings.sandbox) return own;
  const origin = originIn(clientDataJSON);
  return origin && isOf(origin, 'localhost') ? [...own, origin] : own;
}

function isOf(origin: string, site: string | undefined): boolean {
  const { protocol, hostname } = new URL(origin);
  return site !== undefined && (hostname === site || hostname.endsWith(`.${site}`)) && (protocol === 'https:' || hostname === 'localhost');
}

/** The origin a browser wrote into what was signed; the signature over it is checked later. */
function originIn(clientDataJSON: unknown): string | undefined {
  try {
    const { origin } = JSON.parse(Buffer.from(String(clientDataJSON), 'base64url').toString('utf8')) as { origin?: unknown };
    return typeof origin === 'string' && URL.canParse(origin) && new URL(origin).origin === origin ? origin : undefined;
  } catch {
    return undefined;
  }
}
