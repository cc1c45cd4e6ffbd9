import { INTEGRATOR_KEY_HEADER } from '@bhxh-kit/contract';
import { sql } from 'drizzle-orm';
import type { Clock } from '../clock/clock.js';
import { addressOf, type Connection } from '../http/caller.js';
import type { Secrets } from '../secrets/secrets.js';
import { tokenHash } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import { integratorKeys } from '../storage/integrators-schema.js';
import { together } from '../storage/together.js';
import type { KeyUses } from './key-uses.js';

/**
 * What a key may, each one thing. `forward`: the backend says whose call it is, and tries are counted by that. `vouch`: the host knows its people, so they are asked no challenge (R9).
 * Neither opens anybody's data.
 */
export const SCOPES = ['forward', 'vouch'] as const;
export type Scope = (typeof SCOPES)[number];

/** The host whose backend calls. */
export interface Integrator {
  readonly id: string;
  readonly scopes: readonly Scope[];
}

/** Tells whose key a call carries: `refused` for one that is unknown, over, revoked or sent by a page; undefined for a call without one. */
export type FindIntegrator = (request: Request) => Promise<Integrator | 'refused' | undefined>;

/** Keys are looked up anew for every call, so that a revoked one ends at once on every instance. Calls that arrive together are answered by one statement. */
export function openIntegrators({ db, clock, uses }: { readonly db: Queries; readonly clock: Clock; readonly uses: Pick<KeyUses, 'note'> }): FindIntegrator {
  const statement = db
    .select()
    .from(integratorKeys)
    .where(sql`${integratorKeys.hash} = any(${sql.placeholder('hashes')}::text[])`)
    .prepare('integrators');
  const find = together(async (hashes: readonly string[]) => {
    const found = new Map((await statement.execute({ hashes: [...new Set(hashes)] })).map((row) => [row.hash, row]));
    return hashes.map((hash) => found.get(hash));
  });
  return async ({ headers }) => {
    const key = headers.get(INTEGRATOR_KEY_HEADER);
    if (key === null) return undefined;
    const row = await find(tokenHash(key));
    const now = clock.now();
    if (!row || row.revokedAt || (row.expiresAt && row.expiresAt <= now) || isOfPage(headers)) return 'refused';
    uses.note(row);
    return { id: row.id, scopes: row.scopes as Scope[] };
  };
}

/** Browsers say of every call where it comes from, and no script can leave that out. A page of another origin is refused the header before (CORS). */
const isOfPage = (headers: Headers): boolean => headers.has('Sec-Fetch-Site');

/**
 * The fingerprint by which a caller's tries are counted: of the address. Whoever forwards is one proxy more, trusted for its own calls alone, and its callers are counted apart from everybody else's,
 * so that whatever it says no one else is held up.
 */
export function countedBy(
  request: Request,
  connection: Connection,
  integrator: Integrator | undefined,
  { secrets, settings }: { readonly secrets: Secrets; readonly settings: Pick<Settings, 'trustedProxies'> },
): string {
  if (!integrator?.scopes.includes('forward')) return secrets.mac('address', addressOf(request, connection, settings));
  return secrets.mac('address', addressOf(request, connection, { trustedProxies: settings.trustedProxies + 1 }), integrator.id);
}
