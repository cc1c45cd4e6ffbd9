import type { BhxhClient } from '@bhxh-kit/client';
// Not by the first entry: a bundler that splits would fetch with the form what later rows of the contract need.
import { isApiError, isBhxhError } from '@bhxh-kit/client/errors';
import { type DeclarationFault, type DeclarationReceipt, type DeclarationSubmission, toSubmission } from '@bhxh-kit/domain';
import { loadEveryWord } from '@bhxh-kit/domain/wording';
import type { FormSession } from './form-session.js';
import type { SubmissionAttempt } from './submission-attempt.js';

/** How "Ghi nhận" ended. `failed` keeps the form where it is and says why; the fix may already be on the screen. */
export type Sent =
  | { readonly end: 'received'; readonly receipt: DeclarationReceipt; readonly submission: DeclarationSubmission }
  | { readonly end: 'incomplete' }
  | { readonly end: 'superseded'; readonly sentence: string }
  | { readonly end: 'failed'; readonly sentence: string; readonly again: boolean };

/** Ghi nhận (R10): checks everything, sends it under one key, and puts what the gateway found at its fields. Never rejects. */
export async function sendDeclaration(
  session: FormSession,
  attempt: SubmissionAttempt,
  client: BhxhClient,
  locale: 'vi' | 'en',
  broken: string,
): Promise<Sent> {
  const assembled = toSubmission(session.form);
  if (!assembled.ok) {
    session.tell(assembled.faults);
    return { end: 'incomplete' };
  }
  const { submission } = assembled;
  try {
    const receipt = await attempt.send(client, submission);
    session.received(receipt);
    return { end: 'received', receipt, submission };
  } catch (failure) {
    // Some faults only a gateway finds: their words are not the form's from the start.
    if (isApiError(failure) && failure.fieldErrors.length > 0) await loadEveryWord().catch(() => undefined);
    return refused(session, failure, locale, broken);
  }
}

function refused(session: FormSession, failure: unknown, locale: 'vi' | 'en', broken: string): Sent {
  if (!isBhxhError(failure)) return { end: 'failed', sentence: broken, again: true };
  const sentence = failure.userMessage(locale);
  if (failure.code === 'rule-pack.superseded') return { end: 'superseded', sentence };
  if (failure.code === 'photograph.not-found') {
    session.loseEveryPhotograph();
    return { end: 'failed', sentence, again: false };
  }
  const faults = isApiError(failure) ? failure.fieldErrors.map(asFault) : [];
  if (faults.length > 0) session.tellServer(faults);
  return { end: 'failed', sentence, again: faults.length === 0 };
}

function asFault({ pointer, code, facts = {} }: { readonly pointer: string; readonly code: string; readonly facts?: object | undefined }): DeclarationFault {
  return { pointer, code, facts: facts as DeclarationFault['facts'], severity: 'error' };
}
