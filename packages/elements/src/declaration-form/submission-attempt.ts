import type { BhxhClient } from '@bhxh-kit/client';
import type { DeclarationReceipt, DeclarationSubmission } from '@bhxh-kit/domain';
import type { Passed } from './checks-part.js';

/** What was sent last and under which key: kept until the gateway answered for good, so that no retry can declare twice. */
export interface Attempt {
  readonly key: string;
  /** The declaration as JSON: another body is another logical submission and gets a key of its own. */
  readonly body: string;
}

/** Sends declarations, one key per declaration over all tries by hand. */
export class SubmissionAttempt {
  constructor(public last?: Attempt) {}

  /** Rejects with the client's error; the same declaration sent again goes under the same key, whatever answers the challenge this time. */
  async send(client: BhxhClient, submission: DeclarationSubmission, { emailConfirmation, ...options }: Passed): Promise<DeclarationReceipt> {
    const whole = { ...submission, ...(emailConfirmation && { emailConfirmation }) };
    const body = JSON.stringify(whole);
    if (this.last?.body !== body) this.last = { key: newKey(), body };
    const receipt = await client.declarations.submit(whole, { idempotencyKey: this.last.key, ...options });
    this.last = undefined;
    return receipt;
  }
}

/** 128 random bits. Not `randomUUID`: a page without encryption has none. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
