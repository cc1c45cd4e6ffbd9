import type { Sex } from '../cards/health-card.js';
import type { RulePack } from '../rule-packs/rule-pack.js';
import type { SubjectType } from './submission.js';

/**
 * What is known about the declarant besides the declaration: of the session, or of a paper that was scanned. Verified identity and VNeID are facts of the gateway: it believes
 * no page that says so, and a form that did would leave out what the gateway then owes.
 */
export interface Circumstances {
  /** R15: the identity was verified with the population database, and the person confirmed that the photographs are not needed. A gateway believes its own verification alone. */
  readonly identityVerified?: boolean;
  /** A10: signed in with VNeID, level 2. */
  readonly vneid?: boolean;
  /** R16: the guardian is signed in to their own account. */
  readonly guardianSignedIn?: boolean;
  /** Giới tính as the scanned paper says. */
  readonly sex?: Sex;
}

/** Why no photographs are asked (R5, R15, A10), or nothing where they are. */
export function photographsWaived(
  pack: RulePack,
  { identityVerified, vneid }: Circumstances,
  subject?: SubjectType,
): 'identity-verified' | 'vneid' | undefined {
  if (pack.paperWaivedByVneid && vneid) return 'vneid';
  if (identityVerified && identityVerifiable(pack, subject)) return 'identity-verified';
  return undefined;
}

/** Whether a verified identity stands for the photographs (R15). A child has no paper to verify: its birth certificate is always seen. */
export function identityVerifiable(pack: RulePack, subject?: SubjectType): boolean {
  return pack.photographs !== 'always' && subject === 'individual';
}

/** Whether the e-mail address must be given (R3). A person's VNeID proves nothing of an organisation. */
export function emailRequired(pack: RulePack, { vneid }: Circumstances, subject?: SubjectType): boolean {
  return pack.email === 'required' || (pack.email === 'required-or-vneid' && !(vneid && subject !== 'organisation'));
}

/** Whether the signed Mẫu 01 must follow on paper (R13), whatever the purpose; an organisation's always, signed by its representative and sealed. */
export function paperRequired(pack: RulePack, { vneid }: Circumstances, subject?: SubjectType): boolean {
  return !(pack.paperWaivedByVneid && vneid && subject !== 'organisation');
}
