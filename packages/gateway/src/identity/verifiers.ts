import type { Clock } from '../clock/clock.js';
import type { Settings } from '../settings/settings.js';
import { httpVerifier } from './http-verifier.js';
import type { IdentityVerifier } from './identity-verifier.js';
import { sandboxVerifier } from './sandbox-verifier.js';

/** The verifier the settings name; without one the sandbox has its own, and an installation none. */
export function verifierOf(settings: Settings, machine: Clock): IdentityVerifier | undefined {
  const { identityVerifierUrl: url, identityVerifierSecret: secret, identityVerifierName: name } = settings;
  if (url && secret) return httpVerifier({ url, secret, name, clock: machine });
  return settings.sandbox ? sandboxVerifier : undefined;
}
