import type { ReviewOutcome } from '@bhxh-kit/contract';
import { undoFault } from '@bhxh-kit/domain';
import { eq } from 'drizzle-orm';
import { lockPersons, restore } from '../accounts/account-changes.js';
import { drop } from '../accounts/sent-codes.js';
import { record } from '../audit/audit.js';
import type { ActingOfficer } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';
import { takeBackOf } from '../outbox/outbox.js';
import * as declarationRows from '../registration/declarations-repository.js';
import type { KeptDeclaration } from '../registration/registration.js';
import type { Queries } from '../storage/database.js';
import { reviewActs } from '../storage/review-schema.js';
import type { DeclarationRow } from '../storage/schema.js';
import { doneAct, lastActOf, type Told } from './acts-repository.js';
import { type Desk, findMine, outcomeOf, refuseChanged } from './desk.js';

/** Takes the officer's last act back within its minute: status, account, code and notices are as before, and nobody was told. The act itself stays in the history. */
export async function undo(tx: Queries, { id, version }: { id: string; version: number }, officer: ActingOfficer, desk: Desk): Promise<ReviewOutcome> {
  return undoLocked(tx, await findMine(tx, id, officer, desk, 'for update'), version, officer, desk);
}

/** The same for a row that is locked already. */
export async function undoLocked(tx: Queries, row: DeclarationRow, version: number, officer: ActingOfficer, desk: Desk): Promise<ReviewOutcome> {
  const { clock, secrets } = desk;
  await refuseChanged(tx, row, version);
  const last = await lastActOf(tx, row.id);
  const now = clock.now();
  const fault = undoFault(last && doneAct(last), { now: now.toISOString(), officerId: officer.officerId, status: row.status });
  if (fault || !last) throw new Refusal(fault ?? 'review.undo-over');
  // Its person has handed the corrected one in: two would be under way.
  if (row.correctedAs !== null) throw new Refusal('review.undo-over');
  if (!(await takeBackOf(tx, row.id, last.id))) throw new Refusal('review.undo-over');
  const { restoring } = last.sealed ? secrets.openJson<Told>('review', last.id, last.sealed) : {};
  // Forgotten already: this instance's clock is behind the one that forgot it.
  if (last.act === 'approve' && !restoring) throw new Refusal('review.undo-over');
  if (row.sealed) await lockPersons(tx, [secrets.openJson<KeptDeclaration>('declaration', row.id, row.sealed)], secrets);
  if (restoring) await restore(tx, restoring, { clock, secrets, actedAt: last.at });
  if (last.act === 'reject') await drop(tx, { purpose: 'correction', subject: row.id });
  const next = { status: last.fromStatus, version: row.version + 1 };
  await declarationRows.update(tx, row.id, { ...next, reason: null, correctableUntil: null });
  await declarationRows.removeLastEvent(tx, row.id);
  await tx.update(reviewActs).set({ undoneAt: now }).where(eq(reviewActs.id, last.id));
  await record(tx, clock, { act: 'undone', subject: row.reference, actor: officer.officerId, agencyCode: officer.agencyCode });
  return outcomeOf({ ...row, ...next }, clock);
}
