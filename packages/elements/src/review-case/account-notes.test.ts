import type { ReviewCase } from '@bhxh-kit/contract';
import { describe, expect, it } from 'vitest';
import { accountNotes } from './account-notes.js';
import type { CaseView } from './case-view.js';

const file = { status: 'in-review', purpose: 'register', subject: 'child' } as unknown as ReviewCase;
const account = { state: 'active', createdAt: '2026-11-21T03:00:00.000Z' };
const t = ((key: string, { count }: { count?: number } = {}) => (count === undefined ? key : `${key} ${count}`)) as unknown as CaseView['t'];
const notes = (more: Partial<ReviewCase>) => accountNotes({ t, language: 'vi', file: { ...file, ...more } });

describe('what an officer is told of accounts', () => {
  it('R16 · what becomes of the guardian a child’s declaration names; a state newer than this copy says nothing', () => {
    for (const state of ['links', 'waits', 'differs', 'linked']) expect(notes({ guardian: { state, adds: false } })).toEqual([`guardian-${state}`]);
    expect(notes({ guardian: { state: 'later', adds: false } })).toEqual([]);
  });

  it('R16 · of a child that has an account: approving adds the guardian, or will be refused', () => {
    for (const state of ['links', 'waits']) expect(notes({ account, guardian: { state, adds: true } })).toEqual(['accountGuardian', `guardian-${state}`]);
    for (const state of ['differs', 'linked']) expect(notes({ account, guardian: { state, adds: true } })).toEqual(['accountRegister', `guardian-${state}`]);
    expect(notes({ account })).toEqual(['accountRegister']);
  });

  it('R16 · how many children wait for who registers, and of how many the facts differ; nothing once it is decided', () => {
    const waitingChildren = { proven: 2, differing: 1 };
    expect(notes({ waitingChildren })).toEqual(['childrenProven 2', 'childrenDiffering 1']);
    expect(notes({ waitingChildren: { proven: 0, differing: 0 } })).toEqual([]);
    expect(notes({ waitingChildren, account, status: 'approved' })).toEqual([]);
  });
});
