import { setTimeout as pause } from 'node:timers/promises';

/** A transaction that lost against another one and is right when done anew: deadlock_detected, serialization_failure. */
const LOST = new Set(['40P01', '40001']);
const TIMES = 4;
/** Milliseconds between two at most: who met once should not meet again. */
const APART = 40;

/** Does a transaction again when it lost against another one. All it does must be in the database, so that nothing of a lost one stands. */
export async function retrying<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let left = TIMES; ; left--) {
    try {
      return await transaction();
    } catch (failure) {
      if (left === 1 || !lost(failure)) throw failure;
      await pause(Math.random() * APART);
    }
  }
}

/** The code of PostgreSQL stands somewhere in the chain of causes. */
function lost(failure: unknown): boolean {
  for (let at = failure, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if (LOST.has((at as NodeJS.ErrnoException).code ?? '')) return true;
  return false;
}
