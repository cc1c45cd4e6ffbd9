import type { ReviewCase } from '@bhxh-kit/contract';
import { type AccountRow, isClosed, profileOf } from '../accounts/accounts-repository.js';
import type { Clock } from '../clock/clock.js';
import type { KeptDeclaration } from '../registration/registration.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';
import { grownUpAt } from './grown-up.js';
import { guardianIn } from './guardian-proof.js';
import { hasLink } from './guardian-links-repository.js';
import { guardianFor, isSameChild } from './giving-guardians.js';
import { childrenWaitingFor } from './waiting-guardians.js';

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

interface Declared {
  readonly id: string;
  readonly kept: KeptDeclaration;
  /** The account its BHXH number has, closed or not. */
  readonly account: AccountRow | undefined;
}

/** What an officer should know before they approve a registration (R16): what becomes of the guardian a child's declaration names, and whether children wait for this person. */
export async function guardianFacts(db: Queries, declared: Declared, needs: Needs): Promise<Pick<ReviewCase, 'guardian' | 'waitingChildren'>> {
  const { kept } = declared;
  if (kept.purpose !== 'register') return {};
  if (kept.subject === 'child') return { guardian: await namedGuardian(db, declared, needs) };
  if (kept.subject !== 'individual') return {};
  const { bhxhNumber, identityNumber, fullName, mobilePhone, email } = kept;
  const waitingChildren = await childrenWaitingFor(db, { bhxhNumber, identityNumber, fullName, mobilePhone, email }, needs);
  return waitingChildren.proven + waitingChildren.differing > 0 ? { waitingChildren } : {};
}

async function namedGuardian(db: Queries, { id, kept, account }: Declared, needs: Needs): Promise<ReviewCase['guardian']> {
  const named = guardianIn(kept);
  const open = account && !isClosed(account, needs.clock.now()) ? account : undefined;
  if (!named || (open && !isSameChild(profileOf(open, needs.secrets), kept))) return undefined;
  // Nobody becomes the guardian of who has grown up since declaring.
  if (grownUpAt(kept.birthDate, kept.rulePack) <= needs.clock.now()) return undefined;
  const found = await guardianFor(db, id, named, needs);
  const linked = open && found.state === 'links' && (await hasLink(db, { guardianId: found.accountId, childId: open.id }));
  return { state: linked ? 'linked' : found.state, adds: open !== undefined };
}
