import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneTimeCodeOfBytes, parseOneTimeCode } from './code-text.js';
import { emailCodeRequired } from './email-code.js';
import { ONE_TIME_CODE_TRIES, type OneTimeCode, oneTimeCodeState, sendOneTimeCode, tryOneTimeCode } from './one-time-code.js';

const BEGIN = Date.parse('2026-01-05T02:00:00.000Z');
const at = (seconds: number) => new Date(BEGIN + seconds * 1000).toISOString();
const sent: OneTimeCode = { sentAt: at(0), tries: 0 };

describe('a one-time code', () => {
  it('R14 · works for ten minutes, to the millisecond, and not before it was sent', () => {
    const kindAt = (milliseconds: number) => oneTimeCodeState(sent, new Date(BEGIN + milliseconds).toISOString()).kind;
    expect([-1, 0, 599_999, 600_000].map(kindAt)).toEqual(['expired', 'sent', 'sent', 'expired']);
    expect(tryOneTimeCode(sent, true, at(600))).toMatchObject({ ok: false, why: 'expired' });
    expect(tryOneTimeCode(sent, true, at(-1))).toMatchObject({ ok: false, why: 'expired' });
    expect(tryOneTimeCode(sent, true, at(599))).toEqual({ ok: true, code: { ...sent, confirmedAt: at(599) } });
  });

  it('R14 · is locked by the fifth wrong try, for the right code too', () => {
    let code = sent;
    for (let left = ONE_TIME_CODE_TRIES - 1; left >= 0; left--) {
      const tried = tryOneTimeCode(code, false, at(10));
      expect(tried).toMatchObject({ ok: false, why: 'wrong', triesLeft: left });
      code = tried.code;
    }
    expect(oneTimeCodeState(code, at(10))).toEqual({ kind: 'locked', sendAgainAt: at(60) });
    expect(oneTimeCodeState(code, at(60))).toEqual({ kind: 'locked' });
    expect(tryOneTimeCode(code, true, at(10))).toEqual({ ok: false, why: 'locked', code });
  });

  it('R14 · is followed by another no sooner than after sixty seconds', () => {
    expect(sendOneTimeCode(undefined, at(0))).toEqual({ ok: true, code: sent });
    expect(sendOneTimeCode(sent, at(59))).toEqual({ ok: false, sendAgainAt: at(60) });
    expect(sendOneTimeCode(sent, at(60))).toEqual({ ok: true, code: { sentAt: at(60), tries: 0 } });
    expect(oneTimeCodeState(sent, at(59))).toEqual({ kind: 'sent', triesLeft: 5, expiresAt: at(600), sendAgainAt: at(60) });
    expect(oneTimeCodeState(sent, at(60))).toEqual({ kind: 'sent', triesLeft: 5, expiresAt: at(600) });
  });

  it('R14 · confirms once', () => {
    const { code } = tryOneTimeCode(sent, true, at(30));
    expect(oneTimeCodeState(code, at(3600))).toEqual({ kind: 'confirmed', confirmedAt: at(30) });
    expect(tryOneTimeCode(code, true, at(31))).toMatchObject({ ok: false, why: 'used' });
  });

  it('R14 · whatever is sent and tried, and however the clock jumps: five wrong tries at most, no confirmation outside the ten minutes, one in a row', () => {
    const step = fc.record({
      act: fc.constantFrom('send', 'right', 'wrong', 'wrong'),
      jump: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: -4000, max: 4000 })),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = 0;
        let code: OneTimeCode | undefined;
        let [wrong, confirmed] = [0, 0];
        for (const { act, jump } of steps) {
          now += jump;
          if (act === 'send') {
            const sending = sendOneTimeCode(code, at(now));
            const gap = code ? now * 1000 + BEGIN - Date.parse(code.sentAt) : Number.POSITIVE_INFINITY;
            expect(sending.ok).toBe(gap < 0 || gap >= 60_000);
            if (sending.ok) [code, wrong, confirmed] = [sending.code, 0, 0];
            continue;
          }
          if (!code) continue;
          const tried = tryOneTimeCode(code, act === 'right', at(now));
          if (tried.ok) {
            confirmed++;
            const age = Date.parse(at(now)) - Date.parse(code.sentAt);
            expect([age >= 0, age < 600_000, wrong < ONE_TIME_CODE_TRIES]).toEqual([true, true, true]);
          } else if (tried.why === 'wrong') wrong++;
          code = tried.code;
          expect([wrong <= ONE_TIME_CODE_TRIES, code.tries, confirmed <= 1]).toEqual([true, wrong, true]);
          expect(oneTimeCodeState(code, at(now)).kind === 'confirmed').toBe(confirmed === 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the text of a one-time code', () => {
  it.each([
    ['123456', '123456'],
    [' 123 456\u200b', '123456'],
    ['123-456', '123456'],
    ['１２３４５６', '123456'],
    ['000000', '000000'],
  ])('R14 · %j is read as %s', (text, digits) => expect(parseOneTimeCode(text)).toEqual({ ok: true, value: digits }));

  it.each([
    ['', 'one-time-code.empty'],
    [' \n', 'one-time-code.empty'],
    ['12345', 'one-time-code.shape'],
    ['1234567', 'one-time-code.shape'],
    ['12345a', 'one-time-code.shape'],
    ['١٢٣٤٥٦', 'one-time-code.shape'],
  ])('R14 · %j is refused as %s', (text, code) => expect(parseOneTimeCode(text)).toMatchObject({ ok: false, code }));

  it('R14 · is made of random bytes, always six digits, always read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const code = oneTimeCodeOfBytes(bytes);
        expect(parseOneTimeCode(code)).toEqual({ ok: true, value: code });
      }),
    );
    expect(oneTimeCodeOfBytes(Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 7]))).toBe('000007');
  });
});

describe('the address a code goes to', () => {
  it('R14 · is confirmed where the pack says so and one is given', () => {
    expect(emailCodeRequired({ emailCode: true }, { email: 'mau@example.vn' })).toBe(true);
    expect(emailCodeRequired({ emailCode: true }, { email: ' ' })).toBe(false);
    expect(emailCodeRequired({ emailCode: true }, {})).toBe(false);
    expect(emailCodeRequired({ emailCode: false }, { email: 'mau@example.vn' })).toBe(false);
  });
});
