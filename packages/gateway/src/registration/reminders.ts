import { inWorkingHours, remindersOf } from '@bhxh-kit/domain';
import { record } from '../audit/audit.js';
import type { Clock } from '../clock/clock.js';
import { putting } from '../outbox/outbox.js';
import type { Secrets } from '../secrets/secrets.js';
import { inOneStatement, type Queries } from '../storage/database.js';
import * as rows from './declarations-repository.js';
import { messagesOf } from './notices.js';
import type { KeptDeclaration } from './registration.js';

interface Needs {
  readonly clock: Clock;
  readonly secrets: Secrets;
}

/**
 * Puts out the reminders that are due (R13), each declaration in a transaction of its own; answers how many. Outside working hours nobody is written to: what became due then,
 * because no gateway ran, goes out when the office opens, and of several that were missed only the last.
 */
export async function remindDue(db: Queries, needs: Needs): Promise<number> {
  if (!inWorkingHours(needs.clock.now().toISOString())) return 0;
  for (let reminded = 0; ; ) {
    const outcome = await remindNext(db, needs);
    if (outcome === 'none') return reminded;
    if (outcome === 'reminded') reminded++;
  }
}

async function remindNext(db: Queries, { clock, secrets }: Needs): Promise<'none' | 'reminded' | 'passed'> {
  return db.transaction(async (tx) => {
    const now = clock.now();
    const row = await rows.lockReminding(tx, now);
    if (!row?.nextReminderAt) return 'none';
    const since = row.nextReminderAt.toISOString();
    const all = row.paperDueAt ? remindersOf(row.receivedAt.toISOString(), row.paperDueAt.toISOString()) : [];
    const due = all.some(({ at }) => at >= since && at <= now.toISOString());
    const next = all.find(({ at }) => at > now.toISOString());
    await rows.update(tx, row.id, { nextReminderAt: next ? new Date(next.at) : null });
    if (!due || !row.sealed || !row.paperDueAt || row.paperDueAt <= now) return 'passed';
    const declaration = secrets.openJson<KeptDeclaration>('declaration', row.id, row.sealed);
    const { reference, agencyName, paperDueAt } = row;
    const messages = messagesOf('reminder', { reference, agencyName, paperDueAt: paperDueAt.toISOString() }, declaration);
    // A reminder that nobody could deliver before the deadline says nothing after it.
    await inOneStatement(tx, putting(tx, { notice: 'reminder', declarationId: row.id, messages, until: paperDueAt }, { clock, secrets }));
    await record(tx, clock, { act: 'reminded', subject: reference, actor: 'clock' });
    return 'reminded';
  });
}
