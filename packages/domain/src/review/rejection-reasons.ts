/**
 * Lý do không chấp nhận (O4), each with what of the declaration it is about, as JSON pointers (RFC 6901): the corrected form marks these fields.
 * Without a pointer the declaration itself is right and something beside it is missing.
 */
const REASONS = {
  'form-unsigned': [],
  'form-differs': [],
  'identity-differs': ['/fullName', '/identityNumber'],
  'identity-expired': ['/identityNumber', '/photographs'],
  'bhxh-number-differs': ['/bhxhNumber'],
  'photograph-unusable': ['/photographs'],
  'photograph-of-another': ['/photographs'],
  'contact-not-own': ['/mobilePhone', '/email'],
  'address-incomplete': ['/address'],
  'guardian-unproven': ['/guardian'],
  'certificate-invalid': ['/certificate'],
  'organisation-unproven': ['/fullName', '/certificate'],
  'other-agency': ['/agencyCode'],
  'account-exists': [],
  'account-missing': ['/bhxhNumber'],
  duplicate: [],
  other: [],
} as const satisfies Record<string, readonly string[]>;

export type RejectionReason = keyof typeof REASONS;

/** Every reason, in the order an officer is shown them. */
export const REJECTION_REASONS = Object.keys(REASONS) as [RejectionReason, ...RejectionReason[]];

/** What of the declaration a reason is about; nothing for a reason newer than this copy. */
export function concernedBy(reason: string): readonly string[] {
  return isReason(reason) ? REASONS[reason] : [];
}

/** Whether a code is on the list. */
export function isReason(code: string): code is RejectionReason {
  return Object.hasOwn(REASONS, code);
}
