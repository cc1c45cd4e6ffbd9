import type { BenefitPayment, HealthCard, MedicalVisit } from '@bhxh-kit/domain';
import { chanceOf } from '@bhxh-kit/domain/lives/chance.js';
import { generateLife } from '@bhxh-kit/domain/lives/life.js';
import type { Unnumbered } from '@bhxh-kit/domain/lives/life-record.js';
import { visitsOf } from '@bhxh-kit/domain/lives/visits-of-life.js';
import type { Persona } from './personas.js';

/** The day the histories are told on: none later than the first of November, so that they stay the same to the end of a year. */
const toldOn = (day: string): string => (day.slice(5) < '11-01' ? day : `${day.slice(0, 4)}-11-01`);

/** Rows without the numbers they have in a life. */
function unnumbered<Row extends { readonly id: string }>(rows: readonly Row[]): Unnumbered<Row>[] {
  return rows.map(({ id: _, ...row }) => row as unknown as Unnumbered<Row>);
}

/** Visits that fit the cards of a persona. */
export function visitsOn(day: string, cards: readonly HealthCard[], birthDate: string): readonly Unnumbered<MedicalVisit>[] {
  return unnumbered(visitsOf(chanceOf(cards[0]?.number ?? ''), { cards, birthDate, today: toldOn(day), births: [] }));
}

/** A benefit of each tab, for the jobs of Nguyễn Văn A. */
export const BENEFITS_OF_A: readonly Unnumbered<BenefitPayment>[] = [
  {
    kind: 'short-term',
    regime: 'Nghỉ việc khi vợ sinh con',
    from: '2018-05-15',
    to: '2018-05-19',
    days: 5,
    amount: 1_136_125,
    employer: 'Công ty Cổ phần Thử Nghiệm',
    agencyName: 'BHXH Tp. Hồ Chí Minh',
    paidOn: '2018-06-05',
  },
  {
    kind: 'one-off',
    regime: 'Trợ cấp tai nạn lao động một lần (suy giảm 7%)',
    from: '2018-09-12',
    amount: 8_340_000,
    employer: 'Công ty Cổ phần Thử Nghiệm',
    decision: '00007/QĐ-BHXH',
    agencyName: 'BHXH Tp. Hồ Chí Minh',
    paidOn: '2018-12-03',
  },
  {
    kind: 'unemployment',
    regime: 'Trợ cấp thất nghiệp',
    from: '2019-05',
    to: '2019-11',
    amount: 3_272_040,
    per: 'month',
    employer: 'Công ty Cổ phần Thử Nghiệm',
    decision: '00012/QĐ-BHXH',
    agencyName: 'BHXH Tp. Hồ Chí Minh',
  },
  {
    kind: 'short-term',
    regime: 'Ốm đau',
    from: '2025-03-10',
    to: '2025-03-12',
    days: 3,
    amount: 923_438,
    employer: 'Trường Đại học Mẫu',
    agencyName: 'BHXH Tp. Hồ Chí Minh',
    paidOn: '2025-03-31',
  },
];

/** Somebody with a long life behind them: many periods, a pension with its rises, ten years of visits. */
export function retiredOn(day: string): Persona {
  const life = generateLife(4, { today: toldOn(day), age: 64, sex: 'female' });
  return {
    id: '00000000-0000-4000-8000-000000000005',
    shows: 'A whole working life: periods with rises, gaps and overlaps, a pension with its rises, ten years of cards and visits',
    password: life.password,
    profile: life.profile,
    cards: life.cards,
    participation: unnumbered(life.participation),
    benefits: unnumbered(life.benefits),
    visits: unnumbered(life.visits),
  };
}
