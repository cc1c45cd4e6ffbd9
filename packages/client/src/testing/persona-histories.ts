import type { BenefitPayment, HealthCard, MedicalVisit } from '@bhxh-kit/domain';
import { chanceOf } from '@bhxh-kit/domain/lives/chance.js';
import { visitsOf } from '@bhxh-kit/domain/lives/visits-of-life.js';

/** Visits that fit a persona’s cards, told on the day the clock of a test gateway begins. */
export function visitsOn(cards: readonly HealthCard[], birthDate: string): readonly MedicalVisit[] {
  return visitsOf(chanceOf(cards[0]?.number ?? ''), { cards, birthDate, today: '2026-01-05', births: [] });
}

/** Each of the short tabs: two leaves, two months between jobs, an accident. */
export const employeeBenefits: readonly BenefitPayment[] = [
  {
    id: 'b4',
    kind: 'short-term',
    regime: 'Ốm đau',
    from: '2025-03-10',
    to: '2025-03-12',
    days: 3,
    amount: 511_256,
    employer: 'Trường Đại học Mẫu',
    agencyName: 'BHXH Tp. Hồ Chí Minh',
    paidOn: '2025-03-31',
  },
  {
    id: 'b3',
    kind: 'unemployment',
    regime: 'Trợ cấp thất nghiệp',
    from: '2022-12',
    to: '2023-01',
    amount: 2_977_020,
    per: 'month',
    employer: 'Công ty TNHH Thử Nghiệm',
    decision: '00012/QĐ-BHXH',
    agencyName: 'BHXH Tp. Hồ Chí Minh',
  },
  {
    id: 'b2',
    kind: 'one-off',
    regime: 'Trợ cấp tai nạn lao động một lần (suy giảm 7%)',
    from: '2021-06-02',
    amount: 8_940_000,
    employer: 'Công ty TNHH Thử Nghiệm',
    decision: '00007/QĐ-BHXH',
    agencyName: 'BHXH Tp. Hồ Chí Minh',
    paidOn: '2021-08-20',
  },
  {
    id: 'b1',
    kind: 'short-term',
    regime: 'Nghỉ việc khi vợ sinh con',
    from: '2019-05-15',
    to: '2019-05-19',
    days: 5,
    amount: 931_250,
    employer: 'Trung tâm Mẫu',
    agencyName: 'BHXH Tp. Hồ Chí Minh',
    paidOn: '2019-06-05',
  },
];
