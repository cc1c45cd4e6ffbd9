import type { ReviewQuery } from '@bhxh-kit/contract';
import type { DeclarationPurpose, DeclarationStatus, SubjectType } from '@bhxh-kit/domain';

// Written out, because the domain's own lists bring the checker of shapes along; a test holds these to them.
export const STATUSES = ['waiting-for-paper', 'in-review', 'approved', 'rejected', 'cancelled'] as const satisfies readonly DeclarationStatus[];
export const PURPOSES = ['register', 'adjust', 'stop'] as const satisfies readonly DeclarationPurpose[];
export const SUBJECTS = ['individual', 'child', 'organisation'] as const satisfies readonly SubjectType[];
/** Days of the choices of "due within"; 0 is overdue already. */
export const DUE_WITHIN = [0, 1, 3, 7] as const;

/** What the officer has chosen. `find` is personal data: it lives here, in memory, and in the body of a request. */
export interface QueueFilter {
  /** None is as good as all. */
  readonly status: readonly string[];
  readonly purpose: string;
  readonly subject: string;
  /** Days as the list of choices holds them; empty for any. */
  readonly dueWithin: string;
  readonly agencyCode: string;
  readonly find: string;
}

/** What is open: waiting for paper and in review. */
export const OPEN_FILTER: QueueFilter = { status: ['waiting-for-paper', 'in-review'], purpose: '', subject: '', dueWithin: '', agencyCode: '', find: '' };

/** The filter as the gateway is asked. */
export function queryOf({ status, purpose, subject, dueWithin, agencyCode, find }: QueueFilter): ReviewQuery {
  const wanted = find.trim();
  return {
    status: STATUSES.filter((one) => status.length === 0 || status.includes(one)),
    ...(purpose && { purpose: purpose as NonNullable<ReviewQuery['purpose']> }),
    ...(subject && { subject: subject as NonNullable<ReviewQuery['subject']> }),
    ...(dueWithin && { dueWithinDays: Number(dueWithin) }),
    ...(agencyCode && { agencyCode }),
    ...(wanted && { find: wanted }),
  };
}

/** How many of the further filters are in use. */
export function filtersOn({ purpose, subject, dueWithin, agencyCode }: QueueFilter): number {
  return [purpose, subject, dueWithin, agencyCode].filter(Boolean).length;
}

/** Whether rows may be missing only because of a filter. */
export function isNarrowed(filter: QueueFilter): boolean {
  return filtersOn(filter) > 0 || filter.find.trim() !== '' || JSON.stringify(filter.status) !== JSON.stringify(OPEN_FILTER.status);
}
