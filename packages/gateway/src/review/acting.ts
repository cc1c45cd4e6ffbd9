import { randomUUID } from 'node:crypto';
import type { ReviewOutcome } from '@bhxh-kit/contract';
import {
  correctableUntil,
  type DeclarationStatus,
  firstPasswordUntil,
  parseRejection,
  type Rejection,
  type ReviewAct,
  statusAfter,
  undoUntil,
} from '@bhxh-kit/domain';
import { type AccountChange, applyTo, lockPersons } from '../accounts/account-changes.js';
import { issue } from '../accounts/sent-codes.js';
import { record } from '../audit/audit.js';
import type { ActingOfficer } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { putting } from '../outbox/outbox.js';
import * as declarationRows from '../registration/declarations-repository.js';
import type { Recipient } from '../registration/notices.js';
import type { KeptDeclaration } from '../registration/registration.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import { reviewActs } from '../storage/review-schema.js';
import type { DeclarationRow } from '../storage/schema.js';
import type { Told } from './acts-repository.js';
import { type Decision, decisionMessages } from './decision-notices.js';
import { type Desk, findMine, outcomeOf, refuseChanged } from './desk.js';

/** One act under way: its id, its moment, and the end of its minute. */
interface Act {
  readonly id: string;
  readonly act: ReviewAct;
  readonly now: Date;
  readonly undoUntil: Date;
  readonly declaration: KeptDeclaration;
}

/** What an act does besides changing the status. */
interface Effect {
  readonly told?: Told;
  readonly reasons?: readonly string[];
  readonly change?: Partial<DeclarationRow>;
  /** Each to whom it goes. */
  readonly notices?: readonly { readonly decision: Decision; readonly to: Recipient }[];
}

const AUDITED = { 'paper-received': 'paper-received', approve: 'approved', reject: 'rejected' } as const satisfies Record<ReviewAct, string>;

/** Records that the signed Mẫu 01 has arrived (O2): the ten days stop. */
export async function receivePaper(tx: Queries, { id, version }: { id: string; version: number }, officer: ActingOfficer, desk: Desk): Promise<ReviewOutcome> {
  const row = await findMine(tx, id, officer, desk, 'for update');
  return act(tx, row, version, 'paper-received', officer, desk, async () => ({}));
}

/** Approves (O3): one transaction holds the status, the account, the code, the notices and the audit entries. */
export async function approve(tx: Queries, { id, version }: { id: string; version: number }, officer: ActingOfficer, desk: Desk): Promise<ReviewOutcome> {
  const row = await findMine(tx, id, officer, desk, 'for update');
  return approveLocked(tx, row, version, officer, desk);
}

/** The same for a row that is locked already: a list locks all of its rows first. */
export async function approveLocked(tx: Queries, row: DeclarationRow, version: number, officer: ActingOfficer, desk: Desk): Promise<ReviewOutcome> {
  return act(tx, row, version, 'approve', officer, desk, async ({ declaration, now }) => {
    await lockPersons(tx, [declaration], desk.secrets);
    const change = await applyTo(tx, row, declaration, desk);
    return { told: { restoring: change.restoring }, notices: approvalNotices(change, declaration, now, desk) };
  });
}

/** Rejects (O4): the person is told why and what to do, with a code to correct what they gave without typing it again. */
export async function reject(
  tx: Queries,
  { id, version, ...said }: { id: string; version: number; reasons: readonly string[]; words?: string | undefined },
  officer: ActingOfficer,
  desk: Desk,
): Promise<ReviewOutcome> {
  const row = await findMine(tx, id, officer, desk, 'for update');
  const { reasons, words } = rejectionOf(said);
  return act(tx, row, version, 'reject', officer, desk, async ({ declaration, now }) => {
    const until = correctableUntil(now.toISOString());
    const code = await issue(tx, { purpose: 'correction', subject: row.id }, new Date(until), desk);
    return {
      told: { words },
      reasons,
      change: { reason: reasons[0] ?? null, correctableUntil: new Date(until) },
      notices: [{ decision: { kind: 'rejected', reasons, words, code, until }, to: declaration }],
    };
  });
}

function rejectionOf(said: { readonly reasons: readonly string[]; readonly words?: string | undefined }): Rejection {
  const read = parseRejection(said);
  if (read.ok) return read.value;
  const pointer = read.code.startsWith('rejection.words') ? '/words' : '/reasons';
  throw new Refusal('review.rejection-invalid', { fieldErrors: [{ pointer, code: read.code, facts: { ...read.facts } }] });
}

async function act(
  tx: Queries,
  row: DeclarationRow,
  version: number,
  doing: ReviewAct,
  officer: ActingOfficer,
  desk: Desk,
  effectOf: (act: Act) => Promise<Effect>,
): Promise<ReviewOutcome> {
  const { clock, secrets } = desk;
  await refuseChanged(tx, row, version);
  const to = statusAfter(row.status as DeclarationStatus, doing);
  if (!to || !row.sealed) throw new Refusal('review.not-allowed');
  const now = clock.now();
  const declaration = secrets.openJson<KeptDeclaration>('declaration', row.id, row.sealed);
  const acted: Act = { id: randomUUID(), act: doing, now, undoUntil: new Date(undoUntil(now.toISOString())), declaration };
  const { told = {}, reasons, change, notices = [] } = await effectOf(acted);
  const next = { status: to, version: row.version + 1 };
  await inOneStatement(tx, [
    tx.insert(reviewActs).values({
      id: acted.id,
      declarationId: row.id,
      version: next.version,
      act: doing,
      fromStatus: row.status,
      toStatus: to,
      officerId: officer.officerId,
      agencyCode: officer.agencyCode,
      at: now,
      reasons: reasons ? [...reasons] : null,
      sealed: secrets.sealJson('review', acted.id, told),
    }),
    ...declarationRows.changing(tx, row.id, { ...next, ...change }, now),
    ...notices.flatMap(({ decision, to: recipient }) =>
      putting(tx, { notice: decision.kind, declarationId: row.id, messages: decisionMessages(decision, row, recipient), act: acted }, desk),
    ),
  ]);
  await record(tx, clock, { act: AUDITED[doing], subject: row.reference, actor: officer.officerId, agencyCode: officer.agencyCode });
  return outcomeOf({ ...row, ...next }, clock, acted.undoUntil);
}

/** What a person is told of an approval that makes no account. */
const APPROVED = { register: 'guardian-added', adjust: 'adjusted', stop: 'stopped' } as const;

function approvalNotices({ code, formerly }: AccountChange, declaration: KeptDeclaration, now: Date, { settings }: Desk): Effect['notices'] {
  const to: Recipient = declaration;
  if (code !== undefined) {
    const until = firstPasswordUntil(now.toISOString(), settings.firstPassword);
    const page = settings.activationPage && activationLink(settings.activationPage, code);
    return [{ decision: settings.firstPassword === 'password-text' ? { kind: 'first-password', code, until } : { kind: 'activation', code, until, page }, to }];
  }
  const decision = { kind: APPROVED[declaration.purpose] } as const;
  const others = [formerly?.mobilePhone].filter((phone) => phone !== undefined && phone !== declaration.mobilePhone);
  return [
    { decision, to: { ...to, email: declaration.email ?? formerly?.email } },
    ...others.map((mobilePhone = '') => ({
      decision,
      to: { mobilePhone, locale: to.locale, ...(formerly?.email !== declaration.email && { email: formerly?.email }) },
    })),
  ];
}

/** The code stands in the fragment, which browsers send to no server. */
export const activationLink = (page: string, code: string): string => `${page.replace(/#.*$/, '')}#bhxh-activation=${code}`;
