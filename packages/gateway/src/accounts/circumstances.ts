import type { Circumstances, DeclarationSubmission } from '@bhxh-kit/domain';
import { isGuardian } from '../guardians/guardian-proof.js';
import type { Holder } from '../http/mount.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { find, profileOf } from './accounts-repository.js';

/** What the session adds to a declaration, never what the declaration says of itself: the guardian is signed in (R16). */
export async function circumstancesOf(db: Queries, holder: Holder | undefined, { guardian }: DeclarationSubmission, secrets: Secrets): Promise<Circumstances> {
  // Of most declarations there is nothing to add, and nothing is read.
  if (!holder || !guardian) return {};
  const account = await find(db, holder.accountId);
  return account ? { guardianSignedIn: isGuardian(profileOf(account, secrets), guardian) } : {};
}
