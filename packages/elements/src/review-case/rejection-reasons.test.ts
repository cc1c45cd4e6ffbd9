import type { ReviewCase } from '@bhxh-kit/contract';
import { REJECTION_REASONS } from '@bhxh-kit/domain/review/rejection-reasons.js';
import { describe, expect, it } from 'vitest';
import { RejectionDraft } from './rejection-draft.js';
import { reasonsFor } from './rejection-reasons.js';

const file = (more: object): ReviewCase => ({ photographs: [], ...more }) as unknown as ReviewCase;
const adult = file({ subject: 'individual', purpose: 'register', declared: { identityNumber: '079299000001' }, photographs: [{ kind: 'portrait' }] });

describe('reasons of a rejection', () => {
  it('O4 · an adult’s registration is not asked about guardians, organisations or certificates', () => {
    expect(REJECTION_REASONS.filter((reason) => !reasonsFor(adult).includes(reason))).toEqual([
      'guardian-unproven',
      'certificate-invalid',
      'organisation-unproven',
      'account-missing',
    ]);
  });

  it('O4 · a child’s, an organisation’s and a stop each have their own', () => {
    expect(reasonsFor(file({ subject: 'child', purpose: 'register' }))).toContain('guardian-unproven');
    expect(reasonsFor(file({ subject: 'organisation', purpose: 'register', declared: { certificate: {} } }))).toEqual(
      expect.arrayContaining(['organisation-unproven', 'certificate-invalid']),
    );
    const stop = reasonsFor(file({ subject: 'individual', purpose: 'stop' }));
    expect([stop.includes('account-missing'), stop.includes('account-exists'), stop.includes('photograph-unusable')]).toEqual([true, false, false]);
  });

  it('O4 · every case can be rejected for something else, and for what is wrong with the paper', () => {
    for (const subject of ['individual', 'child', 'organisation', 'household'])
      expect(reasonsFor(file({ subject, purpose: 'register' }))).toEqual(expect.arrayContaining(['form-unsigned', 'other']));
  });
});

describe('what an officer writes', () => {
  it('O4 · needs a reason, and words for “another reason”; each fault names its place', () => {
    const draft = new RejectionDraft();
    expect([draft.checked(), draft.problem?.code, draft.problem?.at]).toEqual([undefined, 'rejection.no-reason', 'reasons']);
    draft.toggle('other', true);
    expect([draft.problem, draft.checked()]).toEqual([undefined, undefined]);
    expect(draft.problem).toMatchObject({ code: 'rejection.words-missing', at: 'words' });
    draft.write('Ảnh chụp bị cắt góc');
    expect(draft.checked()).toEqual({ reasons: ['other'], words: 'Ảnh chụp bị cắt góc' });
  });
});
