import { randomUUID } from 'node:crypto';
import type { Directory } from '@bhxh-kit/directory';
import {
  checkDeclaration,
  type DeclarationFault,
  type DeclarationReceipt,
  type DeclarationSubmission,
  errorsOf,
  firstStatus,
  type IdentityVerified,
  paperDueAt,
  paperRequired,
  type RulePack,
  remindersOf,
} from '@bhxh-kit/domain';
import { emailCodeRequired } from '@bhxh-kit/domain/one-time-code/email-code.js';
import { guardianSession } from '../guardians/guardian-session.js';
import { recording } from '../audit/audit.js';
import { type Clock, today } from '../clock/clock.js';
import { useConfirmation } from '../codes/email-codes.js';
import { consenting } from '../consents/consents.js';
import type { Call } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { claimOf, useVerification } from '../identity/verification-token.js';
import { putting } from '../outbox/outbox.js';
import * as photographRows from '../photographs/photographs-repository.js';
import { lookupsFor } from '../places/places.js';
import { marking } from '../review/marks.js';
import { packInForce } from '../rules/rules.js';
import type { SealKeys } from '../seals/seal-keys.js';
import type { Secrets } from '../secrets/secrets.js';
import type { Settings } from '../settings/settings.js';
import type { Queries } from '../storage/database.js';
import type { declarations } from '../storage/schema.js';
import { addressInWords } from './address.js';
import { contactMac } from './contact.js';
import * as rows from './declarations-repository.js';
import { faultAt, refuseFaults } from './faults.js';
import { isFreeAddress } from './free-address.js';
import { messagesOf } from './notices.js';
import { nextReference } from './references.js';
import { closing, take } from './taking.js';
import { tidied } from './tidied.js';

export interface Registration {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly seals: SealKeys;
  readonly settings: Settings;
  readonly directory: Directory;
}

/** What is kept of a declaration, sealed: the submission without the photographs' keys and without what proved its address and its person; when and by what that was, is kept. */
export type KeptDeclaration = Omit<DeclarationSubmission, 'photographs' | 'emailConfirmation' | 'identityVerification' | 'correctionKey' | 'consentVersion'> & {
  readonly identityVerified?: IdentityVerified;
  /** What its Mẫu 01 is printed with. */
  readonly seal?: string;
};

/** Accepts a declaration: one transaction holds the row, its photographs, the notices to send and the audit entry, so that a crash leaves all or none (R10–R13). */
export async function submit(
  { db: tx, holder, last }: Pick<Call, 'db' | 'holder' | 'last'>,
  submission: DeclarationSubmission,
  registration: Registration,
): Promise<DeclarationReceipt> {
  const { clock, secrets, settings, directory } = registration;
  const pack = packInForce(settings, clock);
  if (submission.rulePack !== pack.id)
    throw new Refusal('rule-pack.superseded', { fieldErrors: [{ pointer: '/rulePack', code: 'rule-pack.other', facts: { expected: pack.id } }] });
  const claim = claimOf(submission, pack, secrets);
  const identityVerified = claim ? await useVerification(tx, submission, registration) : undefined;
  const guardian = await guardianSession(tx, holder, submission, { pack, secrets });
  const circumstances = { ...guardian.circumstances, identityVerified: claim === 'identity', vneid: claim === 'vneid' };
  const lookups = await lookupsFor(submission, directory);
  const faults = errorsOf(checkDeclaration(submission, { pack, today: today(clock), ...circumstances, ...lookups }));
  // The one fault says it all: the photographs owed instead are part of its words.
  const overFaults = claim && !identityVerified ? [faultAt('/identityVerification', 'identity-verification.over')] : [];
  refuseFaults([...faults, ...guardian.faults, ...overFaults, ...(await emailFaults(tx, submission, pack, registration))]);

  const now = clock.now();
  const actor = holder?.accountId ?? 'person';
  const { photographs, emailConfirmation: _, identityVerification: __, correctionKey, consentVersion: version, ...declared } = tidied(submission);
  const declaration: KeptDeclaration = { ...declared, ...(identityVerified && { identityVerified }) };
  const taken = await take(tx, { photographs, correctionKey }, registration);
  const path = await directory.agencyPath(declaration.agencyCode);
  const addressText = declaration.address ? await addressInWords(declaration.address, directory) : '';
  const needsPaper = paperRequired(pack, circumstances, declaration.subject);
  const unsealed = {
    reference: await nextReference(tx, Number(today(clock).slice(0, 4)), path[0]?.code.slice(0, 3) ?? declaration.agencyCode.slice(0, 3)),
    status: firstStatus(needsPaper),
    rulePack: pack.id,
    agencyCode: declaration.agencyCode,
    agencyName: path.map((agency) => agency.name).join(' » '),
    receivedAt: now.toISOString(),
    ...(needsPaper && { paperDueAt: paperDueAt(now.toISOString(), pack) as string }),
    ...(identityVerified && { identityVerified }),
  };
  const seal = await registration.seals.seal({ ...declaration, ...unsealed, addressText });
  const receipt = { ...unsealed, seal };
  const id = randomUUID();
  last.push(
    ...rows.insertion(tx, rowOf(id, { ...declaration, seal }, receipt, secrets)),
    ...marking(tx, id, declaration, secrets),
    ...photographRows.assignment(tx, taken.photographs, id),
    ...closing(tx, taken.corrected, { reference: receipt.reference, actor }, clock),
    ...putting(tx, { notice: 'received', declarationId: id, messages: messagesOf('received', receipt, declaration) }, registration),
    recording(tx, clock, { act: 'declared', subject: receipt.reference, actor }),
    ...consenting(tx, { id, reference: receipt.reference, declaration, version, holder }, clock),
  );
  return receipt;
}

/**
 * Under a pack that has the address confirmed by a code (R14): the declaration carries the confirmation of this very address, and uses it up. Only then is it told that the
 * address is taken: whoever confirmed it reads its mail, a stranger learns nothing.
 */
async function emailFaults(
  tx: Queries,
  submission: DeclarationSubmission,
  pack: RulePack,
  codes: Pick<Registration, 'clock' | 'secrets'>,
): Promise<DeclarationFault[]> {
  const { email = '', emailConfirmation: confirmation, subject } = submission;
  if (!emailCodeRequired(pack, submission)) return [];
  if (confirmation === undefined) return [faultAt('/emailConfirmation', 'email-confirmation.missing')];
  if (!(await useConfirmation(tx, { confirmation, email, subject }, codes))) return [faultAt('/emailConfirmation', 'email-confirmation.over')];
  return (await isFreeAddress(tx, tidied(submission), codes)) ? [] : [faultAt('/email', 'email.taken')];
}

function rowOf(id: string, declaration: KeptDeclaration, receipt: DeclarationReceipt, secrets: Secrets): typeof declarations.$inferInsert {
  const { reference, status, rulePack, agencyCode, agencyName, receivedAt, paperDueAt } = receipt;
  return {
    id,
    reference,
    status,
    rulePack,
    agencyCode,
    agencyName,
    locale: declaration.locale,
    purpose: declaration.purpose,
    subject: declaration.subject,
    receivedAt: new Date(receivedAt),
    paperDueAt: paperDueAt === undefined ? null : new Date(paperDueAt),
    nextReminderAt: paperDueAt === undefined ? null : nextReminder(receivedAt, paperDueAt),
    phoneMac: contactMac(secrets, reference, declaration.mobilePhone),
    emailMac: declaration.email ? contactMac(secrets, reference, declaration.email) : null,
    sealed: secrets.sealJson('declaration', id, declaration),
  };
}

function nextReminder(receivedAt: string, paperDueAt: string): Date | null {
  const [first] = remindersOf(receivedAt, paperDueAt);
  return first ? new Date(first.at) : null;
}
