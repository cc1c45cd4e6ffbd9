import { statusAfter } from '@bhxh-kit/domain';
import { record } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import { putting, takeBack } from '../outbox/outbox.js';
import * as photographRows from '../photographs/photographs-repository.js';
import { forgetReview } from '../review/forgetting.js';
import type { Secrets } from '../secrets/secrets.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import * as rows from './declarations-repository.js';
import { messagesOf } from './notices.js';
import type { KeptDeclaration } from './registration.js';

/** Cancels every declaration whose signed paper is overdue, each in a transaction of its own; answers how many (R13). */
export async function cancelOverdue(db: Queries, needs: { readonly clock: Clock; readonly secrets: Secrets }): Promise<number> {
  for (let cancelled = 0; ; cancelled++) if (!(await cancelNext(db, needs))) return cancelled;
}

/** The person is told, then everything they gave is deleted: the declaration, its photographs and the notices not yet sent. The tombstone keeps the times and the reason. */
async function cancelNext(db: Queries, needs: { readonly clock: Clock; readonly secrets: Secrets }): Promise<boolean> {
  const { clock, secrets } = needs;
  return db.transaction(async (tx) => {
    const row = await rows.lockOverdue(tx, clock.now());
    const status = row && statusAfter('waiting-for-paper', 'paper-overdue');
    if (!row || !status) return false;
    await takeBack(tx, row.id);
    if (row.sealed) {
      const declaration = secrets.openJson<KeptDeclaration>('declaration', row.id, row.sealed);
      const messages = messagesOf('cancelled', { reference: row.reference, agencyName: row.agencyName }, declaration);
      await inOneStatement(tx, putting(tx, { notice: 'cancelled', declarationId: row.id, messages }, needs));
    }
    await rows.update(tx, row.id, { status, reason: 'paper-not-received', sealed: null, emptiedAt: clock.now(), version: row.version + 1 });
    await forgetReview(tx, row.id);
    await rows.addEvent(tx, row.id, status, clock.now());
    await photographRows.removeOfDeclaration(tx, row.id);
    await record(tx, clock, { act: 'cancelled', subject: row.reference, actor: 'clock' });
    return true;
  });
}
