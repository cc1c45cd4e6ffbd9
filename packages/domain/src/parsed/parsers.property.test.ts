import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parsePassword } from '../accounts/password.js';
import { parseBhxhNumber } from '../numbers/bhxh-number.js';
import { parseCardNumber } from '../numbers/card-number.js';
import { parsePersonalId } from '../numbers/personal-id.js';
import { parsePhone } from '../numbers/phone.js';
import { parseTaxNumber } from '../numbers/tax-number.js';
import { parseUnitCode } from '../numbers/unit-code.js';
import { parseOneTimeCode } from '../one-time-code/code-text.js';
import { parseReference } from '../references/reference.js';
import { parseActivationCode } from '../review/activation-code.js';
import { decodeScan } from '../scan/decode-scan.js';
import { readSeal } from '../seal/seal.js';
import { parseEmail } from '../text/email.js';
import { foldVietnamese } from '../text/fold.js';
import { parseDate, parseNumber } from '../text/formats.js';
import { compareVietnamese, comparePersonNames } from '../text/order.js';
import { parseOrganisationName } from '../text/organisation-name.js';
import { parsePersonName } from '../text/person-name.js';
import { faultMessage, isFaultCode, loadEveryWord } from '../wording/wording.js';
import type { Parsed } from './parsed.js';

const PARSERS: Readonly<Record<string, (text: string) => Parsed<unknown>>> = {
  parseBhxhNumber,
  parseCardNumber,
  parseDate,
  parsePartialDate: (text) => parseDate(text, { partial: true }),
  parseEmail,
  parseNumber,
  parseOrganisationName,
  parsePersonName,
  parsePersonalId,
  parsePhone,
  parseReference,
  parseTaxNumber,
  parseUnitCode,
};

/** Any string, also with halves of surrogate pairs and controls, and texts close to what the parsers take. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))).map((units) => units.join('')),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789DN+-./,| Đđ$@\u0000\ud800\u0301\u200bＡ９')) }),
  fc.stringMatching(/^(DN4|\+84|0|)[0-9]{6,14}$/),
);

/** What JavaScript without types may hand in for a text. */
const noText = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, 9999999901, 0n, NaN, Symbol('9999999901'), ['9999999901'], () => '9999999901', Object('9999999901')),
  fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withTypedArray: true }).filter((value) => typeof value !== 'string'),
) as fc.Arbitrary<string>;

const LONG = 1_000_000;
const long = ['9', ' ', '.', 'a', 'đ', '@', '|', '\\', '-', '\u0301', '\ud800', '\u0000', '1/', 'a@', '(', "'", '\n ', '4e', 'Đ|'];

beforeAll(loadEveryWord);

describe.each(Object.entries(PARSERS))('%s', (_, parse) => {
  it('takes any string, and what it refuses has words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parse(text);
        if (read.ok) return;
        expect(isFaultCode(read.code), read.code).toBe(true);
        expect(faultMessage(read.code, read.facts, 'vi', { field: 'fullName' })).not.toMatch(/[{}]|undefined/);
      }),
      { numRuns: 500 },
    );
  });

  it('tells what is wrong without repeating what was written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parse(text);
        const facts = read.ok ? [] : Object.values(read.facts).filter((fact) => typeof fact === 'string');
        for (const fact of facts) expect(fact.length <= 3 || !text.includes(fact), fact).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads composed and decomposed letters alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parse(text.normalize('NFD'))).toEqual(parse(text.normalize('NFC')));
      }),
    );
  });

  // A reading whose time grows with the square of the length would run for hours here.
  it.each(long)('reads a million characters of %j', (part) => {
    const text = part.repeat(LONG / part.length);
    expect(() => parse(text)).not.toThrow();
    expect(() => parse(`0${text}x`)).not.toThrow();
  });
});

/** Beside them those whose words are elsewhere. */
const EVERY: typeof PARSERS = {
  ...PARSERS,
  parseActivationCode,
  parseOneTimeCode,
  parsePassword: (text) => parsePassword(text, { bhxhNumber: text }),
  readSeal,
};

describe.each(Object.entries(EVERY))('%s', (_, parse) => {
  it('answers what is no text as an empty one', () => {
    const empty = parse('');
    expect(empty.ok).toBe(false);
    fc.assert(
      fc.property(noText, (given) => {
        expect(parse(given)).toEqual(empty);
      }),
    );
  });
});

describe('decodeScan and foldVietnamese', () => {
  it('answer what is no text as an empty one, and so are names ordered', () => {
    fc.assert(
      fc.property(noText, noText, (given, other) => {
        expect(decodeScan(given)).toEqual(decodeScan(''));
        expect(foldVietnamese(given)).toBe('');
        expect([comparePersonNames(given, other), compareVietnamese(given, other)]).toEqual([0, 0]);
        expect(comparePersonNames(given, 'Nguyễn Văn A')).toBe(-1);
      }),
    );
  });

  it.each(long)('read a million characters of %j', (part) => {
    const text = part.repeat(LONG / part.length);
    expect(decodeScan(text).raw).toBe(text);
    expect(decodeScan(`9999999901|${text}|1|1|-|79${text}|1|1|1|$`).kind).not.toBe('number');
    expect(() => foldVietnamese(text)).not.toThrow();
  });
});
