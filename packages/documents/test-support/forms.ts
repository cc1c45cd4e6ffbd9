import type { Form01 } from '../src/index.js';

/** An adult who registers at the portal, under the pack of 2021. */
export const person: Form01 = {
  rulePack: '2021',
  purpose: 'register',
  subject: 'individual',
  fullName: 'Nguyễn Văn A',
  bhxhNumber: '9999999001',
  identityNumber: '079299000001',
  contactName: 'Lê Thị Mẫu',
  email: 'mau@example.vn',
  mobilePhone: '0900000001',
  startDate: '2021-03-23',
  transactAt: { kind: 'portal' },
  addressText: 'Số 1, Thôn 4, Xã Phúc Hòa, Huyện Phúc Thọ, Thành phố Hà Nội',
  agencyName: 'BHXH Quận Đống Đa',
  reference: '00055.GD_2021_084',
  receivedAt: '2021-03-23T01:00:00Z',
};

const certificate = { serial: '99999990', issuer: 'Tổ chức Thử Nghiệm', validFrom: '2021-01-01', validTo: '2022-12-31' };

/** As many digits as the seal of an ordinary declaration has; what they say is nothing a form looks at. */
const seal = `0101${'7421980536'.repeat(70)}`;

const child: Form01 = {
  ...person,
  subject: 'child',
  fullName: 'Trần Thử Nghiệm',
  identityNumber: undefined,
  guardian: { bhxhNumber: '9999999002', identityNumber: '079299000002' },
};

/** Who adjusts or stops gives none of these. */
const withoutRegistration: Form01 = { ...person, addressText: '', email: undefined, startDate: undefined, transactAt: undefined };

/** Every kind of Mẫu 01 an agency gets, and the two ends: hardly anything filled in, and everything as long as it may be. */
export const forms = {
  individual: person,
  child,
  certificate: {
    ...person,
    subject: 'organisation',
    fullName: 'Công ty TNHH Thử Nghiệm',
    bhxhNumber: 'ZZ9999A',
    identityNumber: undefined,
    taxNumber: '9999999027-001',
    certificate,
  },
  ivan: { ...person, rulePack: '2023', transactAt: { kind: 'ivan', name: 'Công ty cổ phần I-VAN Thử Nghiệm' } },
  adjust: {
    ...withoutRegistration,
    rulePack: '2025',
    purpose: 'adjust',
    changes: ['certificate', 'email', 'mobilePhone'],
    certificate,
    email: 'moi@example.vn',
    mobilePhone: '0900000002',
  },
  adjustCertificate: { ...withoutRegistration, purpose: 'adjust', changes: ['certificate'], certificate },
  stop: { ...withoutRegistration, rulePack: '2025', purpose: 'stop', stopDate: '2026-02-05', stopReason: 'Chuyển sang nộp trực tiếp tại cơ quan BHXH' },
  sealed: { ...person, seal },
  sealedLong: { ...person, subject: 'organisation', fullName: 'Công ty cổ phần Thương mại, Dịch vụ và Xây dựng Thử Nghiệm', certificate, seal: seal.padEnd(991, '4') },
  sparse: { ...person, email: undefined, identityNumber: undefined, contactName: '', addressText: '', mobilePhone: '' },
  extreme: {
    ...child,
    fullName: 'Nguyễn Thượng '.repeat(9).trim(),
    contactName: 'Nguyễn Thượng '.repeat(8).trim(),
    email: `${'thu.nghiem.'.repeat(22)}@example.vn`,
    addressText: `${'Đường Trường Thượng Phường '.repeat(12)}, ${'W'.repeat(120)}`,
    certificate: { ...certificate, serial: '9999999F'.repeat(8), issuer: 'Tổ chức Chứng thực Thử Nghiệm '.repeat(6).trim() },
    transactAt: { kind: 'ivan', name: 'Công ty cổ phần I-VAN Thử Nghiệm '.repeat(6).trim() },
  },
} satisfies Record<string, Form01>;
