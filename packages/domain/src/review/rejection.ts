import * as z from 'zod/mini';
import { fault, ok, type Parsed } from '../parsed/parsed.js';
import { normaliseText } from '../text/normalise.js';
import { isReason, REJECTION_REASONS, type RejectionReason } from './rejection-reasons.js';

/** The code of a reason as it travels. */
export const RejectionReasonCode = z.enum(REJECTION_REASONS);

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
  if (!reasons.every(isReason)) return fault('rejection.reason-unknown');
  const clean = normaliseText(words);
  if (clean === '' && reasons.includes('other')) return fault('rejection.words-missing');
  if (clean.length > REJECTION_WORDS_MAX) return fault('rejection.words-too-long', { max: REJECTION_WORDS_MAX, actual: clean.length });
  if (PERSONAL_NUMBER.test(clean)) return fault('rejection.words-number');
  return ok({ reasons: REJECTION_REASONS.filter((reason) => reasons.includes(reason)), ...(clean && { words: clean }) });
}
