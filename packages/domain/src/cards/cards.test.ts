import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../dates/calendar.js';
import { benefitOf } from './benefits.js';
import { cardLayout } from './card-layout.js';
import { cardOn } from './card-on.js';
import { benefitWords, livingAreaWords, objectCodeWords } from './card-words.js';
import { BenefitLevel, type HealthCard } from './health-card.js';
import { OBJECT_CODES } from './object-codes.js';

const card = (validFrom: string, validTo?: string): HealthCard => ({
  number: '9999999901',
  holderName: 'Nguyễn Văn A',
  birthDate: '2010-02-01',
  validFrom,
  ...(validTo === undefined ? {} : { validTo }),
});

describe('C4 · which card applies', () => {
  const old = card('2025-01-01', '2025-12-31');
  const next = card('2026-01-01', '2026-12-31');

  it.each([
    ['2025-12-31', { state: 'valid', card: old, days: 0 }],
    ['2026-01-01', { state: 'valid', card: next, days: 364 }],
    ['2027-01-01', { state: 'expired', card: next, days: 1 }],
    ['2024-12-31', { state: 'not-yet-valid', card: old, days: 1 }],
  ])('on %s', (day, state) => expect(cardOn([next, old], day)).toEqual(state));

  it('a new card replaces the old one from its first day, and one without an end has no days left', () => {
    expect(cardOn([card('2025-01-01', '2026-12-31'), card('2026-06-01')], '2026-06-01')).toEqual({ state: 'valid', card: card('2026-06-01') });
  });

  it('of two that begin on one day the one that lasts longer applies, one without an end the longest', () => {
    const [short, long, open] = [card('2026-01-01', '2026-06-30'), card('2026-01-01', '2026-12-31'), card('2026-01-01')];
    for (const cards of [
      [short, long],
      [long, short],
    ])
      expect(cardOn(cards, '2026-03-01')).toMatchObject({ state: 'valid', card: long });
    for (const cards of [
      [open, long],
      [long, open],
    ])
      expect(cardOn(cards, '2026-03-01')).toEqual({ state: 'valid', card: open });
  });

  it('a card whose first day could not be read promises nothing', () => {
    expect(cardOn([card('')], '2026-06-01')).toEqual({ state: 'none' });
    expect(cardOn([card('2026-01-01', 'x')], '2026-06-01')).toEqual({ state: 'none' });
    expect(cardOn([card('2026-12-01', '2026-01-01')], '2026-06-01')).toEqual({ state: 'none' });
  });

  it('agrees with a look at every day', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-01-01', days));
    const anyCard = fc
      .tuple(day, fc.option(fc.integer({ min: -3, max: 15 }), { nil: undefined }))
      .map(([from, length]) => card(from, length === undefined ? undefined : addDays(from, length)));
    fc.assert(
      fc.property(fc.array(anyCard, { maxLength: 5 }), day, (cards, on) => {
        const validOn = (one: HealthCard, at: string) => one.validFrom <= at && at <= (one.validTo ?? '9999') && one.validFrom <= (one.validTo ?? '9999');
        const told = cardOn(cards, on);
        const covering = cards.filter((one) => validOn(one, on));
        expect(told.state === 'valid').toBe(covering.length > 0);
        if (told.state === 'valid') expect(covering.every((one) => one.validFrom <= told.card.validFrom)).toBe(true);
        if (told.state === 'valid' && told.days !== undefined)
          expect(validOn(told.card, addDays(on, told.days)) && !validOn(told.card, addDays(on, told.days + 1))).toBe(true);
        if (told.state === 'none') expect(cards.some((one) => validOn(one, one.validFrom))).toBe(false);
        if (told.state !== 'expired' && told.state !== 'not-yet-valid') return;
        const step = told.state === 'expired' ? -1 : 1;
        const first = Array.from({ length: 80 }, (_, days) => addDays(on, step * days)).find((at) => cards.some((one) => validOn(one, at)));
        expect(first && Math.abs(daysBetween(on, first))).toBe(told.days);
      }),
    );
  });
});

describe('C1 · what a card pays, in words', () => {
  it.each([
    ['1', 100, 'Quỹ BHYT trả 100% chi phí trong phạm vi được hưởng.'],
    ['2', 100, 'Quỹ BHYT trả 100% chi phí trong phạm vi được hưởng. Một số dịch vụ có giới hạn tỷ lệ.'],
    ['3', 95, expect.stringContaining('95%')],
    ['4', 80, expect.stringContaining('15% lương cơ sở')],
    ['5', 100, expect.stringContaining('ngoài phạm vi')],
  ] as const)('level %s', (level, percent, text) => {
    expect(benefitOf(BenefitLevel.parse(level)).percent).toBe(percent);
    expect(benefitWords(level, 'vi')).toEqual({ text, known: true });
    expect(benefitWords(level, 'en').text).toContain(`${String(percent)}%`);
  });

  it('every object code has words in both languages, in composed letters', () => {
    expect(Object.keys(OBJECT_CODES)).toHaveLength(44);
    for (const [code, { vi, en }] of Object.entries(OBJECT_CODES)) {
      expect(code).toMatch(/^[A-Z]{2}$/);
      expect(vi.normalize('NFC')).toBe(vi);
      expect(Math.min(vi.length, en.length)).toBeGreaterThan(4);
    }
    expect(objectCodeWords('te', 'vi')).toEqual({ text: 'Trẻ em dưới 6 tuổi', known: true });
  });

  it.each(['AK', 'LH', 'constructor', '__proto__', ''])('an unknown code %j is shown as it is', (code) => {
    for (const words of [objectCodeWords, livingAreaWords, benefitWords]) expect(words(code, 'en')).toEqual({ text: code, known: false });
  });

  it('living areas', () => expect(['K1', 'K2', 'K3'].every((area) => livingAreaWords(area, 'vi').known)).toBe(true));
});

it.each([
  ['HN3799999999901', '2021-03-31', '2014'],
  ['HN3799999999901', '2021-04-01', '2020'],
  ['HN3799999999901', undefined, '2014'],
  ['9999999901', undefined, '2020'],
])('C2 · the card %s issued on %s is printed in the layout of %s', (number, issuedOn, layout) => {
  expect(cardLayout({ number, ...(issuedOn && { issuedOn }) })).toBe(layout);
});
