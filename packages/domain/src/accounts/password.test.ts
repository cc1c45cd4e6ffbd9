import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayInVietnam } from '../dates/calendar.js';
import { rulePack } from '../rule-packs/packs.js';
import { parsePassword } from './password.js';
import { passwordDueAt, passwordDueOn, passwordOverdue, passwordRemindersOf } from './password-age.js';

const read = (text: string) => parsePassword(text, { bhxhNumber: '9999999001' });
const AGE = rulePack('2021');

describe('a password of one’s own', () => {
  it.each(['0900000001', '+84 900 000 001', '28/02/1985', '1985-02-28!!', '079299000001', '079 299 000 001', 'tuananh1990', 'Thu Trang @2001'])(
    'A4 · %s is guessed by whoever knows the person',
    (text) => expect(read(text)).toMatchObject({ ok: false, code: 'password.common' }),
  );

  it('A4 · long numbers and names inside a sentence are not held against anybody', () => {
    for (const text of ['7301948265173', 'Tuấn Anh thích bún chả', 'ngày 28/02/1985 trời mưa', '39 con ngựa 1985']) expect(read(text).ok, text).toBe(true);
  });

  it('A4 · a common word stays common whatever its case, accents, spaces and the few digits or signs around it', () => {
    const around = fc.string({ unit: fc.constantFrom(...'0123456789!.#-_ '), maxLength: 3 });
    const cased = fc.constantFrom(
      'matkhaumoi',
      'MẬT KHẨU MỚI',
      'Mật khẩu mới',
      'iloveyou',
      'I Love You',
      'baohiemxahoi',
      'Bảo hiểm xã hội',
      'p@ssword',
      'PASSW0RD',
    );
    fc.assert(
      fc.property(cased, around, around, (word, before, behind) => {
        const text = `${before}${word}${behind}`;
        fc.pre([...text].length >= 10);
        expect(read(text).ok, text).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('A4 · three words that have nothing to do with each other are a password', () => {
    const word = fc.constantFrom('trời', 'bàn', 'ngựa', 'cầu thang', 'xanh', 'lá', 'mưa', 'đèn', 'sông', 'cá');
    const three = fc.uniqueArray(word, { minLength: 3, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        three.filter((text) => [...text].length >= 10),
        (text) => {
          expect(read(text).ok, text).toBe(true);
        },
      ),
    );
  });
});

describe('the age of a password', () => {
  it('A3 · is six calendar months, to the end of the day in Vietnam', () => {
    expect(passwordDueOn('2026-01-05T16:59:59.999Z', AGE)).toBe('2026-07-05');
    expect(passwordDueOn('2026-01-05T17:00:00.000Z', AGE)).toBe('2026-07-06');
    expect(passwordDueOn('2026-08-31T02:00:00Z', AGE)).toBe('2027-02-28');
    expect(passwordDueAt('2026-01-05T02:00:00Z', AGE)).toBe('2026-07-05T17:00:00.000Z');
    expect(passwordOverdue('2026-01-05T02:00:00Z', '2026-07-05T16:59:59.999Z', AGE)).toBe(false);
    expect(passwordOverdue('2026-01-05T02:00:00Z', '2026-07-05T17:00:00Z', AGE)).toBe(true);
  });

  it('A3 · people are reminded 14 and 3 days before, never after and never before the password was set', () => {
    expect(passwordRemindersOf('2026-01-05T02:00:00Z', AGE)).toEqual(['2026-06-21', '2026-07-02']);
    const moment = fc.date({ min: new Date('2021-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (at) => {
        const due = passwordDueOn(at.toISOString(), AGE);
        for (const day of passwordRemindersOf(at.toISOString(), AGE)) expect([day < due, day > addDays(dayInVietnam(at), 90)]).toEqual([true, true]);
      }),
    );
  });
});
