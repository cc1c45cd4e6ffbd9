import * as z from 'zod/mini';
import { fault, ok, type Parsed } from '../parsed/parsed.js';
import { normaliseText } from '../text/normalise.js';

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

/** The code of a reason as it travels. */
export const RejectionReasonCode = z.enum(REJECTION_REASONS);

/** What of the declaration a reason is about; nothing for a reason newer than this copy. */
export function concernedBy(reason: string): readonly string[] {
  return Object.hasOwn(REASONS, reason) ? REASONS[reason as RejectionReason] : [];
}

/** Characters of an officer's words at most: a sentence or three, so that an e-mail is read to its end. */
export const REJECTION_WORDS_MAX = 500;

/** What is said to the person: reasons of the list, and words of the officer's own. */
export interface Rejection {
  readonly reasons: readonly RejectionReason[];
  readonly words?: string | undefined;
}

export type RejectionFault =
  | 'rejection.no-reason'
  | 'rejection.reason-unknown'
  | 'rejection.words-missing'
  | 'rejection.words-too-long'
  | 'rejection.words-number';

/** A run of digits that may be the number of a person, a paper or a card, however it is spaced: the words travel by SMS and e-mail, where such a number has no business. */
const PERSONAL_NUMBER = /\d(?:[\s.-]?\d){8,}/;

/**
 * Reads a rejection: reasons once each in the order of the list, words clean. `other` says nothing by itself, so it needs words.
 * Facts of `words-too-long`: `max` and `actual` characters.
 */
export function parseRejection({
  reasons,
  words = '',
}: {
  readonly reasons: readonly string[];
  readonly words?: string | undefined;
}): Parsed<Rejection, RejectionFault> {
  if (reasons.length === 0) return fault('rejection.no-reason');
  if (reasons.some((reason) => !Object.hasOwn(REASONS, reason))) return fault('rejection.reason-unknown');
  const clean = normaliseText(words);
  if (clean === '' && reasons.includes('other')) return fault('rejection.words-missing');
  if (clean.length > REJECTION_WORDS_MAX) return fault('rejection.words-too-long', { max: REJECTION_WORDS_MAX, actual: clean.length });
  if (PERSONAL_NUMBER.test(clean)) return fault('rejection.words-number');
  return ok({ reasons: REJECTION_REASONS.filter((reason) => reasons.includes(reason)), ...(clean && { words: clean }) });
}
