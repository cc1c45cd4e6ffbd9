import { sandboxSecret } from '../sandbox/secret.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import { checkInstallation } from '../storage/installation.js';
import { Secrets } from './secrets.js';

/** The keys of this installation, checked against the mark in its database. Throws `OtherSecret`. */
export async function installationSecrets(settings: Pick<Settings, 'secret' | 'dataFolder'>, db: Queries): Promise<Secrets> {
  const secrets = new Secrets(settings.secret ?? sandboxSecret(settings.dataFolder));
  await checkInstallation(db, secrets);
  return secrets;
}
