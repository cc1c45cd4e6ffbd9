import type { DeclarationAct } from '../declaration/life.js';
import { statusAfter } from '../declaration/life.js';
import type { DeclarationStatus } from '../declaration/submission.js';

/** What an officer does to a declaration (O2–O4); the clock's own act is not among them. */
export type ReviewAct = Exclude<DeclarationAct, 'paper-overdue'>;

/** Milliseconds in which an act can be undone, and for which its notices wait: nobody is told what is taken back. */
export const UNDO_WINDOW = 60_000;

/** One act as it was done. */
export interface DoneAct {
  readonly act: ReviewAct;
  /** What it made of the declaration, and of what. */
  readonly from: DeclarationStatus;
  readonly to: DeclarationStatus;
  /** RFC 3339. */
  readonly at: string;
  readonly officerId: string;
}

/** The moment (RFC 3339) until which an act can be undone; at that moment it no longer can. */
export function undoUntil(at: string): string {
  return new Date(Date.parse(at) + UNDO_WINDOW).toISOString();
}

export type UndoFault = 'review.undo-over' | 'review.undo-not-yours';

/**
 * Whether the last act may be undone now: by who did it, within the window, while the declaration is still what the act made of it.
 * Answers what stands against it, or nothing.
 */
export function undoFault(
  last: DoneAct | undefined,
  { now, officerId, status }: { readonly now: string; readonly officerId: string; readonly status: string },
): UndoFault | undefined {
  if (!last || last.to !== status || statusAfter(last.from, last.act) !== last.to) return 'review.undo-over';
  if (last.officerId !== officerId) return 'review.undo-not-yours';
  return Date.parse(now) < Date.parse(undoUntil(last.at)) ? undefined : 'review.undo-over';
}
