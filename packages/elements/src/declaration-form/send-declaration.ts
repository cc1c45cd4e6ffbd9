import type { BhxhClient } from '@bhxh-kit/client';
import type { DeclarationFault, DeclarationForm, DeclarationReceipt, DeclarationSubmission } from '@bhxh-kit/domain';
import type { CheckTools } from './check-tools.js';
import type { FormSession } from './form-session.js';
import { sendPicturesAgain } from './lost-photographs.js';
import { refusedForGood, sendOnce, wasSent } from './submission-attempt.js';
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
  /** Version of what stood beside the ticks, where it was the kit's own. */
  consentVersion(form: DeclarationForm): Pick<DeclarationSubmission, 'consentVersion'>;
  readonly tools: CheckTools;
}

/** Ghi nhận (R10): checks everything, sends it under one key, and puts what the gateway found at its fields. Never rejects. */
export async function sendDeclaration(session: FormSession, checks: SubmissionChecks, client: BhxhClient, around: SendingFrom): Promise<Sent> {
  try {
    return await sendAsItIs(session, checks, client, around);
  } catch (failure) {
    // Some faults only a gateway finds: their words are not the form's from the start.
    if (around.tools.isApiError(failure) && failure.fieldErrors.length > 0) await around.tools.loadEveryWord().catch(() => undefined);
    return refused(session, failure, around);
  }
}

/** Rejects with the client's error. `again` where the photographs were sent again already. */
async function sendAsItIs(session: FormSession, checks: SubmissionChecks, client: BhxhClient, around: SendingFrom, again = false): Promise<Sent> {
  const assembled = around.tools.toSubmission(session.form);
  if (!assembled.ok) {
    session.tell(assembled.faults);
    return { end: 'incomplete' };
  }
  const said = assembled.submission;
  const submission = proven({ ...said, ...around.consentVersion(session.form) }, session);
  /** Another declaration than this went before and its answer never came: it may have been recorded, and the photographs then belong to it. */
  const doubtful = session.attempt !== undefined && !wasSent(session, said);
  for (;;) {
    const passed = await checks.before(submission, client, session.form.pack.emailCode && !!said.email && !wasSent(session, said));
    if (!passed) return { end: 'asked' };
    try {
      const receipt = await sendOnce(session, client, { said, submission }, passed);
      session.received(receipt);
      return { end: 'received', receipt, submission };
    } catch (failure) {
      if (refusedForGood(failure, around.tools)) session.attempt = undefined;
      if (isLost(failure, around.tools) && !again && !doubtful && (await sendPicturesAgain(session, submission, client)))
        return sendAsItIs(session, checks, client, around, true);
      if (!(await checks.meets(failure, client))) throw failure;
    }
  }
}

/** Nothing else is wrong than that the gateway has photographs no more. */
const isLost = (failure: unknown, { isApiError }: CheckTools): boolean =>
  isApiError(failure) && failure.fieldErrors.length > 0 && failure.fieldErrors.every(({ code }) => code === 'photograph.not-uploaded');

function refused(session: FormSession, failure: unknown, { locale, broken, tools }: SendingFrom): Sent {
  const { isApiError, isBhxhError } = tools;
  if (!isBhxhError(failure)) return { end: 'failed', sentence: broken, again: true };
  const sentence = failure.userMessage(locale);
  if (failure.code === 'rule-pack.superseded') return { end: 'superseded', sentence };
  if (isLost(failure, tools)) {
    session.loseEveryPhotograph();
    return { end: 'failed', sentence, again: false };
  }
  const found = isApiError(failure) ? failure.fieldErrors.map(asFault) : [];
  const faults = found.filter(({ pointer }) => pointer !== '/identityVerification');
  if (faults.length < found.length) loseProof(session);
  if (faults.length > 0) session.tellServer(faults);
  return { end: 'failed', sentence, again: faults.length === 0 };
}

/** With what proves the identity in the place of photographs (R15). */
function proven(submission: DeclarationSubmission, { proof }: FormSession): DeclarationSubmission {
  return proof ? { ...submission, birthDate: proof.birthDate, identityVerification: proof.identityVerification } : submission;
}

/** The photographs are asked then, or the identity anew. */
function loseProof(session: FormSession): void {
  if (session.proof) session.proof.over = true;
  session.prove(undefined);
  session.tellServer([]);
}

function asFault({ pointer, code, facts = {} }: { readonly pointer: string; readonly code: string; readonly facts?: object | undefined }): DeclarationFault {
  return { pointer, code, facts: facts as DeclarationFault['facts'], severity: 'error' };
}
