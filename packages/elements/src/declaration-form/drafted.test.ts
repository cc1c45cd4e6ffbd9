import { createDeclarationForm, rulePack, toSubmission } from '@bhxh-kit/domain';
import { describe, expect, it } from 'vitest';
import type { CheckTools } from './check-tools.js';
import { drafted, reopened } from './drafted.js';
import type { FormSession } from './form-session.js';

const NOW = Date.UTC(2026, 0, 5);
const TOMORROW = NOW + 86_400_000;
const form = createDeclarationForm({ pack: rulePack('2025'), today: '2026-01-05', locale: 'vi', purpose: 'register', subject: 'individual' });
const attempt = { key: 'k'.repeat(32), declaration: '{}', body: '{"identityVerification":"seal-of-the-gateway","birthDate":"1985-02-28"}', sentAt: NOW };
const proof = { identityVerification: 'seal-of-the-gateway', birthDate: '1985-02-28', note: () => '' };
const tools = { toSubmission, rulePack } as unknown as CheckTools;
const session = (facts: Partial<FormSession>) => ({ form, ...facts }) as FormSession;

describe('what is kept of a filling', () => {
  it('R20, R15 · the proof of an identity is not: neither by itself nor in what was sent with it; that there was one is said', () => {
    const kept = drafted(session({ proof, attempt }), NOW, TOMORROW, tools)!;
    expect(JSON.stringify(kept)).not.toMatch(/seal-of-the-gateway|1985/);
    expect(kept).toMatchObject({ proven: true, attempt: { key: attempt.key, body: '', sentAt: NOW, unchanged: false } });
    expect(drafted(session({ proof }), NOW, TOMORROW, tools)).not.toHaveProperty('attempt');
    // The person took their confirmation back after it was sent.
    expect(JSON.stringify(drafted(session({ attempt }), NOW, TOMORROW, tools))).not.toMatch(/seal-of-the-gateway|1985/);
  });

  it('R20, R15 · whoever takes it up again is told to verify again, and that it may have been recorded', () => {
    const kept = drafted(session({ proof, attempt }), NOW, TOMORROW, tools)!;
    const lent = { ...tools, onDay: (it: typeof form) => it, underPack: (it: typeof form) => it } as unknown as CheckTools;
    const again = reopened(kept, new Map(), form, NOW + 1000, lent)!;
    expect(again.remarks).toEqual(['draftProof', 'draftSentLongAgo']);
    // A declaration the form says can never be this one: it goes under a key of its own.
    expect(again.attempt).toMatchObject({ declaration: '' });
  });

  it('R20 · of a declaration sent without a proof what was sent is kept, so that it goes again as it went', () => {
    const sent = { ...attempt, body: '{"fullName":"Nguyễn Văn A"}' };
    expect(drafted(session({ attempt: sent }), NOW, TOMORROW, tools)).toMatchObject({ attempt: { body: sent.body } });
  });
});
