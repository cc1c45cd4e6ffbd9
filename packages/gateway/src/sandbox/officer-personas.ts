/** A synthetic officer of the sandbox. */
export interface OfficerPersona {
  readonly id: string;
  /** What the officer is there to show. */
  readonly shows: string;
  readonly username: string;
  readonly password: string;
  readonly fullName: string;
  readonly agencyCode: string;
}

/** One at a district office and one at the provincial office above it: what each may see differs. */
export const OFFICER_PERSONAS: readonly OfficerPersona[] = [
  {
    id: '00000000-0000-4000-8000-000000000101',
    shows: 'Acts for BHXH Quận Đống Đa alone',
    username: 'canbo.dongda',
    password: 'Can-Bo-Mau-DongDa',
    fullName: 'Phạm Thử Cán',
    agencyCode: '00106',
  },
  {
    id: '00000000-0000-4000-8000-000000000102',
    shows: 'Acts for BHXH Tp. Hà Nội and every office below it',
    username: 'canbo.hanoi',
    password: 'Can-Bo-Mau-HaNoi',
    fullName: 'Vũ Mẫu Bộ',
    agencyCode: '001',
  },
];
