import { INTEGRATOR_KEY_HEADER } from '@bhxh-kit/contract';
import { addDays, dayInVietnam, isRealDate } from '@bhxh-kit/domain';
import { systemClock } from '../clock/clock.js';
import { installationSecrets } from '../secrets/installation-secrets.js';
import type { Settings } from '../settings/settings.js';
import { openDatabase } from '../storage/database.js';
import { addKey, type KeyKeeping, KeyRefused, type ListedKey, listKeys, type NewKey, revokeKey } from './integrator-keys.js';
import { SCOPES, type Scope } from './integrators.js';

export const KEYS_HELP = `  bhxh-gateway keys add --name "…" --scope forward [--scope vouch] [--until 2027-08-31]
                                                lets a host's own backend forward its people's calls; prints its key, once
  bhxh-gateway keys list                        which there are, for whom, with scopes, state and last use
  bhxh-gateway keys revoke ID                   ends a key at once, on every instance`;

/** What the command line says of a key to be. */
interface KeyWords {
  readonly name?: string | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly until?: string | undefined;
}

/** Opens what an act needs, for as long as it takes. */
export type WithKeys = <Answer>(act: (keeping: KeyKeeping) => Promise<Answer>) => Promise<Answer>;

/** Runs `bhxh-gateway keys …` and answers what it has to say. Throws `KeyRefused`, for words that cannot be understood before anything is opened. */
export async function keysCommand([act, id, ...rest]: readonly string[], words: KeyWords, withKeys: WithKeys): Promise<string> {
  if (rest.length > 0 || (id !== undefined && act !== 'revoke')) throw new KeyRefused(`Too many words after keys ${act}.`);
  switch (act) {
    case 'add': {
      const asked = newKeyOf(words);
      return withKeys(async (keeping) => told(asked, await addKey(asked, keeping)));
    }
    case 'list':
      return withKeys(async (keeping) => table(await listKeys(keeping)));
    case 'revoke':
      if (id === undefined) throw new KeyRefused('Which key? Write its id after the command: `keys list` shows it.');
      return withKeys(async (keeping) => `The key of ${await revokeKey(id, keeping)} is revoked: it is refused from now on.`);
    default:
      throw new KeyRefused('There are three commands: keys add, keys list, keys revoke.');
  }
}

function newKeyOf({ name, scope = [], until }: KeyWords): NewKey {
  const host = name?.normalize('NFC').trim();
  if (!host || host.length > 200) throw new KeyRefused('Whose key is it? Write the host’s name, 200 characters at most: --name "Trường Đại học …".');
  const scopes = SCOPES.filter((each) => scope.includes(each));
  if (scopes.length === 0 || scope.some((each) => !SCOPES.includes(each as Scope)))
    throw new KeyRefused('What may the key? --scope forward, --scope vouch, or both.');
  return { name: host, scopes, expiresAt: until === undefined ? undefined : endOf(until) };
}

/** The first moment after a day in Vietnam. */
function endOf(day: string): Date {
  if (!isRealDate(day)) throw new KeyRefused('--until must be the last day of the key, e.g. 2027-08-31.');
  if (day < dayInVietnam(systemClock.now())) throw new KeyRefused('--until is over already: name today or a later day.');
  return new Date(`${addDays(day, 1)}T00:00:00+07:00`);
}

/** The last day of a key, in Vietnam. */
const lastDay = (expiresAt: Date): string => addDays(dayInVietnam(expiresAt), -1);

/** The key itself, once: it cannot be read out of the database again. */
function told({ name, scopes, expiresAt }: NewKey, { id, key }: { readonly id: string; readonly key: string }): string {
  return `The key of ${name} (${scopes.join(', ')}${expiresAt ? `, until ${lastDay(expiresAt)}` : ''}). This is shown once; hand it to whoever runs the host's server:

  ${key}

Its id is ${id}, to revoke it. The server sends it in the header ${INTEGRATOR_KEY_HEADER} (createBackend: integratorKey); a page that sends it is refused.`;
}

/** The hour in Vietnam. */
function lastUse(lastUsedAt: Date | null): string {
  if (!lastUsedAt) return 'no use known';
  const [day, time = ''] = new Date(lastUsedAt.getTime() + 7 * 3_600_000).toISOString().split('T');
  return `used ${day} ${time.slice(0, 2)}:00`;
}

function table(keys: readonly ListedKey[]): string {
  if (keys.length === 0) return 'There is no key yet. `bhxh-gateway keys add` makes one.';
  return keys
    .map(({ id, state, scopes, expiresAt, lastUsedAt, name }) =>
      [id, state.padEnd(7), scopes.join(',').padEnd(13), (expiresAt ? lastDay(expiresAt) : 'no end').padEnd(10), lastUse(lastUsedAt).padEnd(21), name].join(
        '  ',
      ),
    )
    .join('\n');
}

/** The keys of an installation. */
export const keysOf =
  (settings: Settings): WithKeys =>
  async (act) => {
    const database = await openDatabase(settings);
    try {
      // A wrong secret is told here, before anything is written.
      await installationSecrets(settings, database.queries);
      return await act({ db: database.queries, clock: systemClock });
    } finally {
      await database.close();
    }
  };
