import { describe, expect, it } from 'vitest';
import { actsOn, DECLARATION_LIFE, firstStatus, isSettled, statusAfter } from './life.js';
import { DeclarationStatus } from './submission.js';

describe('the life of a declaration', () => {
  it('R13 · waiting for paper, it is cancelled when the paper is overdue', () => {
    expect(statusAfter('waiting-for-paper', 'paper-overdue')).toBe('cancelled');
  });

  it('O2 · once the paper is received, the clock can no longer cancel it', () => {
    expect(statusAfter('waiting-for-paper', 'paper-received')).toBe('in-review');
    expect(statusAfter('in-review', 'paper-overdue')).toBeUndefined();
  });

  it('O3, O4 · only what is in review is approved; what still waits for its paper can be rejected too', () => {
    for (const status of DeclarationStatus.options) {
      expect(statusAfter(status, 'approve')).toBe(status === 'in-review' ? 'approved' : undefined);
      expect(statusAfter(status, 'reject')).toBe(['in-review', 'waiting-for-paper'].includes(status) ? 'rejected' : undefined);
    }
  });

  it('approved, rejected and cancelled are its ends', () => {
    expect(DeclarationStatus.options.filter(isSettled)).toEqual(['approved', 'rejected', 'cancelled']);
    expect(actsOn('cancelled')).toEqual([]);
  });

  it('every status is reached from a beginning, and no act has two outcomes', () => {
    const reached = new Set([firstStatus(true), firstStatus(false), ...DECLARATION_LIFE.map(({ to }) => to)]);
    expect([...reached].sort()).toEqual([...DeclarationStatus.options].sort());
    expect(new Set(DECLARATION_LIFE.map(({ from, act }) => `${from} ${act}`)).size).toBe(DECLARATION_LIFE.length);
  });
});
