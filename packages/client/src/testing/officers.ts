import type { Agency } from '@bhxh-kit/domain';

/** An officer of the sandbox, invented, and what they sign in with. The same one-time code works every time. */
export interface TestOfficer {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly oneTimeCode: string;
  readonly fullName: string;
  readonly agencyCode: string;
  /** The password was given: it opens nothing before it is changed. */
  readonly passwordGiven?: boolean;
}

const officer = (at: number, username: string, fullName: string, agencyCode: string): TestOfficer => ({
  id: `00000000-0000-4000-8000-0000000001${String(at).padStart(2, '0')}`,
  username,
  password: 'mat-khau-can-bo-mau',
  oneTimeCode: '123456',
  fullName,
  agencyCode,
});

/** Two colleagues of one district office, one of the provincial office above it, one of another province. */
export const officers: Readonly<Record<'district' | 'colleague' | 'provincial' | 'elsewhere', TestOfficer>> = {
  district: officer(1, 'canbo.mau1', 'Phạm Cán Bộ Mẫu', '00101'),
  colleague: officer(2, 'canbo.mau2', 'Hoàng Thị Mẫu', '00101'),
  provincial: officer(3, 'canbo.tinh', 'Vũ Văn Thử', '001'),
  elsewhere: officer(4, 'canbo.noikhac', 'Đặng Thử Nghiệm', '089'),
};

/** Whether an officer acts for an agency: their own or one below it. */
export function actsFor(agencies: readonly Agency[], own: string, agencyCode: string): boolean {
  if (own === agencyCode) return true;
  const parent = agencies.find(({ code }) => code === agencyCode)?.parentCode;
  return parent !== undefined && actsFor(agencies, own, parent);
}

/** An agency with everything above it, `BHXH Tp. Hà Nội » BHXH Quận Ba Đình`. */
export function agencyInWords(agencies: readonly Agency[], code: string): string {
  const agency = agencies.find((row) => row.code === code);
  if (!agency) return code;
  return agency.parentCode === undefined ? agency.name : `${agencyInWords(agencies, agency.parentCode)} » ${agency.name}`;
}
