import type { DeclarationSubmission } from '@bhxh-kit/domain';

/** A declaration of an invented person under the 2025 pack, right but for its photographs, whose ids only an upload gives. */
export const sampleDeclaration: DeclarationSubmission = {
  rulePack: '2025',
  purpose: 'register',
  subject: 'individual',
  fullName: 'Nguyễn Văn A',
  bhxhNumber: '9999999901',
  identityNumber: '079299000001',
  address: { scheme: '2025', provinceCode: '01', communeCode: '00004', street: '12 Đường Mẫu' },
  contactName: 'Nguyễn Văn A',
  email: 'nguyen.van.a@example.vn',
  mobilePhone: '0900000001',
  startDate: '2026-01-05',
  transactAt: { kind: 'portal' },
  agencyCode: '00101',
  handIn: 'at-agency',
  commitment: true,
  photographs: [],
  locale: 'vi',
};

/** The same person adjusts: a new e-mail address and phone. */
export const sampleAdjustment: DeclarationSubmission = {
  ...declarantOf(sampleDeclaration),
  purpose: 'adjust',
  changes: ['email', 'mobilePhone'],
  email: 'moi@example.vn',
  mobilePhone: '0900000002',
};

/** The same person stops. */
export const sampleStop: DeclarationSubmission = {
  ...declarantOf(sampleDeclaration),
  purpose: 'stop',
  stopDate: '2026-02-01',
  stopReason: 'Chuyển sang giao dịch trực tiếp',
};

/** An invented organisation registers, complete: it is asked for no photographs. */
export const sampleOrganisation: DeclarationSubmission = {
  ...sampleDeclaration,
  subject: 'organisation',
  fullName: 'Trường THPT Mẫu số 2',
  bhxhNumber: 'ZZ9999A',
  identityNumber: undefined,
  taxNumber: '9999999027',
  contactName: 'Lê Thị Mẫu',
  certificate: { serial: '540999999901', issuer: 'Tổ chức Thử Nghiệm', validFrom: '2025-01-31', validTo: '2028-01-30' },
};

/** Who declares, without what only a registration has. */
function declarantOf({ address: _, email: __, startDate: ___, transactAt: ____, ...rest }: DeclarationSubmission): DeclarationSubmission {
  return rest;
}
