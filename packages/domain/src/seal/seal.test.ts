import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealDifferences } from './differences.js';
import { bytesIn, bytesOfDigits, digitsOfBytes } from './digits.js';
import { entriesOf, entryBytes } from './entries.js';
import { looksLikeSeal, makeSeal, readSeal, SEAL_DIGITS_MAX, SEAL_PREFIX, type Sealer } from './seal.js';
import { type PrintedDeclaration, SEALED_FIELDS, sealedValues } from './sealed-fields.js';
import { bytesOfText, textOfBytes } from './text-bytes.js';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const sealer: Sealer = { keyId: '0badcafe', sha256, sign: (message) => sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }) };
const isSigned = (message: Uint8Array, signature: Uint8Array) => verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);

const person: PrintedDeclaration = {
  reference: '00055.GD_2026_001',
  agencyName: 'BHXH Tp. Hà Nội » BHXH Quận Đống Đa',
  receivedAt: '2026-01-05T20:00:00Z',
  addressText: '12 Đường Mẫu, Phường Ba Đình, Thành phố Hà Nội',
  rulePack: '2025',
  purpose: 'register',
  subject: 'individual',
  fullName: 'Nguyễn Văn A',
  bhxhNumber: '9999999001',
  identityNumber: '079299000001',
  contactName: 'Lê Thị Mẫu',
  email: 'mau@example.vn',
  mobilePhone: '0900000001',
  startDate: '2026-01-12',
  transactAt: { kind: 'portal' },
};

const LETTERS = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'].flatMap((letter) => [
  letter,
  letter.toUpperCase(),
]);
const words = (most: number) =>
  fc.array(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: most }).map((each) => each.join(' '));
const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const day = fc.date({ min: new Date('2021-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Whatever a declaration of any purpose and subject may hold, up to answers far too long for the code, and letters VISCII lacks. */
const declarations: fc.Arbitrary<PrintedDeclaration> = fc.record({
  reference: fc.integer({ min: 1, max: 99_999_999 }).map((serial) => `${String(serial).padStart(5, '0')}.GD_2026_079`),
  agencyName: fc.tuple(words(5), words(5)).map((path) => path.join(' » ')),
  receivedAt: day.map((date) => `${date}T03:00:00.000Z`),
  addressText: fc.oneof(fc.constant(''), words(14), fc.string({ unit: 'grapheme', maxLength: 200 })),
  rulePack: fc.constantFrom('2021', '2023', '2025'),
  purpose: fc.constantFrom('register', 'adjust', 'stop'),
  subject: fc.constantFrom('individual', 'child', 'organisation'),
  fullName: fc.oneof(words(6), words(20)),
  bhxhNumber: fc.oneof(digits(10), digits(12), fc.constant('ZZ9999A')),
  identityNumber: maybe(fc.oneof(digits(9), digits(12), fc.constant('C1234567'))),
  taxNumber: maybe(fc.constantFrom('9999999027', '9999999027-001')),
  guardian: maybe(fc.record({ bhxhNumber: maybe(digits(10)), identityNumber: digits(12) })),
  certificate: maybe(
    fc.record({
      serial: fc.string({ unit: fc.constantFrom(...'0123456789ABCDEF'), minLength: 1, maxLength: 64 }),
      issuer: words(16),
      validFrom: day,
      validTo: day,
    }),
  ),
  contactName: words(8),
  email: maybe(fc.emailAddress()),
  mobilePhone: digits(10),
  startDate: maybe(day),
  transactAt: maybe(
    fc.oneof(
      fc.constant({ kind: 'portal' }),
      words(12).map((name) => ({ kind: 'ivan', name })),
    ),
  ),
  changes: maybe(fc.subarray(['certificate', 'email', 'mobilePhone'])),
  stopDate: maybe(day),
  stopReason: maybe(fc.string({ unit: 'grapheme', maxLength: 200 })),
});

async function opened(printed: PrintedDeclaration) {
  const read = readSeal(await makeSeal(printed, sealer));
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

describe('the seal of Mẫu 01', () => {
  it('R11 · is digits alone, and reads back signed, with every value', async () => {
    const seal = await makeSeal(person, sealer);
    expect(seal).toMatch(/^0101\d{600,800}$/);
    const { keyId, reference, entries, message, signature } = await opened(person);
    expect([keyId, reference, isSigned(message, signature)]).toEqual(['0badcafe', person.reference, true]);
    expect(Object.fromEntries(entries.map(({ field, text }) => [field, text]))).toEqual(Object.fromEntries(sealedValues(person)));
    // 20:00 of the 5th by Greenwich is the 6th in Vietnam, the day the paper is dated.
    expect(entries.find(({ field }) => field === 'receivedOn')?.text).toBe('2026-01-06');
  });

  it('R11 · of any declaration fits its QR code, is signed, and agrees with that declaration', async () => {
    await fc.assert(
      fc.asyncProperty(declarations, async (printed) => {
        const seal = await makeSeal(printed, sealer);
        expect(seal.length).toBeLessThanOrEqual(SEAL_DIGITS_MAX);
        const { entries, message, signature } = await opened(printed);
        expect(isSigned(message, signature)).toBe(true);
        expect(await sealDifferences(entries, printed, sha256)).toEqual([]);
        // What cannot be wrong without notice is always there to be read.
        for (const { field, digest } of entries)
          if (['reference', 'bhxhNumber', 'identityNumber', 'mobilePhone'].includes(field)) expect(digest).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('O2 · whatever differs between two declarations is named, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(declarations, declarations, fc.subarray([...SEALED_FIELDS], { minLength: 1 }), async (one, other, fields) => {
        const mixed = mixture(one, other, fields);
        const [before, after] = [sealedValues(one), sealedValues(mixed)];
        const changed = SEALED_FIELDS.filter((field) => before.get(field) !== after.get(field));
        const found = await sealDifferences((await opened(one)).entries, mixed, sha256);
        expect(found.map(({ field }) => field)).toEqual(changed);
        for (const { field, paper, data } of found) {
          expect(data).toBe(after.get(field) ?? '');
          if (paper !== undefined) expect(paper).toBe(before.get(field) ?? '');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('O2 · has every field once and in its order, or is none', async () => {
    const values = sealedValues(person);
    const bytes = await entryBytes(values, 2_000, sha256);
    expect(entriesOf(bytes)?.map(({ field }) => field)).toEqual([...values.keys()]);
    expect([entriesOf([...bytes, ...bytes]), entriesOf(bytes.slice(0, -1))]).toEqual([undefined, undefined]);
  });

  it('R11 · with one digit or one bit other than it was, is damaged or no longer signed', async () => {
    const seal = await makeSeal(person, sealer);
    const believed = (text: string) => {
      const read = readSeal(text);
      return read.ok && isSigned(read.value.message, read.value.signature);
    };
    expect(believed(seal)).toBe(true);
    for (let at = 0; at < seal.length; at += 1)
      expect([at, believed(seal.slice(0, at) + String((Number(seal[at]) + 1) % 10) + seal.slice(at + 1))]).toEqual([at, false]);
    const { message, signature } = await opened(person);
    for (let bit = 0; bit < message.length * 8; bit += 1) {
      const turned = message.slice();
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(isSigned(turned, signature)).toBe(false);
    }
  });

  it('O2 · that lost, doubled or swapped characters on its way is damaged: scan it again; nobody is called a forger', async () => {
    const seal = await makeSeal(person, sealer);
    const whole = readSeal(seal);
    fc.assert(
      fc.property(fc.nat(seal.length - 1), fc.integer({ min: 1, max: 40 }), fc.constantFrom('lose', 'double', 'swap'), (at, length, what) => {
        const part = seal.slice(at, at + length);
        const put = { lose: '', double: part + part, swap: [...part].reverse().join('') }[what] ?? '';
        fc.pre(put !== part);
        const read = readSeal(seal.slice(0, at) + put + seal.slice(at + length));
        // Its first digit doubled stands before the code as a scanner's prefix may: it is read as it was.
        expect(read.ok ? read : read.code).toEqual(read.ok ? whole : expect.stringMatching(/^seal\.(damaged|none)$/));
      }),
      { numRuns: 300, examples: [[0, 1, 'double']] },
    );
  });

  it.each([
    ['the scanner’s own prefix and line end', (seal: string) => `]Q1${seal}\r\n`],
    ['a prefix and suffix an office set up', (seal: string) => `\tM1:${seal}#\n`],
    ['line ends in the middle', (seal: string) => seal.replace(/.{90}/g, '$&\r\n')],
    ['wide digits', (seal: string) => Array.from(seal, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')],
    ['the Vietnamese keyboard of Windows', (seal: string) => Array.from(seal, (digit) => 'đăâêô\u0300\u0309\u0303\u0301\u0323'[Number(digit)]).join('')],
    ['the same with Caps Lock', (seal: string) => Array.from(seal, (digit) => 'ĐĂÂÊÔ\u0300\u0309\u0303\u0301\u0323'[Number(digit)]).join('')],
  ])('O2 · survives %s', async (_, typed) => {
    const seal = await makeSeal(person, sealer);
    expect(readSeal(typed(seal))).toEqual(readSeal(seal));
    expect(looksLikeSeal(typed(seal))).toBe(true);
  });

  it('O2 · letters a Vietnamese keyboard left in a damaged scan are told', async () => {
    const seal = await makeSeal(person, sealer);
    expect(readSeal(`${seal.slice(0, 200)}ấ${seal.slice(202)}`)).toMatchObject({ ok: false, code: 'seal.damaged', facts: { typed: 1 } });
    expect(readSeal(seal.slice(0, -3))).toMatchObject({ ok: false, code: 'seal.damaged', facts: { typed: 0 } });
  });

  it.each([
    '',
    '9999999001',
    '079299000001|999999901|Nguyễn Văn A|01012000|Nam|12 Đường Mẫu|01012021',
    SEAL_PREFIX,
    '0'.repeat(700),
    `DN4799999999903|${'01'.repeat(100)}|$`,
  ])('O2 · %j is no seal', (text) => {
    expect(readSeal(text)).toMatchObject({ ok: false, code: 'seal.none' });
  });

  it('O2 · any text gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 1200 }), (around, digits) => {
        expect(readSeal(`${around}${SEAL_PREFIX}${digits}`).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

/** One declaration with these fields of another. */
function mixture(one: PrintedDeclaration, other: PrintedDeclaration, fields: readonly string[]): PrintedDeclaration {
  const from: Record<string, unknown> = { ...other };
  const into: Record<string, unknown> = { ...one };
  for (const field of fields) if (field in into && field in from) into[field] = from[field];
  if (fields.includes('address')) into['addressText'] = other.addressText;
  if (fields.includes('agency')) into['agencyName'] = other.agencyName;
  if (fields.includes('certificateSerial')) into['certificate'] = other.certificate;
  return into as unknown as PrintedDeclaration;
}

describe('the coding of a seal', () => {
  it('takes every letter of Vietnamese as one byte of VISCII, as iconv does', () => {
    expect(LETTERS.every((letter) => bytesOfText(letter).bytes.length === 1)).toBe(true);
    // iconv -f UTF-8 -t VISCII | xxd -p
    const known: readonly (readonly [string, string])[] = [
      ['Nguyễn Văn Ấy Đống Đa', '4e677579ad6e2056e56e20847920d0af6e6720d061'],
      ['ẲẴẪỶỸỴ', '02050614191e'],
      ['Phường Ỗ Ỡ ữ Ữ ủ Õ', '5068dfb66e67209220b320e620ff20fc20a0'],
    ];
    for (const [text, hex] of known) expect(Buffer.from(bytesOfText(text).bytes).toString('hex')).toBe(hex);
  });

  it('gives any clean text back, in the shortest of its codings', () => {
    fc.assert(
      fc.property(fc.oneof(words(8), fc.string({ unit: 'grapheme', maxLength: 60 }), digits(11)), (text) => {
        const { coding, bytes } = bytesOfText(text);
        expect(textOfBytes(coding, bytes)).toBe(text);
        expect(bytes.length).toBeLessThanOrEqual(Buffer.byteLength(text));
      }),
    );
  });

  it('gives any bytes back from their digits, and refuses digits no bytes have', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const text = digitsOfBytes([...bytes]);
        expect(bytesOfDigits(text)).toEqual([...bytes]);
        expect(bytesIn(text.length)).toBe(bytes.length);
      }),
    );
    for (const text of ['9'.repeat(17), '999', '1', '12', '1234']) expect(bytesOfDigits(text)).toBeUndefined();
  });
});
