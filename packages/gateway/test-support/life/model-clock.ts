import { inWorkingHours } from '@bhxh-kit/domain';
import { DAY, nextReminder, note, tell, TOMBSTONE_DAYS } from './rules.js';
import type { Declared, State } from './state.js';

/** Everything that is due. */
export function jobs(state: State): string {
  const { now } = state;
  for (const [which, declared] of state.declarations.entries()) {
    if (declared.status !== 'waiting-for-paper' || declared.dueAt > now) continue;
    declared.status = 'cancelled';
    declared.version++;
    declared.history.push('cancelled');
    empty(state, declared, which);
    tell(declared, 'cancelled');
    note(state, 'cancelled', declared.reference, 'clock');
  }
  if (inWorkingHours(new Date(now).toISOString())) for (const declared of state.declarations) remind(state, declared);
  for (const declared of state.declarations) if ((declared.emptiedAt ?? Infinity) <= now - TOMBSTONE_DAYS * DAY) declared.gone = true;
  for (const [which, declared] of state.declarations.entries()) {
    if (declared.status !== 'rejected' || declared.emptiedAt !== undefined || (declared.correctableUntil ?? Infinity) > now) continue;
    empty(state, declared, which);
    note(state, 'correction-over', declared.reference, 'clock');
  }
  return 'done';
}

function remind(state: State, declared: Declared): void {
  const { now } = state;
  if (declared.status !== 'waiting-for-paper' || (declared.nextReminderAt ?? Infinity) > now) return;
  declared.nextReminderAt = nextReminder(declared, now);
  tell(declared, 'reminder');
  note(state, 'reminded', declared.reference, 'clock');
}

function empty(state: State, declared: Declared, which: number): void {
  declared.emptiedAt = state.now;
  for (const album of state.albums) if (album.owner === which) album.kept = false;
}
