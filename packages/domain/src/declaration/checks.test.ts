import { describe, expect, it } from 'vitest';
import { adjustment, child, individual, organisation, PACKS, stop, TODAY } from '../../test-support/declarations.js';
import { rulePack } from '../rule-packs/packs.js';
import type { RulePack } from '../rule-packs/rule-pack.js';
import type { CheckContext } from './check-context.js';
import { checkDeclaration } from './checks.js';
import type { UncheckedDeclaration } from './unchecked.js';

type Patch = { [Key in keyof UncheckedDeclaration]?: UncheckedDeclaration[Key] };
type Found = readonly (readonly [pointer: string, code: string])[];

const context = (pack: RulePack, more: Partial<CheckContext> = {}): CheckContext => ({ pack, today: TODAY, guardianSignedIn: true, ...more });
const found = (declaration: UncheckedDeclaration, against: CheckContext): Found =>
  checkDeclaration(declaration, against).map(({ pointer, code }) => [pointer, code] as const);

/** One row: what is changed in a right declaration, and what is found under the packs 2021, 2023, 2025. */
type Row = readonly [
  what: string,
  patch: Patch | ((pack: RulePack) => Patch),
  expected: Found | Readonly<Record<'2021' | '2023' | '2025', Found>>,
  more?: Partial<CheckContext>,
];

const INDIVIDUAL: readonly Row[] = [
  ['R3 · a right declaration', {}, []],
  ['R2 · no purpose', { purpose: '' }, [['/purpose', 'required']]],
  ['R2 · a purpose the form does not have', { purpose: 'renew' }, [['/purpose', 'choice.unknown']]],
  ['R2 · a purpose of every object', { purpose: 'constructor' }, [['/purpose', 'choice.unknown']]],
  ['R2 · changes in a registration', { changes: ['email'] }, [['/changes', 'part.unasked']]],
  ['R2 · a day to stop in a registration', { stopDate: TODAY }, [['/stopDate', 'part.unasked']]],
  ['R1 · a subject the form does not have', { subject: 'household' }, [['/subject', 'choice.unknown']]],
  ['R1 · a tax number of an individual', { taxNumber: '9999999027' }, [['/taxNumber', 'part.unasked']]],
  ['R1 · no subject', { subject: undefined }, [['/subject', 'required']]],
  ['R3 · no name', { fullName: '  ' }, [['/fullName', 'required']]],
  ['R3 · a name longer than its box', { fullName: 'Ngọc '.repeat(40).trim() }, [['/fullName', 'person-name.length']]],
  ['R3 · no number', { bhxhNumber: '' }, [['/bhxhNumber', 'required']]],
  ['R18 · the number as a whole card number', { bhxhNumber: 'GD 4 79 9999999001' }, []],
  [
    'R3 · a 12-digit number',
    { bhxhNumber: '079299000001' },
    { '2021': [['/bhxhNumber', 'bhxh-number.kind-not-taken']], '2023': [['/bhxhNumber', 'bhxh-number.kind-not-taken']], '2025': [] },
  ],
  [
    'R3 · a 12-digit number that is not the personal ID',
    { bhxhNumber: '079299000002' },
    {
      '2021': [
        ['/bhxhNumber', 'bhxh-number.kind-not-taken'],
        ['/bhxhNumber', 'identity.other-number'],
      ],
      '2023': [
        ['/bhxhNumber', 'bhxh-number.kind-not-taken'],
        ['/bhxhNumber', 'identity.other-number'],
      ],
      '2025': [['/bhxhNumber', 'identity.other-number']],
    },
  ],
  ['R3 · no identity number', { identityNumber: undefined }, [['/identityNumber', 'required']]],
  ['R3 · a passport', { identityNumber: 'C9999999' }, []],
  [
    'R3 · a 9-digit CMND',
    { identityNumber: '999999901' },
    { '2021': [], '2023': [['/identityNumber', 'identity-number.nine-digits-expired']], '2025': [['/identityNumber', 'identity-number.nine-digits-expired']] },
  ],
  ['R3 · a birth year the personal ID does not have', { birthDate: '1990-01-01' }, [['/identityNumber', 'identity.other-birth-year']]],
  ['R3 · a sex the personal ID does not have', {}, [['/identityNumber', 'identity.other-sex']], { sex: 'female' }],
  ['R16 · a guardian of an individual', { guardian: { identityNumber: '079299000002' } }, [['/guardian', 'guardian.unasked']]],
  ['R3 · no contact', { contactName: '' }, [['/contactName', 'required']]],
  ['R3 · no phone', { mobilePhone: '' }, [['/mobilePhone', 'required']]],
  ['R3 · an 11-digit mobile', { mobilePhone: '01200000001' }, [['/mobilePhone', 'phone.eleven-digits']]],
  ['R3 · a landline', { mobilePhone: '02400000001' }, [['/mobilePhone', 'phone.landline']]],
  ['R3 · a name with digits', { fullName: 'Nguyễn Văn 4' }, [['/fullName', 'person-name.digits']]],
  ['R3 · a name in decomposed letters', { fullName: 'Nguyễn Văn A'.normalize('NFD') }, []],
  ['R3 · an e-mail without domain', { email: 'nguyen.van.a@' }, [['/email', 'email.shape']]],
  ['R3 · a number with a digit too few', { bhxhNumber: '999999900' }, [['/bhxhNumber', 'bhxh-number.length']]],
  ['R3 · an identity number of 11 digits', { identityNumber: '07929900000' }, [['/identityNumber', 'identity-number.length']]],
  ['R3 · no e-mail', { email: undefined }, { '2021': [], '2023': [['/email', 'required']], '2025': [['/email', 'required']] }],
  [
    'R3 · no e-mail, signed in with VNeID',
    { email: undefined, photographs: [] },
    { '2021': photographs(), '2023': [['/email', 'required'], ...photographs()], '2025': [] },
    { vneid: true },
  ],
  ['R5 · no photographs', { photographs: [] }, photographs()],
  ['R15 · no photographs, identity verified', { photographs: [] }, { '2021': photographs(), '2023': [], '2025': [] }, { identityVerified: true }],
  [
    'R5 · a photograph of another kind',
    { photographs: [...individual(rulePack('2021')).photographs, { kind: 'birth-certificate', id: 'x', key: 'x' }] },
    [['/photographs/3', 'photograph.unasked']],
  ],
  [
    'R5 · the same photograph twice',
    { photographs: [...individual(rulePack('2021')).photographs, { kind: 'portrait', id: 'x', key: 'x' }] },
    [['/photographs/3', 'photograph.twice']],
  ],
  [
    'R5 · a photograph without its key',
    { photographs: [...individual(rulePack('2021')).photographs.slice(0, 2), { kind: 'identity-back', id: 'x' }] },
    [['/photographs/2', 'photograph.missing']],
  ],
  [
    'R4 · the other map',
    (pack) => ({ address: { ...individual(pack).address, scheme: pack.addressScheme === '2021' ? '2025' : '2021' } }),
    [['/address/scheme', 'address.other-scheme']],
  ],
  [
    'R4 · no address',
    { address: undefined },
    {
      '2021': [
        ['/address/provinceCode', 'required'],
        ['/address/districtCode', 'required'],
        ['/address/communeCode', 'required'],
        ['/address/street', 'required'],
      ],
      '2023': [
        ['/address/provinceCode', 'required'],
        ['/address/districtCode', 'required'],
        ['/address/communeCode', 'required'],
        ['/address/street', 'required'],
      ],
      '2025': [
        ['/address/provinceCode', 'required'],
        ['/address/communeCode', 'required'],
        ['/address/street', 'required'],
      ],
    },
  ],
  [
    'R4 · a district',
    (pack) => ({ address: { ...individual(pack).address, districtCode: '001' } }),
    { '2021': [], '2023': [], '2025': [['/address/districtCode', 'address.no-district']] },
  ],
  [
    'R4 · a code of another level',
    (pack) => ({ address: { ...individual(pack).address, communeCode: '001' } }),
    [['/address/communeCode', 'address.unit-shape']],
  ],
  ['R4 · a unit nobody knows', {}, [['/address/communeCode', 'address.unit-unknown']], { unitExists: ({ level }) => level !== 'commune' }],
  [
    'R4 · an island district of the 2021 map, which has no communes',
    ({ addressScheme }) => ({
      address: addressScheme === '2021' ? { scheme: '2021', provinceCode: '77', districtCode: '755', street: 'Khu 1' } : individual(rulePack('2025')).address,
    }),
    [],
  ],
  [
    'R4 · a commune below a district that has none',
    ({ addressScheme }) => ({
      address: { ...(addressScheme === '2021' && { districtCode: '755' }), scheme: addressScheme, provinceCode: '77', communeCode: '26732', street: 'Khu 1' },
    }),
    { '2021': [['/address/communeCode', 'address.unit-unknown']], '2023': [['/address/communeCode', 'address.unit-unknown']], '2025': [] },
  ],
  [
    'R4 · no commune below a district that has some',
    (pack) => ({ address: { ...individual(pack).address, communeCode: undefined } }),
    [['/address/communeCode', 'required']],
  ],
  ['R6 · no agency', { agencyCode: '' }, [['/agencyCode', 'required']]],
  ['R6 · no agency code', { agencyCode: '0010' }, [['/agencyCode', 'agency.shape']]],
  ['R6 · an agency nobody knows', {}, [['/agencyCode', 'agency.unknown']], { agencyExists: () => false }],
  ['R7 · no way of handing in', { handIn: '' }, [['/handIn', 'required']]],
  ['R7 · a way that is none', { handIn: 'by-pigeon' }, [['/handIn', 'choice.unknown']]],
  ['R8 · no place of transactions', { transactAt: undefined }, [['/transactAt/kind', 'required']]],
  ['R8 · I-VAN without its name', { transactAt: { kind: 'ivan' } }, [['/transactAt/name', 'required']]],
  ['R8 · the portal with a name', { transactAt: { kind: 'portal', name: 'Mẫu' } }, [['/transactAt/name', 'ivan-name.unasked']]],
  ['R3 · a first day in the past', { startDate: '2026-11-20' }, [['/startDate', 'date.past']]],
  ['R3 · a first day a year ahead', { startDate: '2027-11-21' }, []],
  ['R3 · a first day in a year that was mistyped', { startDate: '2062-11-21' }, [['/startDate', 'date.too-far']]],
  ['R3 · a first day that does not exist', { startDate: '2027-02-30' }, [['/startDate', 'date.unreal']]],
  ['R3 · no first day', { startDate: '' }, [['/startDate', 'required']]],
  [
    'R3 · half a certificate',
    { certificate: { serial: '540999999901' } },
    [
      ['/certificate/issuer', 'certificate.incomplete'],
      ['/certificate/validFrom', 'certificate.incomplete'],
      ['/certificate/validTo', 'certificate.incomplete'],
    ],
  ],
  [
    'R3 · a certificate that ends before it begins',
    { certificate: { serial: '1', issuer: 'Mẫu', validFrom: '2027-01-02', validTo: '2027-01-01' } },
    [['/certificate/validTo', 'certificate.order']],
  ],
  [
    'R3 · an expired certificate',
    { certificate: { serial: '1', issuer: 'Mẫu', validFrom: '2020-01-01', validTo: '2026-11-20' } },
    [['/certificate/validTo', 'certificate.expired']],
  ],
  ['R3 · a certificate on its last day', { certificate: { serial: '1', issuer: 'Mẫu', validFrom: '2020-01-01', validTo: TODAY } }, []],
  ['R3 · no commitment', { commitment: false }, [['/commitment', 'commitment.missing']]],
  ['a declaration under another pack', { rulePack: '1999' }, [['/rulePack', 'rule-pack.other']]],
];

const CHILD: readonly Row[] = [
  ['R16 · a right declaration', {}, []],
  [
    'R16 · no guardian signed in',
    {},
    { '2021': [], '2023': [['/subject', 'child.guardian-first']], '2025': [['/subject', 'child.guardian-first']] },
    { guardianSignedIn: false },
  ],
  ['R16 · no birth date', { birthDate: undefined }, [['/birthDate', 'required']]],
  ['R16 · a day before the 15th birthday', { birthDate: '2011-11-22' }, []],
  [
    'R16 · the 15th birthday',
    { birthDate: '2011-11-21' },
    { '2021': [], '2023': [['/birthDate', 'child.too-old']], '2025': [['/birthDate', 'child.too-old']] },
  ],
  [
    'R16 · a day before the 18th birthday',
    { birthDate: '2008-11-22' },
    { '2021': [], '2023': [['/birthDate', 'child.too-old']], '2025': [['/birthDate', 'child.too-old']] },
  ],
  ['R16 · the 18th birthday', { birthDate: '2008-11-21' }, [['/birthDate', 'child.too-old']]],
  [
    'R16 · a year that leaves it open',
    { birthDate: '2011' },
    { '2021': [], '2023': [['/birthDate', 'child.birth-date-too-vague']], '2025': [['/birthDate', 'child.birth-date-too-vague']] },
  ],
  [
    'R16 · a month that leaves it open',
    { birthDate: '2008-11' },
    { '2021': [['/birthDate', 'child.birth-date-too-vague']], '2023': [['/birthDate', 'child.too-old']], '2025': [['/birthDate', 'child.too-old']] },
  ],
  ['R16 · a year that is enough', { birthDate: '2020' }, []],
  ['R16 · a birth date to come', { birthDate: '2026-11-22' }, [['/birthDate', 'date.future']]],
  ['R16 · a birth date that does not exist', { birthDate: '2020-02-30' }, [['/birthDate', 'date.unreal']]],
  ['R16 · a birth date long ago', { birthDate: '1899' }, [['/birthDate', 'birth-date.before-1900']]],
  ['R16 · an identity number of the child', { identityNumber: '079299000009' }, [['/identityNumber', 'child.identity-given']]],
  ['R16 · no guardian', { guardian: undefined }, [['/guardian/identityNumber', 'required']]],
  ['R16 · a guardian without number', { guardian: { identityNumber: '079299000001' } }, []],
  [
    'R16 · the child as its own guardian',
    { guardian: { bhxhNumber: '9999999002', identityNumber: '079299000001' } },
    [['/guardian/bhxhNumber', 'guardian.same-number']],
  ],
  ['R16 · no birth certificate', { photographs: child(rulePack('2021')).photographs.slice(0, 1) }, [['/photographs', 'photograph.missing']]],
  [
    'R16 · an identity paper as photograph',
    { photographs: [...child(rulePack('2021')).photographs, { kind: 'identity-front', id: 'x', key: 'x' }] },
    [['/photographs/2', 'photograph.unasked']],
  ],
];

const ORGANISATION: readonly Row[] = [
  ['R1 · a right declaration', {}, []],
  ['R1 · a name with digits and marks', { fullName: 'Công ty TNHH A & B số 2' }, []],
  ['R1 · a name without letters', { fullName: '2026' }, [['/fullName', 'organisation-name.shape']]],
  ['R1 · a name longer than its box', { fullName: 'Trường '.repeat(29).trim() }, [['/fullName', 'organisation-name.length']]],
  ['R1 · no unit code', { bhxhNumber: '' }, [['/bhxhNumber', 'required']]],
  ['R1 · a unit code in small letters', { bhxhNumber: 'zz 9999 a' }, []],
  ['R1 · a unit code of letters alone', { bhxhNumber: 'ABCDE' }, [['/bhxhNumber', 'unit-code.shape']]],
  ['R1 · no tax number', { taxNumber: undefined }, [['/taxNumber', 'required']]],
  ['R1 · the tax number of a branch', { taxNumber: '9999999027-001' }, []],
  ['R1 · the tax number of a household business', { taxNumber: '079299000001' }, []],
  ['R1 · a tax number of eleven digits', { taxNumber: '99999990270' }, [['/taxNumber', 'tax-number.length']]],
  ['R1 · a tax number with a digit mistyped', { taxNumber: '9999999127' }, [['/taxNumber', 'tax-number.check-digit']]],
  ['R1 · an identity number', { identityNumber: '079299000001' }, [['/identityNumber', 'part.unasked']]],
  ['R1 · a guardian', { guardian: { identityNumber: '079299000001' } }, [['/guardian', 'part.unasked']]],
  ['R1 · no legal representative', { contactName: '' }, [['/contactName', 'required']]],
  [
    'R1 · no certificate',
    { certificate: undefined },
    [
      ['/certificate/serial', 'required'],
      ['/certificate/issuer', 'required'],
      ['/certificate/validFrom', 'required'],
      ['/certificate/validTo', 'required'],
    ],
  ],
  ['R1 · a photograph', { photographs: [{ kind: 'portrait', id: 'x', key: 'x' }] }, [['/photographs/0', 'photograph.unasked']]],
  [
    'R1 · no e-mail, its representative signed in with VNeID',
    { email: undefined },
    { '2021': [], '2023': [['/email', 'required']], '2025': [['/email', 'required']] },
    { vneid: true },
  ],
];

const ADJUSTMENT: readonly Row[] = [
  ['R2 · a right declaration', {}, []],
  ['R2 · of the e-mail address alone', { changes: ['email'], certificate: undefined }, []],
  ['R2 · of the phone alone', { changes: ['mobilePhone'], certificate: undefined, email: undefined }, []],
  ['R2 · of nothing', { changes: [], certificate: undefined, email: undefined }, [['/changes', 'changes.none']]],
  ['R2 · of something the form has no line for', { changes: ['email', 'address'], certificate: undefined }, [['/changes', 'choice.unknown']]],
  ['R2 · of one thing twice', { changes: ['email', 'email'], certificate: undefined }, [['/changes', 'choice.unknown']]],
  ['R2 · of an e-mail address that is not given', { email: undefined }, [['/email', 'required']]],
  ['R2 · with an e-mail address that does not change', { changes: ['certificate'] }, [['/email', 'part.unasked']]],
  ['R2 · with a certificate that does not change', { changes: ['email'] }, [['/certificate', 'part.unasked']]],
  [
    'R2 · of a certificate that is half given',
    { certificate: { serial: '1', issuer: 'Mẫu', validFrom: '2026-01-01' } },
    [['/certificate/validTo', 'required']],
  ],
  [
    'R2 · of a certificate that has ended',
    { certificate: { serial: '1', issuer: 'Mẫu', validFrom: '2020-01-01', validTo: '2026-11-20' } },
    [['/certificate/validTo', 'certificate.expired']],
  ],
  ['R2 · with an address', (pack) => ({ address: individual(pack).address }), [['/address', 'part.unasked']]],
  ['R2 · with a first day', { startDate: TODAY }, [['/startDate', 'part.unasked']]],
  ['R2 · with a photograph', { photographs: [{ kind: 'portrait', id: 'x', key: 'x' }] }, [['/photographs/0', 'photograph.unasked']]],
  ['R2 · without the number to be matched', { bhxhNumber: '' }, [['/bhxhNumber', 'required']]],
  ['R2 · without the identity to be matched', { identityNumber: '' }, [['/identityNumber', 'required']]],
  ['R2 · without a phone to be reached at', { mobilePhone: '' }, [['/mobilePhone', 'required']]],
];

const STOP: readonly Row[] = [
  ['R2 · a right declaration', {}, []],
  ['R2 · from a day a year ahead', { stopDate: '2027-11-21' }, []],
  ['R2 · from a day beyond', { stopDate: '2027-11-22' }, [['/stopDate', 'date.too-far']]],
  ['R2 · from yesterday', { stopDate: '2026-11-20' }, [['/stopDate', 'date.past']]],
  ['R2 · from a day that does not exist', { stopDate: '2027-02-30' }, [['/stopDate', 'date.unreal']]],
  ['R2 · from no day', { stopDate: undefined }, [['/stopDate', 'required']]],
  ['R2 · without a reason', { stopReason: '  ' }, [['/stopReason', 'required']]],
  ['R2 · with a reason longer than its box', { stopReason: 'x'.repeat(501) }, [['/stopReason', 'text.too-long']]],
  ['R2 · with an e-mail address', { email: 'mau@example.vn' }, [['/email', 'part.unasked']]],
  ['R8 · with a place of transactions', { transactAt: { kind: 'portal' } }, [['/transactAt', 'part.unasked']]],
  ['R2 · with a photograph', { photographs: [{ kind: 'portrait', id: 'x', key: 'x' }] }, [['/photographs/0', 'photograph.unasked']]],
];

function photographs(): Found {
  return [
    ['/photographs', 'photograph.missing'],
    ['/photographs', 'photograph.missing'],
    ['/photographs', 'photograph.missing'],
  ];
}

describe.each(PACKS)('under the pack $id', (pack) => {
  const check = (right: UncheckedDeclaration, [, patch, expected, more]: Row) => {
    const changed: UncheckedDeclaration = { ...right, ...(typeof patch === 'function' ? patch(pack) : patch) };
    expect(found(changed, context(pack, more))).toEqual('2021' in expected ? expected[pack.id] : expected);
  };

  describe('an individual', () => {
    for (const row of INDIVIDUAL) it(row[0], () => check(individual(pack), row));
  });

  describe('a child', () => {
    for (const row of CHILD) it(row[0], () => check(child(pack), row));
  });

  describe('an organisation', () => {
    for (const row of ORGANISATION) it(row[0], () => check(organisation(pack), row));
  });

  describe('an adjustment', () => {
    for (const row of ADJUSTMENT) it(row[0], () => check(adjustment('individual', pack), row));
  });

  describe('a declaration to stop', () => {
    for (const row of STOP) it(row[0], () => check(stop('individual', pack), row));
  });
});
