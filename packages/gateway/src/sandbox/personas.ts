import type { BenefitPayment, HealthCard, MedicalVisit, ParticipationPeriod, Profile } from '@bhxh-kit/domain';
import type { Unnumbered } from '@bhxh-kit/domain/lives/life-record.js';
import { BENEFITS_OF_A, retiredOn, visitsOn } from './persona-histories.js';

/** A period before it has an id. */
type Period = Pick<ParticipationPeriod, 'branch' | 'from' | 'to' | 'employer' | 'position' | 'workplace' | 'currency' | 'salary' | 'coefficient'>;

/** A synthetic person of the sandbox. */
export interface Persona {
  readonly id: string;
  /** What the persona is there to show. */
  readonly shows: string;
  readonly password: string;
  readonly profile: Profile;
  readonly cards: readonly HealthCard[];
  readonly participation: readonly Period[];
  readonly benefits?: readonly Unnumbered<BenefitPayment>[];
  readonly visits?: readonly Unnumbered<MedicalVisit>[];
  /** Of a child: the persona who is its guardian. */
  readonly guardian?: string;
}

/** Names in the QR code of a card, as QĐ 1313/2014 has them. */
const hex = (text: string): string => Buffer.from(text).toString('hex');

const HOSPITAL = { facilityCode: '79 - 000', facilityName: 'Bệnh viện Mẫu (thử nghiệm)' };

/** Those told here in full; their visits are made up to fit their cards. Serials begin 9999999, personal IDs carry the birth year 2099, phones are 0900 000 00x: nobody real has any of them. */
const toldIn = (year: number): readonly Persona[] => [
  {
    id: '00000000-0000-4000-8000-000000000001',
    shows: 'A valid card; two employers at once (an overlap counted once), a gap of eight months, a period that still runs; benefits, and visits of two years',
    password: 'Mau-ThuNghiem-1',
    profile: {
      bhxhNumber: '9999999001',
      personalId: '079299000001',
      identityNumber: '079299000001',
      fullName: 'Nguyễn Văn A',
      birthDate: '1985-02-28',
      mobilePhone: '0900000001',
      email: 'nguyenvana@example.vn',
      address: 'Số 1, đường Mẫu, Phường Bến Nghé, Thành phố Hồ Chí Minh',
      agencyCode: '079',
      agencyName: 'BHXH Tp. Hồ Chí Minh',
    },
    cards: [
      {
        number: 'DN4799999999001',
        holderName: 'Nguyễn Văn A',
        birthDate: '1985-02-28',
        sex: 'male',
        address: 'Số 1, đường Mẫu, Phường Bến Nghé, Thành phố Hồ Chí Minh',
        ...HOSPITAL,
        ...wholeYear(year),
        fiveYearsFrom: '2022-06-01',
        objectCode: 'DN',
        benefitLevel: '4',
        issuedOn: `${year - 1}-12-15`,
        issuedAt: 'BHXH Tp. Hồ Chí Minh',
        qrText: `DN4799999999001|${hex('Nguyễn Văn A')}|28/02/1985|1|${hex('Số 1, đường Mẫu')}|79 - 000|01/01/${year}|31/12/${year}|15/12/${year - 1}|79009999999001|-|4|01/06/2022|0123456789abcdef-7102|$`,
      },
      {
        number: 'DN4799999999001',
        holderName: 'Nguyễn Văn A',
        birthDate: '1985-02-28',
        sex: 'male',
        ...HOSPITAL,
        ...wholeYear(year - 1),
        objectCode: 'DN',
        benefitLevel: '4',
      },
    ],
    participation: [
      work('social', '2012-03', '2016-12', 'Công ty TNHH Mẫu Một', 'Nhân viên', 3_940_000, 2.34),
      work('social', '2016-10', '2019-04', 'Công ty Cổ phần Thử Nghiệm', 'Chuyên viên', 5_453_400, 3.0),
      work('social', '2020-01', undefined, 'Trường Đại học Mẫu', 'Giảng viên', 9_850_000, 3.66),
      work('unemployment', '2012-03', '2019-04', 'Công ty TNHH Mẫu Một', 'Nhân viên', 3_940_000),
      work('unemployment', '2020-01', undefined, 'Trường Đại học Mẫu', 'Giảng viên', 9_850_000),
      work('accident', '2016-07', '2019-04', 'Công ty Cổ phần Thử Nghiệm', 'Chuyên viên', 5_453_400),
      work('accident', '2020-01', undefined, 'Trường Đại học Mẫu', 'Giảng viên', 9_850_000),
      work('health', '2012-03', '2019-04', 'Công ty TNHH Mẫu Một', 'Nhân viên', 3_940_000),
      work('health', '2019-05', '2019-12', 'Tham gia BHYT hộ gia đình', undefined, undefined),
      work('health', '2020-01', undefined, 'Trường Đại học Mẫu', 'Giảng viên', 9_850_000),
    ],
  },
  {
    id: '00000000-0000-4000-8000-000000000002',
    shows: 'An expired card and one that begins next year; a history that ended; the guardian of a child, and may register another',
    password: 'Mau-ThuNghiem-2',
    profile: {
      bhxhNumber: '9999999002',
      personalId: '001399000002',
      identityNumber: '001399000002',
      fullName: 'Lê Thị Mẫu',
      birthDate: '1990-07',
      mobilePhone: '0900000002',
      email: 'lethimau@example.vn',
      address: 'Tổ 2, Phường Ba Đình, Thành phố Hà Nội',
      agencyCode: '001',
      agencyName: 'BHXH Tp. Hà Nội',
    },
    cards: [
      {
        number: 'GD4019999999002',
        holderName: 'Lê Thị Mẫu',
        birthDate: '1990-07',
        sex: 'female',
        facilityCode: '01 - 000',
        facilityName: 'Trung tâm Y tế Mẫu (thử nghiệm)',
        ...wholeYear(year + 1),
        objectCode: 'GD',
        benefitLevel: '4',
      },
      {
        number: 'HN2019999999002',
        holderName: 'Lê Thị Mẫu',
        birthDate: '1990-07',
        sex: 'female',
        facilityCode: '01 - 000',
        facilityName: 'Trung tâm Y tế Mẫu (thử nghiệm)',
        ...wholeYear(year - 1),
        objectCode: 'HN',
        benefitLevel: '2',
        livingArea: 'K1',
      },
    ],
    participation: [
      work('social', '2014-09', '2018-05', 'Trường Mầm non Thử Nghiệm', 'Giáo viên', 4_210_000, 2.1),
      work('unemployment', '2014-09', '2018-05', 'Trường Mầm non Thử Nghiệm', 'Giáo viên', 4_210_000),
      work('health', '2014-09', '2018-05', 'Trường Mầm non Thử Nghiệm', 'Giáo viên', 4_210_000),
      work('health', `${year - 1}-01`, `${year - 1}-12`, 'Ủy ban nhân dân Phường Mẫu', undefined, undefined),
    ],
  },
  {
    id: '00000000-0000-4000-8000-000000000003',
    shows: 'No card and no history yet',
    password: 'Mau-ThuNghiem-3',
    profile: {
      bhxhNumber: '9999999003',
      fullName: 'Trần Thử Nghiệm',
      birthDate: '2005',
      mobilePhone: '0900000003',
      agencyCode: '001',
      agencyName: 'BHXH Tp. Hà Nội',
    },
    cards: [],
    participation: [],
  },
  {
    id: '00000000-0000-4000-8000-000000000004',
    shows: 'A child of Lê Thị Mẫu with a card of children under six years and one of a school; its own account, which the guardian sees too',
    password: 'Mau-ThuNghiem-4',
    guardian: '00000000-0000-4000-8000-000000000002',
    profile: {
      bhxhNumber: '9999999004',
      fullName: 'Trần Thị Mẫu',
      birthDate: '2018-09-05',
      mobilePhone: '0900000002',
      email: 'lethimau@example.vn',
      address: 'Tổ 2, Phường Ba Đình, Thành phố Hà Nội',
      agencyCode: '001',
      agencyName: 'BHXH Tp. Hà Nội',
    },
    cards: [
      {
        number: 'HS4019999999004',
        holderName: 'Trần Thị Mẫu',
        birthDate: '2018-09-05',
        sex: 'female',
        facilityCode: '01 - 000',
        facilityName: 'Trung tâm Y tế Mẫu (thử nghiệm)',
        ...wholeYear(year),
        objectCode: 'HS',
        benefitLevel: '4',
      },
      {
        number: 'TE1019999999004',
        holderName: 'Trần Thị Mẫu',
        birthDate: '2018-09-05',
        sex: 'female',
        facilityCode: '01 - 000',
        facilityName: 'Trung tâm Y tế Mẫu (thử nghiệm)',
        validFrom: '2018-09-05',
        validTo: '2024-09-30',
        objectCode: 'TE',
        benefitLevel: '1',
      },
    ],
    participation: [work('health', '2025-01', undefined, 'Trường Tiểu học Mẫu', undefined, undefined)],
  },
];

/** The personas as a sandbox has them that begins on this day: their cards are of its year, so that each stays what it is there to show. */
export function personasOn(day: string): readonly Persona[] {
  return [
    ...toldIn(Number(day.slice(0, 4))).map(
      (persona, at): Persona => ({
        ...persona,
        ...(at === 0 && { benefits: BENEFITS_OF_A }),
        visits: visitsOn(day, persona.cards, persona.profile.birthDate ?? ''),
      }),
    ),
    retiredOn(day),
  ];
}

/** Who the personas are, and what they have in November 2026. */
export const PERSONAS = personasOn('2026-11-01');

/** How long a card of a year is valid. */
function wholeYear(year: number): Pick<HealthCard, 'validFrom' | 'validTo'> {
  return { validFrom: `${year}-01-01`, validTo: `${year}-12-31` };
}

function work(
  branch: ParticipationPeriod['branch'],
  from: string,
  to: string | undefined,
  employer: string,
  position: string | undefined,
  salary: number | undefined,
  coefficient?: number,
): Period {
  return {
    branch,
    from,
    ...(to && { to }),
    employer,
    ...(position && { position, workplace: 'Thành phố Hồ Chí Minh' }),
    ...(salary && { currency: 'VND', salary }),
    ...(coefficient && { coefficient }),
  };
}
