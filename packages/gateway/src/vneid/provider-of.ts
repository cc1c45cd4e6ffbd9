import type { Clock } from '../clock/clock.js';
import type { Settings } from '../settings/settings.js';
import { httpProvider } from './http-provider.js';
import type { VneidProvider } from './vneid-provider.js';

/** The provider the settings name, if they name one: the start has seen that none of them is missing. */
export function providerOf(settings: Settings, machine: Clock): VneidProvider | undefined {
  const { vneidAuthorizeUrl, vneidTokenUrl, vneidPersonUrl, vneidClientId, vneidClientSecret, vneidKey, vneidName } = settings;
  if (!vneidAuthorizeUrl || !vneidTokenUrl || !vneidPersonUrl || !vneidClientId || !vneidClientSecret || !vneidKey) return undefined;
  return httpProvider({
    name: vneidName,
    authorizeUrl: vneidAuthorizeUrl,
    tokenUrl: vneidTokenUrl,
    userInfoUrl: vneidPersonUrl,
    clientId: vneidClientId,
    clientSecret: vneidClientSecret,
    key: vneidKey,
    clock: machine,
  });
}
