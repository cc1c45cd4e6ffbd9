import type { Circumstances, DeclarationSubmission } from '@bhxh-kit/domain';
import type { Holder } from '../http/mount.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { find, profileOf } from './accounts-repository.js';

/** What the session adds to a declaration, never what the declaration says of itself: the guardian is signed in (R16), or the declarant's identity was verified before (R15). */
export async function circumstancesOf(db: Queries, holder: Holder | undefined, declaration: DeclarationSubmission, secrets: Secrets): Promise<Circumstances> {
  const account = holder && (await find(db, holder.accountId));
  if (!account) return {};
  const profile = profileOf(account, secrets);
  const own = new Set([profile.bhxhNumber, profile.personalId, profile.identityNumber].filter(Boolean));
  const { guardian } = declaration;
  const guardianSignedIn = guardian !== undefined && own.has(guardian.identityNumber) && (!guardian.bhxhNumber || own.has(guardian.bhxhNumber));
  const identityVerified = account.identityVerified && own.has(declaration.bhxhNumber) && own.has(declaration.identityNumber ?? '');
  return { ...(guardianSignedIn && { guardianSignedIn }), ...(identityVerified && { identityVerified }) };
}
