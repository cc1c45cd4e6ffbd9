import type { ReviewCase } from '@bhxh-kit/contract';
import { REJECTION_REASONS, type RejectionReason } from '@bhxh-kit/domain/review/rejection-reasons.js';

/** Reasons that only some declarations can be rejected for. */
const ONLY: Partial<Record<RejectionReason, (file: ReviewCase) => boolean>> = {
  'identity-differs': ({ declared }) => declared?.identityNumber !== undefined,
  'identity-expired': ({ declared }) => declared?.identityNumber !== undefined || declared?.guardian !== undefined,
  'photograph-unusable': ({ photographs }) => photographs.length > 0,
  'photograph-of-another': ({ photographs }) => photographs.length > 0,
  'guardian-unproven': ({ subject }) => subject === 'child',
  'certificate-invalid': ({ declared }) => declared?.certificate !== undefined,
  'organisation-unproven': ({ subject }) => subject === 'organisation',
  'account-exists': ({ purpose }) => purpose === 'register',
  'account-missing': ({ purpose }) => purpose !== 'register',
};

/** The reasons a case can be rejected for, in the order of the list (O4): a child's guardian is no reason for an organisation. */
export function reasonsFor(file: ReviewCase): readonly RejectionReason[] {
  return REJECTION_REASONS.filter((reason) => ONLY[reason]?.(file) ?? true);
}
