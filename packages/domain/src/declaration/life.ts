import type { DeclarationStatus } from './submission.js';

/** What can happen to a declaration: the acts of officers (O2–O4) and of the clock (R13). */
export type DeclarationAct = 'paper-received' | 'paper-overdue' | 'approve' | 'reject';

/** One row of the life of a declaration. */
export interface Transition {
  readonly from: DeclarationStatus;
  readonly act: DeclarationAct;
  readonly to: DeclarationStatus;
}

/**
 * Vòng đời của tờ khai. What is no row is not allowed. Approved, rejected and cancelled are ends: who was cancelled declares again, who was rejected corrects and declares again under a new reference (R13, O4). An officer's act can be taken back for a minute (`undoFault`).
 * The clock can only cancel what still waits for its paper: paper that has arrived stops it (O2).
 */
export const DECLARATION_LIFE: readonly Transition[] = [
  { from: 'waiting-for-paper', act: 'paper-received', to: 'in-review' },
  { from: 'waiting-for-paper', act: 'paper-overdue', to: 'cancelled' },
  // What is wrong on the screen already need not wait for the paper: it spares the person the way.
  { from: 'waiting-for-paper', act: 'reject', to: 'rejected' },
  { from: 'in-review', act: 'approve', to: 'approved' },
  { from: 'in-review', act: 'reject', to: 'rejected' },
];

/** The status after an act, or nothing where the act is not allowed. */
export function statusAfter(from: DeclarationStatus, act: DeclarationAct): DeclarationStatus | undefined {
  return DECLARATION_LIFE.find((row) => row.from === from && row.act === act)?.to;
}

/** The acts a status allows. */
export function actsOn(status: DeclarationStatus): readonly DeclarationAct[] {
  return DECLARATION_LIFE.filter((row) => row.from === status).map((row) => row.act);
}

/** How a declaration begins: it waits for its paper, or is reviewed at once where none is needed. */
export function firstStatus(needsPaper: boolean): DeclarationStatus {
  return needsPaper ? 'waiting-for-paper' : 'in-review';
}

/** Whether nothing can happen to the declaration any more. */
export function isSettled(status: DeclarationStatus): boolean {
  return actsOn(status).length === 0;
}
