import { parseRejection } from '@bhxh-kit/domain';
import type { CaseRejection } from './case-session.js';

/** A fault of what is written, and the part of the dialog it belongs to. */
export interface RejectionProblem {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly at: 'reasons' | 'words';
}

/** What an officer has written for one case. It outlives the dialog, a reload and a conflict, until the case is rejected or another one opened. */
export class RejectionDraft {
  readonly reasons = new Set<string>();
  words = '';
  problem: RejectionProblem | undefined;
  #caseId = '';

  constructor(private readonly changed: () => void = () => undefined) {}

  /** Whether anything is written that would be a pity to lose. */
  get written(): boolean {
    return this.reasons.size > 0 || this.words !== '';
  }

  /** Where what is wrong can be mended: a selector in the dialog. */
  get faulty(): '#words' | '#reason' {
    return this.problem?.at === 'words' ? '#words' : '#reason';
  }

  /** Forgets what was written for another case. */
  belongTo(caseId: string): void {
    if (this.#caseId !== caseId) this.clear();
    this.#caseId = caseId;
  }

  toggle(reason: string, on: boolean): void {
    if (on) this.reasons.add(reason);
    else this.reasons.delete(reason);
    this.problem = undefined;
    this.changed();
  }

  write(words: string): void {
    this.words = words;
    this.problem = undefined;
    this.changed();
  }

  /** What is sent, or nothing while something is wrong with it. */
  checked(): CaseRejection | undefined {
    const read = parseRejection({ reasons: [...this.reasons], words: this.words });
    if (read.ok) return read.value;
    this.refuse(read.code, read.facts);
    return undefined;
  }

  refuse(code: string, facts: RejectionProblem['facts']): void {
    this.problem = { code, facts, at: code.startsWith('rejection.words') ? 'words' : 'reasons' };
  }

  clear(): void {
    this.reasons.clear();
    this.words = '';
    this.problem = undefined;
  }
}
