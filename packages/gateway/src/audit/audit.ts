import type { Clock } from '../clock/clock.js';
import type { Queries } from '../storage/database.js';
import { audit } from '../storage/audit-schema.js';

/** What is recorded. */
export type Act =
  | 'declared'
  | 'identity-asked'
  | 'form-read'
  | 'reminded'
  | 'notice-resent'
  | 'cancelled'
  | 'signed-in'
  | 'signed-in-passkey'
  | 'sign-in-refused'
  | 'signed-out'
  | 'refresh-token-reused'
  | 'account-code-sent'
  | 'account-code-refused'
  | 'sign-in-held'
  | 'taken-over'
  | 'signed-out-everywhere'
  | 'password-changed'
  | 'password-change-refused'
  | 'password-reset-asked'
  | 'password-reset-refused'
  | 'password-reset'
  | 'password-reminded'
  | 'passkey-added'
  | 'passkey-removed'
  | 'officer-added'
  | 'officer-disabled'
  | 'officer-enabled'
  | 'officer-reset'
  | 'queue-read'
  | 'case-read'
  | 'photograph-read'
  | 'paper-received'
  | 'approved'
  | 'rejected'
  | 'undone'
  | 'list-made'
  | 'list-read'
  | 'list-confirmed'
  | 'list-declined'
  | 'list-undone'
  | 'account-made'
  | 'account-changed'
  | 'account-closed'
  | 'account-restored'
  | 'account-activated'
  | 'guardian-linked'
  | 'guardian-waits'
  | 'guardian-wait-over'
  | 'guardian-refused'
  | 'contact-change-asked'
  | 'contact-changed'
  | 'activation-requested'
  | 'activation-refused'
  | 'correction-opened'
  | 'correction-refused'
  | 'correction-code-requested'
  | 'correction-over'
  | 'corrected'
  | 'consented'
  | 'consent-given'
  | 'consent-withdrawn'
  | 'signed-in-vneid'
  | 'vneid-identified'
  | 'vneid-refused'
  | 'key-added'
  | 'key-revoked'
  | 'clock-moved';

/**
 * Adds one entry to the audit trail, in the transaction of the act. Subject: a reference, the id of an account, an officer or an integrator's key, or of `identity-asked` and `vneid-identified` the number's fingerprint.
 * Actor: `person`, `officer`, `operator`, `clock`, `sandbox`, or the id of an account or an officer; of an officer with the agency they acted for.
 */
export async function record(db: Queries, clock: Clock, entry: Entry): Promise<void> {
  await recording(db, clock, entry);
}

/** The write that adds the entry. */
export const recording = (db: Queries, clock: Clock, entry: Entry) => db.insert(audit).values({ ...entry, at: clock.now() });

interface Entry {
  readonly act: Act;
  readonly subject: string;
  readonly actor: string;
  readonly agencyCode?: string | undefined;
}
