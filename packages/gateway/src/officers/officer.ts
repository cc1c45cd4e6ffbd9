import type { OfficerProfile } from '@bhxh-kit/contract';
import type { Directory } from '@bhxh-kit/directory';
import type { ActingOfficer } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { current, type Sessions } from '../sessions/sessions.js';
import type { Queries } from '../storage/database.js';
import { agenciesOf } from './jurisdiction.js';
import { find, nameOf } from './officers-repository.js';

/** The officer who is signed in, the agency they act for, and how many below it. */
export async function me(
  db: Queries,
  acting: ActingOfficer,
  { directory, ...needs }: { readonly directory: Directory } & Pick<Sessions, 'clock' | 'secrets' | 'settings'>,
): Promise<OfficerProfile> {
  const row = await find(db, acting.officerId);
  if (!row) throw new Refusal('session.expired');
  const path = await directory.agencyPath(row.agencyCode);
  const agencies = await agenciesOf(directory, row);
  return {
    fullName: nameOf(row, needs.secrets),
    username: row.username,
    agencyCode: row.agencyCode,
    agencyName: path.map(({ name }) => name).join(' » ') || row.agencyCode,
    agenciesBelow: agencies.length - 1,
    signedInAt: (await current(acting, { ...needs, db })).signedInAt,
  };
}
