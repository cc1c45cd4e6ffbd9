import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultMessage, isFaultCode, loadEveryWord } from '../wording/wording.js';
import type { ScanFault } from './bhyt-payload.js';
import { decodeScan, type Scan } from './decode-scan.js';
import { decodeHexText } from './hex-text.js';

const hex = (text: string) => [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Invented payloads in the shapes of identifiers §3; the check string is a dummy, its algorithm is not published. */
const V1 = [
  'DN4799999999903',
  hex('Trần Thử Nghiệm'),
  '01/02/2010',
  '2',
  hex('12 Đường Mẫu, Phường Thử'),
  '79 - 000',
  '01/01/2021',
  '31/12/2021',
  '05/12/2020',
  '79009999999903',
  hex('Lê Thị Mẫu'),
  '5',
  ' 01/01/2025',
  'fedcba9876543210-7102',
  '$',
];
const V2 = [
  '9999999904',
  hex('Lê Thị Mẫu'),
  '1950',
  '2',
  '-',
  '01 - C54',
  '01/01/2022',
  '-',
  '05/12/2021',
  '01009999999904',
  '-',
  '4',
  '01/01/2025',
  'fedcba9876543210-7102',
  '3',
  hex('Hà Nội'),
  '$',
];
const SHORT = ['9999999905', hex('Nguyễn Văn A'), '01/02/2010', '1', '-', '79 - 000', '01/01/2022', '-', '05/12/2021', '$'];
const CCCD = ['079299000001', '000000001', 'Nguyễn Văn A', '01022099', 'Nam', '12 Đường Mẫu, TP. Mẫu', '01012022'];
const CAN_CUOC = ['079399000002', '', "H'Mẫu Niê", '2099', 'Nữ', '12 Đường Mẫu', '01082024', '', 'x', '', ''];
const PAYLOADS: Readonly<Record<string, readonly string[]>> = { V1, V2, SHORT, CCCD, CAN_CUOC };

const said = (tokens: readonly string[]) => tokens.join('|');
const changed = (tokens: readonly string[], at: number, token: string) => said(tokens.with(at, token));
const warned = (scan: Scan) => ('warnings' in scan ? scan.warnings.map(({ code }) => code) : []);

beforeAll(() => loadEveryWord());

describe('a BHYT card', () => {
  it('version 1 is read whole', () => {
    expect(decodeScan(said(V1))).toMatchObject({
      kind: 'bhyt-card',
      version: 1,
      typedThrough: false,
      warnings: [],
      managementNumber: '79009999999903',
      parentName: 'Lê Thị Mẫu',
      checkString: 'fedcba9876543210-7102',
      card: {
        number: 'DN4799999999903',
        holderName: 'Trần Thử Nghiệm',
        birthDate: '2010-02-01',
        sex: 'female',
        address: '12 Đường Mẫu, Phường Thử',
        facilityCode: '79 - 000',
        validFrom: '2021-01-01',
        validTo: '2021-12-31',
        issuedOn: '2020-12-05',
        livingArea: 'K1',
        fiveYearsFrom: '2025-01-01',
        objectCode: 'DN',
        benefitLevel: '4',
      },
    });
  });

  it('version 2 has the mã số BHXH alone, a year of birth, a level and a place of issue', () => {
    const scan = decodeScan(said(V2));
    expect(scan).toMatchObject({ version: 2, warnings: [], card: { number: '9999999904', birthDate: '1950', benefitLevel: '3', issuedAt: 'Hà Nội' } });
    expect(scan.kind === 'bhyt-card' && Object.keys(scan.card)).not.toContain('validTo');
  });

  it('the short form of 10 tokens is read as far as its tokens are known', () => {
    expect(decodeScan(said(SHORT))).toMatchObject({
      version: 'short',
      warnings: [],
      card: { number: '9999999905', holderName: 'Nguyễn Văn A', validFrom: '2022-01-01' },
    });
  });

  it('letters come composed, whatever the issuer coded', () => {
    expect(decodeScan(changed(V1, 1, hex('Trần Thử Nghiệm'.normalize('NFD'))))).toMatchObject({ card: { holderName: 'Trần Thử Nghiệm' } });
    expect([decodeHexText('4'), decodeHexText('ff'), decodeHexText('00'), decodeHexText('')]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('without its `$` it is known by the hex of the name', () => {
    expect(decodeScan(said(V1.slice(0, -1)))).toMatchObject({ kind: 'bhyt-card', card: { holderName: 'Trần Thử Nghiệm' } });
  });
});

describe('what cannot be read leaves a warning', () => {
  const WARNINGS: Record<ScanFault, [payload: readonly string[], at: number, token: string]> = {
    'scan.number': [V1, 0, 'DN9'],
    'scan.name': [V1, 1, '-'],
    'scan.birth-date': [V1, 2, '31/02/2010'],
    'scan.sex': [V1, 3, '9'],
    'scan.address': [V1, 4, 'c4'],
    'scan.valid-from': [V2, 6, '-'],
    'scan.valid-to': [V1, 7, 'x'],
    'scan.issued-on': [V1, 8, '1'],
    'scan.parent-name': [V1, 10, 'zz'],
    'scan.living-area': [V1, 11, '9'],
    'scan.five-years': [V1, 12, '00/00/0000'],
    'scan.issued-at': [V2, 15, 'c3'],
    'scan.token-count': [V1, 13, 'a|b'],
  };

  it.each(Object.entries(WARNINGS))('%s, and the rest is read', (code, [payload, at, token]) => {
    const scan = decodeScan(changed(payload, at, token));
    expect(warned(scan)).toEqual([code]);
    expect(isFaultCode(code) && faultMessage(code, {}, 'vi')).toMatch(/mã QR/i);
    expect(scan.kind === 'bhyt-card' && scan.tokens[at]).toBe(token.split('|')[0]);
  });

  it.each([
    [2, '', 'scan.name'],
    [3, '31022099', 'scan.birth-date'],
    [4, '?', 'scan.sex'],
    [6, '', 'scan.issued-on'],
  ])('of an ID card, token %d: %j', (at, token, code) => expect(warned(decodeScan(changed(CCCD, at, token)))).toEqual([code]));
});

describe('an ID card', () => {
  it('CCCD of 7 tokens', () => {
    expect(decodeScan(said(CCCD))).toMatchObject({
      kind: 'personal-id',
      number: '079299000001',
      formerNumber: '000000001',
      fullName: 'Nguyễn Văn A',
      birthDate: '2099-02-01',
      sex: 'male',
      issuedOn: '2022-01-01',
      further: [],
      warnings: [],
    });
  });

  it('căn cước of 11 tokens: the last four are kept as they are', () => {
    expect(decodeScan(said(CAN_CUOC).normalize('NFD'))).toMatchObject({
      fullName: "H'Mẫu Niê",
      birthDate: '2099',
      sex: 'female',
      formerNumber: undefined,
      further: ['', 'x', '', ''],
      warnings: [],
      typedThrough: false,
    });
  });
});

describe('a bare number, as VssID shows it', () => {
  it.each([
    ['9999999901', '9999999901'],
    ['DN4799999999901\r\n', 'DN4799999999901'],
    ['079299000001', '079299000001'],
    [']Q19999999901', '9999999901'],
  ])('%j', (text, number) => expect(decodeScan(text)).toMatchObject({ kind: 'number', number, typedThrough: false }));

  it('a Đ in it was typed through', () =>
    expect(decodeScan('ĐN4799999999901')).toMatchObject({ kind: 'number', number: 'DN4799999999901', typedThrough: true }));
});

describe('anything else', () => {
  it.each(['', 'https://example.vn/?id=1', 'Đây là chữ', 'a|b|c', '$', '|||||||||', '079299000001|Nguyễn Văn A', 'ĐĐĐ'])(
    '%j is unknown, and kept raw',
    (raw) => {
      expect(decodeScan(raw)).toMatchObject({ kind: 'unknown', raw, typedThrough: false });
    },
  );

  it('R19 · any string gets an answer that keeps it', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary', maxLength: 9 }), { maxLength: 20 }).map((tokens) => `${tokens.join('|')}|$`),
    );
    fc.assert(
      fc.property(any, (raw) => {
        expect(decodeScan(raw).raw).toBe(raw);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('trouble seen at real desks', () => {
  const plain = ({ raw: _, ...scan }: Scan) => scan;

  it.each([
    ['NUL bytes', (text: string) => [...text].join('\u0000')],
    ['en dashes', (text: string) => text.replace(/-/g, '–')],
    ['line ends', (text: string) => `${text.slice(0, 30)}\r\n${text.slice(30)}\r\n`],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['the scanner’s prefix', (text: string) => `]Q1${text}`],
  ])('%s change nothing', (_, damage) => {
    for (const payload of Object.values(PAYLOADS)) expect(plain(decodeScan(damage(said(payload))))).toEqual(plain(decodeScan(said(payload))));
  });

  it('hex in upper case is the same text', () => {
    expect(decodeScan(said(V1.map((token) => token.toUpperCase())))).toMatchObject({
      typedThrough: false,
      card: { holderName: 'Trần Thử Nghiệm' },
      warnings: [],
    });
  });

  it('`\\` for `|` is mended and told', () => {
    for (const payload of [V1, V2, SHORT, CCCD, CAN_CUOC]) {
      const scan = decodeScan(payload.join('\\'));
      expect(scan).toMatchObject({ typedThrough: true, tokens: payload });
      expect(warned(scan)).toEqual([]);
    }
  });

  it('Đ for D in number and hex is mended and told', () => {
    const typed = said(V1).replace('DN', 'ĐN').replace(/d/g, 'đ');
    expect(decodeScan(typed)).toMatchObject({ typedThrough: true, warnings: [], card: { number: 'DN4799999999903', holderName: 'Trần Thử Nghiệm' } });
  });

  it.each([
    ['aa typed as â', (name: string) => `${name.slice(0, 8)}â${name.slice(10)}`],
    ['a swallowed letter', (name: string) => `đ${name.slice(2)}`],
    ['e1 typed as é', (name: string) => name.replace('e1', 'é')],
  ])('%s is told and not guessed', (_, damage) => {
    const scan = decodeScan(changed(V1, 1, damage(V1[1] ?? '')));
    expect(scan).toMatchObject({ kind: 'bhyt-card', typedThrough: true, card: { holderName: '', number: 'DN4799999999903' } });
    expect(warned(scan)).toEqual(['scan.name']);
  });

  it('a payload with anything struck, doubled or swapped still gets an answer', () => {
    const damage = fc.tuple(fc.constantFrom(...Object.values(PAYLOADS).map(said)), fc.nat(600), fc.nat(12), fc.string({ unit: 'binary', maxLength: 4 }));
    fc.assert(
      fc.property(damage, ([text, at, length, inserted]) => {
        const raw = text.slice(0, at % text.length) + inserted + text.slice((at % text.length) + length);
        const scan = decodeScan(raw);
        expect(scan.raw).toBe(raw);
        for (const code of warned(scan)) expect(isFaultCode(code)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
