import type { BhxhClient } from '@bhxh-kit/client';
import type { DeclarationFault, DeclarationReceipt, DeclarationSubmission } from '@bhxh-kit/domain';
import type { CheckTools } from './check-tools.js';
import type { FormSession } from './form-session.js';
import type { SubmissionAttempt } from './submission-attempt.js';
import type { SubmissionChecks } from './submission-checks.js';

/** How "Ghi nhận" ended. `asked`: a check is to be passed first. `failed` keeps the form where it is and says why; the fix may already be on the screen. */
export type Sent =
  | { readonly end: 'received'; readonly receipt: DeclarationReceipt; readonly submission: DeclarationSubmission }
  | { readonly end: 'incomplete' }
  | { readonly end: 'asked' }
  | { readonly end: 'superseded'; readonly sentence: string }
  | { readonly end: 'failed'; readonly sentence: string; readonly again: boolean };

/** The language, the sentence for what nobody foresaw, and what the form lends. */
export interface SendingFrom {
  readonly locale: 'vi' | 'en';
  readonly broken: string;
  readonly tools: CheckTools;
}

/** Ghi nhận (R10): checks everything, sends it under one key, and puts what the gateway found at its fields. Never rejects. */
export async function sendDeclaration(
  session: FormSession,
  attempt: SubmissionAttempt,
  checks: SubmissionChecks,
  client: BhxhClient,
  around: SendingFrom,
): Promise<Sent> {
  const { isApiError, loadEveryWord, toSubmission } = around.tools;
  const assembled = toSubmission(session.form);
  if (!assembled.ok) {
    session.tell(assembled.faults);
    return { end: 'incomplete' };
  }
  const { submission } = assembled;
  try {
    for (;;) {
      const passed = await checks.before(submission, client, session.form.pack);
      if (!passed) return { end: 'asked' };
      try {
        const receipt = await attempt.send(client, submission, passed);
        session.received(receipt);
        return { end: 'received', receipt, submission };
      } catch (failure) {
        if (!(await checks.meets(failure, client))) throw failure;
      }
    }
  } catch (failure) {
    // Some faults only a gateway finds: their words are not the form's from the start.
    if (isApiError(failure) && failure.fieldErrors.length > 0) await loadEveryWord().catch(() => undefined);
    return refused(session, failure, around);
  }
}

function refused(session: FormSession, failure: unknown, { locale, broken, tools: { isApiError, isBhxhError } }: SendingFrom): Sent {
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
