import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkConsents, type ConsentRecord, giverOf, isAsked, purposesAsked, recordsOf, standingOf } from './first-use.js';
import { CONSENT_PURPOSES, FIRST_USE_INTRODUCTION, FIRST_USE_TERMS, FIRST_USE_VERSION, PURPOSE_TEXTS } from './first-use-texts.js';

const NEW = { childBelowAge: 15 };
const given = (purpose: string, textVersion = FIRST_USE_VERSION): ConsentRecord => ({ purpose, given: true, textVersion });

describe('the texts of the first use', () => {
  it('A9 · a changed text is a new version: what somebody agreed to can be read later', () => {
    const texts = createHash('sha256')
      .update(JSON.stringify([FIRST_USE_INTRODUCTION, FIRST_USE_TERMS, PURPOSE_TEXTS]))
      .digest('hex')
      .slice(0, 16);
    expect([FIRST_USE_VERSION, texts]).toEqual(['2026-11-21', '8b375d2214c103c3']);
  });

  it('A9 · say of each purpose what it is and what taking it back means, in both languages', () => {
    for (const purpose of CONSENT_PURPOSES)
      for (const text of Object.values(PURPOSE_TEXTS[purpose])) expect([text.vi.length > 10, text.en !== text.vi], purpose).toEqual([true, true]);
  });
});

describe('who agrees', () => {
  it.each([
    ['1985-02-28', 'self'],
    ['2011-11-21', 'self'],
    ['2011-11-22', 'guardian-and-child'],
    ['2019-11-21', 'guardian-and-child'],
    ['2019-11-22', 'guardian'],
    // Of a year alone seven is possible: then the child is asked.
    ['2019', 'guardian-and-child'],
    ['2020', 'guardian'],
    [undefined, 'self'],
    ['2099-02-01', 'self'],
  ] as const)('A9 · born %s: %s', (born, giver) => {
    expect(giverOf(born, '2026-11-21', NEW)).toBe(giver);
  });
});

describe('the answer', () => {
  const asked = purposesAsked(['statistics', 'invented']);

  it('A9 · what an installation does not do is not asked for, and cannot be agreed to', () => {
    expect(asked).toEqual(['account', 'statistics']);
    expect(checkConsents({ purposes: ['account', 'reminders'] }, asked, 'self')).toEqual([
      { pointer: '/purposes', code: 'consent.not-asked', facts: { purpose: 'reminders' } },
    ]);
  });

  it('A9 · optional purposes can be left out, the necessary one cannot; a child of seven says yes itself', () => {
    expect(checkConsents({ purposes: ['account'] }, asked, 'self')).toEqual([]);
    expect(checkConsents({ purposes: ['statistics'] }, asked, 'guardian').map(({ code }) => code)).toEqual(['consent.necessary']);
    expect(checkConsents({ purposes: ['account'], childAgrees: false }, asked, 'guardian-and-child').map(({ pointer }) => pointer)).toEqual(['/childAgrees']);
    expect(checkConsents({ purposes: ['account'], childAgrees: true }, asked, 'guardian-and-child')).toEqual([]);
  });

  it('A9 · is asked at first, again when the words change, and again when it was taken back', () => {
    expect(isAsked([], FIRST_USE_VERSION)).toBe(true);
    expect(isAsked([given('statistics')], FIRST_USE_VERSION)).toBe(true);
    expect(isAsked([given('account')], FIRST_USE_VERSION)).toBe(false);
    expect(isAsked([given('account', '2025-01-01')], FIRST_USE_VERSION)).toBe(true);
    expect(isAsked([given('account'), { ...given('account'), given: false }], FIRST_USE_VERSION)).toBe(true);
  });

  it('A9 · under new words, what was agreed to before and is left out now is taken back', () => {
    const before = [given('account', 'old'), given('statistics', 'old')];
    expect(recordsOf(['account'], asked, before, FIRST_USE_VERSION)).toEqual([given('account'), { ...given('statistics'), given: false }]);
  });

  it('A9 · whatever was recorded before, an answer stands as it was given, and given twice adds nothing', () => {
    const record = fc.record({ purpose: fc.constantFrom(...CONSENT_PURPOSES), given: fc.boolean(), textVersion: fc.constantFrom(FIRST_USE_VERSION, 'old') });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), fc.subarray([...CONSENT_PURPOSES]), (before, purposes) => {
        const after = [...before, ...recordsOf(purposes, CONSENT_PURPOSES, before, FIRST_USE_VERSION)];
        const standing = standingOf(after);
        for (const purpose of CONSENT_PURPOSES) expect(standing.get(purpose)?.given ?? false).toBe(purposes.includes(purpose));
        expect(isAsked(after, FIRST_USE_VERSION)).toBe(!purposes.includes('account'));
        expect(recordsOf(purposes, CONSENT_PURPOSES, after, FIRST_USE_VERSION)).toEqual([]);
      }),
    );
  });
});
