import { randomUUID } from 'node:crypto';
import { type DeclarationSubmission, type IdentityVerified, identityVerifiable, type RulePack } from '@bhxh-kit/domain';
import { type IdentityFacts, tidyIdentity } from '@bhxh-kit/domain/identity/identity-facts.js';
import { spend } from '../challenges/spending.js';
import { after, type Clock } from '../clock/clock.js';
import { Refusal } from '../http/refusal.js';
import { SealBroken, type Secrets, sameDigest } from '../secrets/secrets.js';
import type { Queries } from '../storage/database.js';

/** What a verification says, sealed: nobody but this installation can make one, and nothing is kept of it until it is used. */
interface Token extends IdentityVerified {
  readonly id: string;
  /** Fingerprint of the name, number and birth date it is for. */
  readonly mac: string;
  readonly expiresAt: string;
}

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/** Milliseconds for which a declaration may carry it: time to fill in the rest, and to come back to it. */
const LIFE = 2 * 3_600_000;

const macOf = (facts: IdentityFacts, secrets: Secrets): string => {
  const { fullName, identityNumber, birthDate } = tidyIdentity(facts);
  return secrets.mac('identity', fullName, identityNumber, birthDate);
};

/** What a declaration of these very values carries, once. `vneid`: the person signed in with VNeID, level 2 (A10). */
export function newVerification(facts: IdentityFacts, by: string, { clock, secrets }: Needs, { vneid }: { readonly vneid?: true } = {}) {
  const now = clock.now();
  const [at, until] = [now.toISOString(), after(now, LIFE).toISOString()];
  const token: Token = { id: randomUUID(), mac: macOf(facts, secrets), by, at, ...(vneid && { vneid }), expiresAt: until };
  return { identityVerification: secrets.sealJson('identity', 'token', token).toString('base64url'), by, at, until };
}

/**
 * What a declaration's verification would stand for under a pack: photographs alone (R15), or after VNeID the paper too, whatever the purpose (A10). Nothing where it stands for
 * nothing, as of a child, whose birth certificate is always seen, or of an organisation.
 */
export function claimOf(
  { identityVerification, purpose, subject }: Pick<DeclarationSubmission, 'identityVerification' | 'purpose' | 'subject'>,
  pack: RulePack,
  secrets: Secrets,
): 'identity' | 'vneid' | undefined {
  if (identityVerification === undefined || subject !== 'individual') return undefined;
  if (pack.paperWaivedByVneid && opened(identityVerification, secrets)?.vneid) return 'vneid';
  return purpose === 'register' && identityVerifiable(pack, subject) ? 'identity' : undefined;
}

/**
 * Uses up the verification a declaration carries, in its transaction: it is as good as before should the declaration not be taken. Nothing when it is not ours, is over,
 * was used, or is of other values than are declared.
 */
export async function useVerification(
  tx: Queries,
  { identityVerification = '', fullName, identityNumber = '', birthDate = '' }: DeclarationSubmission,
  { clock, secrets }: Needs,
): Promise<IdentityVerified | undefined> {
  const token = opened(identityVerification, secrets);
  if (!token || Date.parse(token.expiresAt) <= clock.now().getTime()) return undefined;
  if (!sameDigest(token.mac, macOf({ fullName, identityNumber, birthDate }, secrets))) return undefined;
  const unused = await spend(tx, { id: token.id, expiresAt: new Date(token.expiresAt) }, randomUUID()).then(() => true, unlessRefused);
  return unused ? { at: token.at, by: token.by, ...(token.vneid && { vneid: true }) } : undefined;
}

function opened(sealed: string, secrets: Secrets): Token | undefined {
  try {
    return secrets.openJson<Token>('identity', 'token', Buffer.from(sealed, 'base64url'));
  } catch (failure) {
    if (!(failure instanceof SealBroken)) throw failure;
    return undefined;
  }
}

function unlessRefused(failure: unknown): false {
  if (!(failure instanceof Refusal)) throw failure;
  return false;
}
