import type { Circumstances, DeclarationFault, DeclarationSubmission, RulePack } from '@bhxh-kit/domain';
import { find, profileOf } from '../accounts/accounts-repository.js';
import type { Holder } from '../http/mount.js';
import { faultAt } from '../registration/faults.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { othersNumbers } from './guardian-proof.js';

/** What a session adds to a declaration (R16). */
export interface GuardianSession {
  readonly circumstances: Circumstances;
  /** Numbers that are another one's than the guardian's who is signed in, where a child is registered through their account alone. */
  readonly faults: readonly DeclarationFault[];
}

/** What the session adds to a declaration, never what the declaration says of itself: the guardian is signed in (R16). */
export async function guardianSession(
  db: Queries,
  holder: Holder | undefined,
  { guardian, subject }: DeclarationSubmission,
  { pack, secrets }: { readonly pack: RulePack; readonly secrets: Secrets },
): Promise<GuardianSession> {
  // Of most declarations there is nothing to add, and nothing is read.
  const account = holder && guardian && (await find(db, holder.accountId));
  if (!account) return { circumstances: {}, faults: [] };
  const others = pack.childDirectly || subject !== 'child' ? [] : othersNumbers(profileOf(account, secrets), guardian);
  return { circumstances: { guardianSignedIn: true }, faults: others.map((number) => faultAt(`/guardian/${number}`, 'guardian.other-account')) };
}
