import type { BenefitPayment, HealthCard, MedicalVisit, ParticipationPeriod, Profile } from '@bhxh-kit/domain';
import { generateLife } from '@bhxh-kit/domain/lives/life.js';
import { employeeBenefits, visitsOn } from './persona-histories.js';

/** A person of the sandbox, invented: everything an account of theirs can show, and how to sign in. */
export interface Persona {
  readonly password: string;
  readonly profile: Profile;
  readonly cards: readonly HealthCard[];
  readonly participation: readonly ParticipationPeriod[];
  /** The newest first, as the visits. */
  readonly benefits?: readonly BenefitPayment[];
  readonly visits?: readonly MedicalVisit[];
  /** Whose guardian they are: children with accounts of their own. */
  readonly children?: readonly Persona[];
}

const period = (id: string, from: string, to: string | undefined, employer: string, position: string, coefficient: number): ParticipationPeriod[] =>
  (['social', 'unemployment', 'accident', 'health'] as const).map((branch) => ({
    id: `${id}-${branch}`,
    branch,
    from,
    ...(to === undefined ? {} : { to }),
    employer,
    position,
    workplace: '12 Đường Mẫu, Phường Thử',
    currency: 'VND',
    salary: Math.round(coefficient * 1_490_000),
    coefficient,
  }));

/** An employee with an overlap, a gap and a period that still runs. */
const employee: Persona = {
  password: 'mat-khau-mau-1',
  profile: {
    bhxhNumber: '9999999901',
    personalId: '079299000001',
    fullName: 'Nguyễn Văn A',
    birthDate: '2099-02-01',
    identityNumber: '079299000001',
    mobilePhone: '0900000001',
    email: 'nguyen.van.a@example.vn',
    address: '12 Đường Mẫu, Phường Thử, TP. Mẫu',
    agencyCode: '079',
    agencyName: 'BHXH Tp. Hồ Chí Minh',
  },
  cards: [
    {
      number: 'DN4799999999901',
      holderName: 'Nguyễn Văn A',
      birthDate: '2099-02-01',
      sex: 'male',
      address: '12 Đường Mẫu, Phường Thử, TP. Mẫu',
      facilityCode: '79 - 000',
      facilityName: 'Bệnh viện Mẫu',
      validFrom: '2025-01-01',
      validTo: '2026-12-31',
      fiveYearsFrom: '2027-01-01',
      objectCode: 'DN',
      benefitLevel: '4',
      issuedOn: '2024-12-05',
      issuedAt: 'BHXH Tp. Hồ Chí Minh',
    },
  ],
  participation: [
    ...period('p4', '2023-02', undefined, 'Trường Đại học Mẫu', 'Chuyên viên', 3.66),
    ...period('p3', '2020-03', '2022-11', 'Công ty TNHH Thử Nghiệm', 'Nhân viên', 3.33),
    ...period('p2', '2018-06', '2020-05', 'Trung tâm Mẫu', 'Chuyên viên', 3),
    ...period('p1', '2014-09', '2018-05', 'Trung tâm Mẫu', 'Tập sự', 2.34),
  ],
};

/** A child of six with a card of its school. */
const child: Persona = {
  password: 'mat-khau-mau-4',
  profile: {
    bhxhNumber: '9999999934',
    fullName: 'Trần Thị Mẫu',
    birthDate: '2019-09-05',
    mobilePhone: '0900000033',
    address: '12 Đường Mẫu, Phường Thử, TP. Mẫu',
    agencyCode: '00101',
    agencyName: 'BHXH Quận Ba Đình',
  },
  cards: [
    {
      number: 'HS4019999999934',
      holderName: 'Trần Thị Mẫu',
      birthDate: '2019-09-05',
      sex: 'female',
      facilityCode: '01 - 000',
      facilityName: 'Trạm y tế Mẫu',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      objectCode: 'HS',
      benefitLevel: '4',
    },
  ],
  participation: [],
};

/** A parent who sees the data of a child. */
const guardian: Persona = {
  password: 'mat-khau-mau-3',
  profile: {
    bhxhNumber: '9999999933',
    personalId: '001399000033',
    fullName: 'Trần Thử Nghiệm',
    birthDate: '2099-04-30',
    identityNumber: '001399000033',
    mobilePhone: '0900000033',
    email: 'tran.thu.nghiem@example.vn',
    address: '12 Đường Mẫu, Phường Thử, TP. Mẫu',
    agencyCode: '00101',
    agencyName: 'BHXH Quận Ba Đình',
  },
  cards: [],
  participation: [],
  children: [child],
};

/** The personas every test gateway knows unless told otherwise: two told here for what they show, the others made up whole. */
export const personas: Readonly<Record<'employee' | 'guardian' | 'beginner' | 'mother' | 'pensioner', Persona>> = {
  employee: { ...employee, benefits: employeeBenefits, visits: visitsOn(employee.cards, '1985') },
  guardian,
  beginner: generateLife(1, { age: 23 }),
  mother: generateLife(2, { age: 38, sex: 'female', children: 2 }),
  pensioner: generateLife(4, { age: 66, sex: 'female', children: 1 }),
};
