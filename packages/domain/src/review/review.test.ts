import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PASSWORD_MIN, parsePassword } from '../accounts/password.js';
import { DECLARATION_LIFE } from '../declaration/life.js';
import { DeclarationStatus } from '../declaration/submission.js';
import { CODE_LENGTH, codeOfBytes, formatActivationCode, parseActivationCode } from './activation-code.js';
import { correctableUntil, firstPasswordUntil, needsSecondPerson } from './policy.js';
import { parseRejection, REJECTION_WORDS_MAX } from './rejection.js';
import { concernedBy, REJECTION_REASONS } from './rejection-reasons.js';
import { actWords, reasonWords, reviewFaultWords } from './review-words.js';
import { type DoneAct, UNDO_WINDOW, undoFault, undoUntil } from './undo.js';

describe('a rejection', () => {
  it.each([
    [{ reasons: [] }, 'rejection.no-reason'],
    [{ reasons: ['nonsense'] }, 'rejection.reason-unknown'],
    [{ reasons: ['toString'] }, 'rejection.reason-unknown'],
    [{ reasons: ['other'] }, 'rejection.words-missing'],
    [{ reasons: ['other'], words: ' \u200b ' }, 'rejection.words-missing'],
    [{ reasons: ['form-unsigned'], words: 'x'.repeat(REJECTION_WORDS_MAX + 1) }, 'rejection.words-too-long'],
    [{ reasons: ['form-unsigned'], words: 'CCCD 079 299 000 001 không đúng' }, 'rejection.words-number'],
    [{ reasons: ['form-unsigned'], words: 'Gọi 0900000001' }, 'rejection.words-number'],
  ])('O4 · %j is refused: %s', (rejection, code) => {
    expect(parseRejection(rejection)).toMatchObject({ ok: false, code });
    expect(reviewFaultWords(code, { max: 1, actual: 2 }, 'vi')).toMatch(/[.]$/);
  });

  it('O4 · reasons stand once each in the order of the list, words are clean', () => {
    const read = parseRejection({ reasons: ['other', 'form-unsigned', 'other'], words: '  Thiếu trang 2,\n số nhà 12/3 ngày 05/06/2026 ' });
    expect(read).toEqual({ ok: true, value: { reasons: ['form-unsigned', 'other'], words: 'Thiếu trang 2, số nhà 12/3 ngày 05/06/2026' } });
  });

  it('O4 · every reason has a name, what is told and the way out in both languages, and points at fields of the declaration', () => {
    for (const reason of REJECTION_REASONS) {
      const [vi, en] = [reasonWords(reason, 'vi'), reasonWords(reason, 'en')];
      for (const words of [vi, en])
        expect(
          [words.told, words.wayOut].every((sentence) => sentence.endsWith('.')),
          reason,
        ).toBe(true);
      expect(vi.name).not.toBe(en.name);
      for (const pointer of concernedBy(reason)) expect(pointer).toMatch(/^\/\w+$/);
    }
    expect(concernedBy('newer')).toEqual([]);
    expect(reasonWords('newer', 'vi').name).toBe('newer');
    expect(actWords('newer', 'vi').done).toBe('newer');
  });

  it('O4 · any input is read or refused, and what is read is read the same again', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...REJECTION_REASONS), fc.string())), fc.string({ maxLength: 600, unit: 'binary' }), (reasons, words) => {
        const read = parseRejection({ reasons, words });
        if (read.ok) expect(parseRejection(read.value)).toEqual(read);
        else expect(reviewFaultWords(read.code, {}, 'en')).toBeTypeOf('string');
      }),
    );
  });
});

describe('undoing', () => {
  const AT = '2026-01-05T02:00:00.000Z';
  const last: DoneAct = { act: 'approve', from: 'in-review', to: 'approved', at: AT, officerId: 'one' };
  const asked = (now: number, change: Partial<DoneAct> = {}, status = 'approved', officerId = 'one') =>
    undoFault({ ...last, ...change }, { now: new Date(Date.parse(AT) + now).toISOString(), officerId, status });

  it('O3 · within the minute, by who did it; at the sixtieth second it is over', () => {
    expect(undoUntil(AT)).toBe('2026-01-05T02:01:00.000Z');
    expect([asked(0), asked(UNDO_WINDOW - 1), asked(UNDO_WINDOW)]).toEqual([undefined, undefined, 'review.undo-over']);
    expect(asked(1, {}, 'approved', 'two')).toBe('review.undo-not-yours');
    expect(undoFault(undefined, { now: AT, officerId: 'one', status: 'in-review' })).toBe('review.undo-over');
  });

  it('O3, O4 · never of what is no longer what the act made of it, whatever the life', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DECLARATION_LIFE),
        fc.constantFrom(...DeclarationStatus.options),
        fc.integer({ min: 0, max: 120_000 }),
        (row, status, ms) => {
          if (row.act === 'paper-overdue') return;
          const fault = asked(ms, { act: row.act, from: row.from, to: row.to }, status);
          expect(fault === undefined).toBe(status === row.to && ms < UNDO_WINDOW);
        },
      ),
    );
  });
});

describe('codes and passwords', () => {
  it.each(['K7QM-2XHD', 'k7qm2xhd', ' K7QM 2XHD ', 'K7QM–2XHD', 'k7qm.2xhd'])('O3 · the code is understood as %j', (text) => {
    expect(parseActivationCode(text)).toEqual({ ok: true, value: 'K7QM2XHD' });
  });

  it('O3 · I and L are 1, O is 0; anything else is no code', () => {
    expect(parseActivationCode('oil0-1234')).toEqual({ ok: true, value: '01101234' });
    expect(parseActivationCode(' ')).toMatchObject({ code: 'activation-code.empty' });
    for (const text of ['K7QM-2XH', 'K7QM-2XHDD', 'UUUU-UUUU', 'Đ7QM-2XHD']) expect(parseActivationCode(text)).toMatchObject({ code: 'activation-code.shape' });
  });

  it('O3 · every code of random bytes is read back as it was shown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: CODE_LENGTH, maxLength: CODE_LENGTH }), (bytes) => {
        const code = codeOfBytes(bytes);
        expect(parseActivationCode(formatActivationCode(code))).toEqual({ ok: true, value: code });
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseActivationCode(text)));
  });

  it.each([
    ['ngắn quá', 'password.too-short'],
    ['x'.repeat(300), 'password.too-long'],
    ['BH9999999001vn', 'password.own-number'],
    ['99-9999-9001!', 'password.own-number'],
    ['aaaaaaaaaaaa', 'password.too-simple'],
    ['0123456789', 'password.too-simple'],
    ['9876543210', 'password.too-simple'],
    ['hanoihanoihanoi', 'password.too-simple'],
    ['1212121212', 'password.too-simple'],
    ['Password123!', 'password.common'],
    ['matkhau@123', 'password.common'],
    ['Mật khẩu 2026', 'password.common'],
    ['anh yêu em 123', 'password.common'],
    ['qwertyuiop', 'password.common'],
    ['1q2w3e4r5t', 'password.common'],
    ['P@ssw0rd2026', 'password.common'],
  ])('A2 · %s: %s', (text, code) => {
    expect(parsePassword(text, { bhxhNumber: '9999999001' })).toMatchObject({ ok: false, code });
  });

  it('A2 · a sentence is a password, whatever its letters, and one length counts for all writings of it', () => {
    expect(parsePassword('trời hôm nay đẹp', { bhxhNumber: '9999999001' })).toEqual({ ok: true, value: 'trời hôm nay đẹp' });
    for (const text of ['mật khẩu của con mèo', 'Hà Nội mùa thu', 'password9c4!ttq', 'abcdabcdabc!'])
      expect(parsePassword(text, { bhxhNumber: '' }).ok).toBe(true);
    expect(parsePassword('trời đẹp'.normalize('NFD'), { bhxhNumber: '' })).toMatchObject({ code: 'password.too-short', facts: { min: PASSWORD_MIN } });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (text, bhxhNumber) => void parsePassword(text, { bhxhNumber })));
  });
});

describe('policies', () => {
  it('O3 · a code lives 72 hours, a password text a month', () => {
    expect(firstPasswordUntil('2026-01-05T02:00:00Z', 'one-time-activation')).toBe('2026-01-08T02:00:00.000Z');
    expect(firstPasswordUntil('2026-01-05T02:00:00Z', 'password-text')).toBe('2026-02-04T02:00:00.000Z');
  });

  it('O4 · a rejected declaration can be corrected for thirty days', () => {
    expect(correctableUntil('2026-01-05T02:00:00Z')).toBe('2026-02-04T02:00:00.000Z');
  });

  it('O5 · a second person is asked from so many rows on, or never', () => {
    expect([needsSecondPerson(1, 0), needsSecondPerson(9, 10), needsSecondPerson(10, 10), needsSecondPerson(200, 1)]).toEqual([false, false, true, true]);
  });
});
