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
