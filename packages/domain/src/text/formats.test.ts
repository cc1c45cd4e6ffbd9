import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates/calendar.js';
import { formatCoefficient, formatDate, formatDuration, formatMoney, formatMonth, formatNumber, parseDate, parseNumber } from './formats.js';

describe('dates as people write them', () => {
  it.each(['01/02/2010', '1/2/2010', '01-02-2010', '1.2.2010', '01022010', '2010-02-01', ' 01 / 02 / 2010 ', '１/２/２０１０', '01–02–2010'])(
    '%j is 2010-02-01',
    (text) => {
      expect(parseDate(text)).toEqual({ ok: true, value: '2010-02-01' });
    },
  );

  it.each([
    ['2/2010', '2010-02'],
    ['2010-02', '2010-02'],
    ['2010', '2010'],
  ])('an old record’s %j is %s, where partial dates are taken', (text, value) => {
    expect(parseDate(text, { partial: true })).toEqual({ ok: true, value });
    expect(parseDate(text)).toMatchObject({ code: 'date.shape' });
  });

  it.each([
    ['', 'date.shape'],
    ['1/2/10', 'date.shape'],
    ['31/04/2010', 'date.unreal'],
    ['29/02/2100', 'date.unreal'],
    ['20100201', 'date.unreal'],
    ['01/02/0210', 'date.unreal'],
  ])('%j is refused: %s', (text, code) => expect(parseDate(text)).toMatchObject({ ok: false, code }));

  it('what is written is read, for every day and month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), (days) => {
        const iso = addDays('1000-01-01', days);
        expect(parseDate(formatDate(iso))).toEqual({ ok: true, value: iso });
        expect(parseDate(formatMonth(iso), { partial: true })).toEqual({ ok: true, value: iso.slice(0, 7) });
      }),
    );
    expect(formatDate('1950')).toBe('1950');
    expect(formatDate('x')).toBe('x');
  });
});

describe('numbers as Vietnamese writes them', () => {
  it.each([
    [5453400, '5.453.400,00'],
    [-1234.5, '-1.234,50'],
    [-0.001, '0,00'],
    [999, '999,00'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('H1 · %d is %j', (value, text) => expect(formatNumber(value)).toBe(text));

  it('money and coefficient', () => {
    expect([formatMoney(75423000), formatMoney(12.5, 'USD'), formatCoefficient(3.66)]).toEqual(['75.423.000 VND', '12,50 USD', '3,66']);
  });

  it.each([
    ['5.453.400,00', 5453400],
    ['3,66', 3.66],
    ['1234567', 1234567],
    ['−1 000', -1000],
    ['１.２３４', 1234],
  ])('%j is %d', (text, value) => expect(parseNumber(text)).toEqual({ ok: true, value }));

  it.each([
    ['3.66', 'number.shape'],
    ['', 'number.shape'],
    ['1,2,3', 'number.shape'],
    ['5.453.400 VND', 'number.shape'],
    ['9'.repeat(400), 'number.too-large'],
  ])('%j is refused: %s', (text, code) => expect(parseNumber(text)).toMatchObject({ ok: false, code }));

  it('what is written is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 3 }), (whole, decimals) => {
        const value = Number((whole / 10 ** decimals).toFixed(decimals));
        expect(parseNumber(formatNumber(value, decimals))).toEqual({ ok: true, value: value === 0 ? 0 : value });
      }),
    );
  });
});

describe('months in words', () => {
  it.each([
    [146, '12 năm 2 tháng', '12 years 2 months'],
    [12, '1 năm', '1 year'],
    [1, '1 tháng', '1 month'],
    [0, '0 tháng', '0 months'],
  ])('%d', (months, vi, en) => expect([formatDuration(months), formatDuration(months, 'en')]).toEqual([vi, en]));
});
