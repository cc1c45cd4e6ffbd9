import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BhxhNumberFault, parseBhxhNumber } from './bhxh-number.js';
import { type CardNumberFault, formatCardNumber, parseCardNumber } from './card-number.js';
import { maskNumber, spellDigits } from './masking.js';
import { type IdentityNumberFault, identityNumberText, parsePersonalId } from './personal-id.js';
import { type PhoneFault, parsePhone } from './phone.js';
import { parseTaxNumber, type TaxNumberFault } from './tax-number.js';
import { parseUnitCode, type UnitCodeFault } from './unit-code.js';

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${String(count)}}$`));
/** A number as people and files write it: spaces, dots and dashes anywhere, full-width, an invisible mark in front. */
const dressed = (number: string) =>
  fc
    .array(fc.constantFrom('', '', ' ', '.', '-', '–', '\u2212', '\u00a0', '\u200b', '\u0000'), { minLength: number.length, maxLength: number.length })
    .map((gaps) => [...number].map((sign, index) => `${gaps[index] ?? ''}${sign}`).join(''));
const fullWidth = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('mã số BHXH', () => {
  it.each([
    ['9999999901', 'legacy', '9999999901'],
    [' 999 999 9901\r\n', 'legacy', '9999999901'],
    ['９９９９９９９９０１', 'legacy', '9999999901'],
    ['079299000001', 'personal-id', '079299000001'],
    ['DN4799999999901', 'legacy', '9999999901'],
    ['dn 4 79 9999999901', 'legacy', '9999999901'],
  ])('R18 · %j is read as %s', (text, kind, number) => {
    expect(parseBhxhNumber(text)).toMatchObject({ ok: true, value: { kind, digits: number } });
  });

  const FAULTS: Record<BhxhNumberFault, string> = {
    'bhxh-number.empty': ' \u200b- ',
    'bhxh-number.shape': 'DN479999999990A',
    'bhxh-number.length': '99999999011',
  };
  it.each(Object.entries(FAULTS))('%s is told of %j', (code, text) => expect(parseBhxhNumber(text)).toMatchObject({ ok: false, code }));

  it('the count of digits found is told', () => expect(parseBhxhNumber('999 999 990')).toMatchObject({ facts: { actual: 9 } }));

  it('dress does not matter', () => {
    const number = fc.oneof(digits(10), digits(12));
    fc.assert(
      fc.property(
        number.chain((plain) => fc.tuple(fc.constant(plain), dressed(plain))),
        ([plain, text]) => {
          expect(parseBhxhNumber(text)).toMatchObject({ ok: true, value: { digits: plain } });
          expect(parseBhxhNumber(fullWidth(plain))).toEqual(parseBhxhNumber(plain));
        },
      ),
    );
  });
});

describe('mã thẻ BHYT', () => {
  it('tells its parts', () => {
    expect(parseCardNumber('hs 4 79 9999999901')).toEqual({
      ok: true,
      value: { text: 'HS4799999999901', objectCode: 'HS', benefitLevel: '4', provinceCode: '79', tail: '9999999901', bhxhNumber: '9999999901' },
    });
  });

  it('a card before 2017 has letters in its tail and no mã số BHXH', () => {
    expect(parseCardNumber('TE1019999999A01')).toMatchObject({ ok: true, value: { tail: '9999999A01', bhxhNumber: undefined } });
  });

  const FAULTS: Record<CardNumberFault, string> = {
    'card-number.empty': '',
    'card-number.length': 'DN479999999990',
    'card-number.object-code': 'ĐN4799999999901',
    'card-number.benefit-level': 'DN6799999999901',
    'card-number.province': 'DN4A99999999901',
    'card-number.tail': 'DN479999999990_',
  };
  it.each(Object.entries(FAULTS))('%s is told of %j', (code, text) => expect(parseCardNumber(text)).toMatchObject({ ok: false, code }));

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{2}[1-5]\d{2}[0-9A-Z]{10}$/), (text) => {
        const read = parseCardNumber(formatCardNumber(text));
        expect(read).toMatchObject({ ok: true, value: { text } });
        expect(parseCardNumber(fullWidth(text.toLowerCase()))).toEqual(read);
      }),
    );
    expect(formatCardNumber('DN4799999999901')).toBe('DN 4 79 9999999901');
    expect(formatCardNumber('9999999901')).toBe('9999999901');
  });
});

describe('số CMND/HC/CC', () => {
  it.each([
    ['079299000001', { kind: 'personal-id', originCode: '079', birthYear: 2099, sex: 'male' }],
    ['079399000002', { kind: 'personal-id', birthYear: 2099, sex: 'female' }],
    ['001099000003', { kind: 'personal-id', birthYear: 1999, sex: 'male' }],
    ['001501000004', { kind: 'personal-id', birthYear: 2101, sex: 'female' }],
    ['000 000 001', { kind: 'cmnd', digits: '000000001' }],
    ['c9999999', { kind: 'passport', number: 'C9999999' }],
    ['P 99999999', { kind: 'passport', number: 'P99999999' }],
  ])('%j is read', (text, value) => expect(parsePersonalId(text)).toMatchObject({ ok: true, value }));

  const FAULTS: Record<IdentityNumberFault, string> = {
    'identity-number.empty': '',
    'identity-number.shape': 'C999999',
    'identity-number.length': '07929900000',
  };
  it.each(Object.entries(FAULTS))('%s is told of %j', (code, text) => expect(parsePersonalId(text)).toMatchObject({ ok: false, code }));

  it('reads what it writes, dressed in any way', () => {
    const number = fc.oneof(digits(9), digits(12), fc.stringMatching(/^[A-Z]\d{7,8}$/));
    fc.assert(
      fc.property(
        number.chain((plain) => fc.tuple(fc.constant(plain), dressed(plain))),
        ([plain, text]) => {
          const read = parsePersonalId(text);
          expect(read.ok && identityNumberText(read.value)).toBe(plain);
        },
      ),
    );
  });
});

describe('điện thoại di động', () => {
  it.each(['0900000001', '+84 900 000 001', '84900000001', '840900000001', '+840900000001', '0084 900 000 001', '(090) 000-0001', fullWidth('0900000001')])(
    '%j is 0900000001',
    (text) => {
      expect(parsePhone(text)).toEqual({ ok: true, value: { national: '0900000001', e164: '+84900000001' } });
    },
  );

  it.each([
    ['phone.empty', ' '],
    ['phone.shape', '0900 000 00x'],
    ['phone.length', '090000000'],
    ['phone.length', '01100000001'],
    ['phone.prefix', '0540000001'],
    ['phone.prefix', '0000000000'],
    ['phone.prefix', '9000000010'],
    ['phone.prefix', '8400000001'],
    ['phone.eleven-digits', '01200000001'],
    ['phone.eleven-digits', '+84 120 000 0001'],
    ['phone.landline', '02800000001'],
    ['phone.landline', '+84 28 0000 0001'],
    ['phone.service', '1900 0000'],
    ['phone.service', '18000000'],
    ['phone.foreign', '+1 202 555 0100'],
    ['phone.foreign', '0044 20 0000 0000'],
  ] satisfies [PhoneFault, string][])('R3 · %s is told of %j', (code, text) => expect(parsePhone(text)).toMatchObject({ ok: false, code }));

  it('an eleven-digit mobile is told its prefix of today', () => {
    expect(parsePhone('01200000001')).toMatchObject({ facts: { became: '070' } });
    expect(parsePhone('01690000001')).toMatchObject({ facts: { became: '039' } });
  });

  it('takes the national numbers of libphonenumber’s pattern and no others', () => {
    const PATTERN = /^(?:(?:3\d|7[06-9])\d|5(?:[1689]\d|2[238]|59)|8(?:[1-8]\d|9[6-9])|9(?:[0-8]\d|9[013-9]))\d{6}$/;
    for (let prefix = 0; prefix < 1000; prefix++) {
      const national = `${String(prefix).padStart(3, '0')}000001`;
      expect(parsePhone(`0${national}`).ok, national).toBe(PATTERN.test(national));
    }
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0(3\d|7[06-9]|9[0-8])\d{7}$/), (text) => {
        const read = parsePhone(text);
        expect(read).toMatchObject({ ok: true, value: { national: text } });
        expect(read.ok && parsePhone(read.value.e164)).toEqual(read);
      }),
    );
  });
});

describe('mã số thuế', () => {
  it.each([
    ['9999999027', { text: '9999999027', checked: true }],
    ['9 999 999 127', { text: '9999999127', checked: false }],
    // The rule would ask for a digit that is none, 10: no such number is given out.
    ['9999999010', { text: '9999999010', checked: false }],
    ['9999999027-001', { text: '9999999027-001', checked: true }],
    ['079299000001', { text: '079299000001' }],
  ])('R1 · %j is read', (text, value) => expect(parseTaxNumber(text)).toEqual({ ok: true, value }));

  const FAULTS: Record<TaxNumberFault, string> = { 'tax-number.empty': ' - ', 'tax-number.shape': 'MST9999999027', 'tax-number.length': '99999990270' };
  it.each(Object.entries(FAULTS))('R1 · %s is told of %j', (code, text) => expect(parseTaxNumber(text)).toMatchObject({ ok: false, code }));

  it('R1 · one mistyped digit is always found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number('9999999027'.charAt(at)) + by) % 10;
        const mistyped = `${'9999999027'.slice(0, at)}${String(digit)}${'9999999027'.slice(at + 1)}`;
        expect(parseTaxNumber(mistyped)).toMatchObject({ ok: true, value: { checked: false } });
      }),
    );
  });

  it('R1 · dress does not matter', () => {
    const numbers = fc.oneof(digits(10), digits(12), digits(13)).chain((number) => fc.tuple(fc.constant(number), dressed(number)));
    fc.assert(
      fc.property(numbers, ([number, text]) => {
        expect(parseTaxNumber(text)).toEqual(parseTaxNumber(number));
      }),
    );
  });
});

describe('mã đơn vị', () => {
  it.each([
    ['zz 9999-a', 'ZZ9999A'],
    ['9999999901', '9999999901'],
  ])('R1 · %j is read as %s', (text, code) => expect(parseUnitCode(text)).toEqual({ ok: true, value: code }));

  const FAULTS: Record<UnitCodeFault, string> = { 'unit-code.empty': ' ', 'unit-code.shape': 'ĐV9999A' };
  it.each([...Object.entries(FAULTS), ['unit-code.shape', 'ZZ9'], ['unit-code.shape', 'Z'.repeat(9)], ['unit-code.shape', '9'.repeat(16)]])(
    'R1 · %s is told of %j',
    (code, text) => expect(parseUnitCode(text)).toMatchObject({ ok: false, code }),
  );
});

describe('C6 · masked numbers', () => {
  it.each([
    ['9999999901', '••••••9901'],
    ['DN 4 79 9999999901', '•• • •• ••••••9901'],
    ['079 299 000 001', '••• ••• ••0 001'],
    ['12 34', '•• ••'],
    ['12 345', '•2 345'],
    ['1234', '••••'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => expect(maskNumber(text)).toBe(shown));

  it('at most four characters are open, whatever is masked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([...maskNumber(text).replace(/[\s•]/g, '')].length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('a screen reader spells it', () => expect(spellDigits('99 01')).toBe('9 9 0 1'));
});
