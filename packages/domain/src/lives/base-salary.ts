import { monthIndex } from '../dates/calendar.js';

/** Lương cơ sở (before 07/2013 lương tối thiểu chung) since the month, in đồng a month; the last two by NĐ 24/2023/NĐ-CP and NĐ 73/2024/NĐ-CP. */
const STEPS: readonly (readonly [month: string, amount: number])[] = [
  ['1993-04', 120_000],
  ['1997-01', 144_000],
  ['2000-01', 180_000],
  ['2001-01', 210_000],
  ['2003-01', 290_000],
  ['2005-10', 350_000],
  ['2006-10', 450_000],
  ['2008-01', 540_000],
  ['2009-05', 650_000],
  ['2010-05', 730_000],
  ['2011-05', 830_000],
  ['2012-05', 1_050_000],
  ['2013-07', 1_150_000],
  ['2016-05', 1_210_000],
  ['2017-07', 1_300_000],
  ['2018-07', 1_390_000],
  ['2019-07', 1_490_000],
  ['2023-07', 1_800_000],
  ['2024-07', 2_340_000],
];

const steps = STEPS.map(([month, amount]) => [monthIndex(month), amount] as const);

/** The base salary of a month, by its index: salaries of the state sector, ceilings and lump sums are counted in it. */
export function baseSalary(month: number): number {
  return steps.findLast(([since]) => since <= month)?.[1] ?? 120_000;
}
