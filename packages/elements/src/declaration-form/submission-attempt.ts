import type { BhxhClient } from '@bhxh-kit/client';
import type { DeclarationReceipt, DeclarationSubmission } from '@bhxh-kit/domain';
import type { CheckTools } from './check-tools.js';
import type { Passed } from './checks-part.js';
import type { FormSession } from './form-session.js';

/** What was sent last and under which key: kept until the gateway answered for good, so that no retry can declare twice. A draft keeps it too (R20). */
export interface Attempt {
  readonly key: string;
  /** The declaration as the form says it, as JSON: another one is another logical submission and gets a key of its own. */
  readonly declaration: string;
  /** What travelled, as JSON: the declaration with what was added on the way, e.g. that its e-mail address is confirmed. */
  readonly body: string;
  /** When it was sent first, milliseconds since 1970. */
  readonly sentAt: number;
}

/** Whether what the form says was sent before and its answer never came: it then goes again as it went. */
export function wasSent({ attempt }: FormSession, said: DeclarationSubmission): boolean {
  return attempt?.declaration === JSON.stringify(said);
}

/** Sends what the form says, with what was added to it (`submission`), one key for it over all tries by hand and over a crash. Rejects with the client's error. */
export async function sendOnce(
  session: FormSession,
  client: BhxhClient,
  { said, submission }: { readonly said: DeclarationSubmission; readonly submission: DeclarationSubmission },
  { emailConfirmation, ...options }: Passed,
): Promise<DeclarationReceipt> {
  const before = wasSent(session, said) ? session.attempt : undefined;
  const whole =
    emailConfirmation || !before ? { ...submission, ...(emailConfirmation && { emailConfirmation }) } : (JSON.parse(before.body) as typeof submission);
  const body = JSON.stringify(whole);
  if (before?.body !== body) session.attempt = { key: newKey(), declaration: JSON.stringify(said), body, sentAt: Date.now() };
  // Before it leaves: after a crash nobody could tell under which key it went.
  await session.keepAttempt?.();
  const receipt = await client.declarations.submit(whole, { idempotencyKey: session.attempt!.key, ...options });
  session.attempt = undefined;
  return receipt;
}

/** Whether a failure says that nothing was recorded, so that the declaration may go under another key. What asks for a check or for patience says nothing of that. */
export function refusedForGood(failure: unknown, { isApiError }: CheckTools): boolean {
  return isApiError(failure) && failure.status < 500 && failure.status !== 429 && !/^(challenge|request)\./.test(failure.code);
}

/** 128 random bits. Not `randomUUID`: a page without encryption has none. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
