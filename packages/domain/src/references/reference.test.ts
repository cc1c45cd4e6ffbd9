import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReference, formFileName, parseReference } from './reference.js';

describe('R11 · số tờ khai', () => {
  it.each([
    '00055.GD_2021_084',
    ' 00055.gd_2021_084 ',
    '00055.GD_2021_084.pdf',
    '00055.GD_2021_084 (1).pdf',
    '00055 GD 2021 084',
    '00055.GD-2021-084',
    '０００５５.GD_2021_084',
  ])('%j is read', (text) => {
    expect(parseReference(text)).toEqual({ ok: true, value: { serial: 55, year: 2021, province: '084' } });
  });

  it.each([
    ['', 'reference.empty'],
    ['.pdf', 'reference.shape'],
    ['55.GD_2021_084', 'reference.shape'],
    ['00000.GD_2021_084', 'reference.shape'],
    ['00055.GD_21_084', 'reference.shape'],
    ['03706/2026/07906', 'reference.shape'],
  ])('%j is refused: %s', (text, code) => expect(parseReference(text)).toMatchObject({ ok: false, code }));

  it('what is written is read, past 99999 too', () => {
    const reference = fc.record({
      serial: fc.integer({ min: 1, max: 999_999_999 }),
      year: fc.integer({ min: 2000, max: 2999 }),
      province: fc.stringMatching(/^0\d\d$/),
    });
    fc.assert(
      fc.property(reference, (value) => {
        expect(parseReference(formFileName(formatReference(value)))).toEqual({ ok: true, value });
      }),
    );
    expect(formFileName(formatReference({ serial: 264, year: 2021, province: '091' }))).toBe('00264.GD_2021_091.pdf');
  });
});
