import { addDays, addMonths, daysBetween, monthIndex, monthOfIndex } from '../dates/calendar.js';
import type { BenefitPayment } from '../benefits/benefit-payment.js';
import type { Sex } from '../cards/health-card.js';
import type { MedicalVisit } from '../visits/visit.js';
import { baseSalary } from './base-salary.js';
import { type Job, meanSalary, salaryIn } from './careers.js';
import type { Chance } from './chance.js';
import type { Unnumbered } from './life-record.js';

/** A benefit before it has an id. */
export type Benefit = Unnumbered<BenefitPayment>;

interface Months {
  readonly from: number;
  readonly to: number;
}

const AGENCY = 'BHXH Tp. Hồ Chí Minh';
const decision = (chance: Chance): string => `${String(chance.whole(1, 99_999)).padStart(5, '0')}/QĐ-BHXH`;
const jobIn = (jobs: readonly Job[], month: number): Job | undefined => jobs.find(({ from, to }) => from <= month && month <= to);

/** BHTN has been paid for since 2009 and out since 2010 (Luật BHXH 71/2006/QH11). */
const UNEMPLOYMENT_SINCE = monthIndex('2009-01');
const UNEMPLOYMENT_PAID_SINCE = monthIndex('2010-01');
/** Điều 49, 50 Luật Việc làm 38/2013/QH13: a year of the last two; 60 % of the mean of six months, up to five base salaries; three months for the first three years, one for each year more, twelve at most. */
export function unemploymentOf(chance: Chance, jobs: readonly Job[], idle: readonly Months[]): { readonly payments: Benefit[]; readonly months: Months[] } {
  const payments: Benefit[] = [];
  const months: Months[] = [];
  let usedUpTo = UNEMPLOYMENT_SINCE - 1;
  const paidIn = (from: number, to: number): number => {
    let count = 0;
    for (let month = Math.max(from, UNEMPLOYMENT_SINCE); month <= to; month++) if (salaryIn(jobs, month) > 0) count++;
    return count;
  };
  for (const { from, to } of idle) {
    const last = from - 1;
    if (from < UNEMPLOYMENT_PAID_SINCE || paidIn(Math.max(last - 23, usedUpTo + 1), last) < 12) continue;
    const paid = paidIn(usedUpTo + 1, last);
    const entitled = Math.min(12, 3 + Math.max(0, Math.floor((paid - 36) / 12)));
    const end = Math.min(to, last + entitled);
    const amount = Math.min(Math.round(meanSalary(jobs, last, 6) * 0.6), 5 * baseSalary(last));
    const employer = jobs.findLast((job) => job.to === last)?.employer;
    payments.push({
      kind: 'unemployment',
      regime: 'Trợ cấp thất nghiệp',
      from: monthOfIndex(from),
      to: monthOfIndex(end),
      amount,
      per: 'month',
      ...(employer !== undefined && { employer }),
      decision: decision(chance),
      agencyName: AGENCY,
    });
    months.push({ from, to: end });
    usedUpTo = last;
  }
  return { payments, months };
}

interface ShortTerm {
  readonly jobs: readonly Job[];
  readonly sex: Sex;
  /** Birth days of the children. */
  readonly births: readonly string[];
  readonly visits: readonly MedicalVisit[];
  readonly today: string;
}

const paidDay = (chance: Chance, end: string): string => addDays(end, chance.whole(7, 25));

/** One payment of the short-term fund for days away from a job; none where nobody worked in that month, or where it is not over yet. */
function shortTerm(
  chance: Chance,
  jobs: readonly Job[],
  today: string,
  of: { regime: string; from: string; days: number; to?: string; amount: (salary: number, job: Job) => number },
): Benefit[] {
  const month = monthIndex(of.from);
  const job = jobIn(jobs, month);
  const to = of.to ?? addDays(of.from, of.days - 1);
  const paidOn = paidDay(chance, to);
  if (!job || paidOn > today) return [];
  const amount = Math.round(of.amount(salaryIn([job], month), job));
  return [{ kind: 'short-term', regime: of.regime, from: of.from, to, amount, days: of.days, employer: job.employer, agencyName: AGENCY, paidOn }];
}

/** Ốm đau: three quarters of the salary of a working day (Điều 28 Luật BHXH 58/2014/QH13). */
export function sickLeave(chance: Chance, jobs: readonly Job[], today: string, from: string, days: number): Benefit[] {
  return shortTerm(chance, jobs, today, { regime: 'Ốm đau', from, days, amount: (salary) => (salary / 24) * 0.75 * days });
}

/** Fathers have been given days since Luật BHXH 58/2014/QH13 is in force. */
const FATHERS_SINCE = '2016-01-01';

/** A birth (Điều 31–39): a mother who paid six of the twelve months before is away for six months, before May 2013 four; a father for five days. */
function birthBenefits(chance: Chance, born: string, { jobs, sex, today }: ShortTerm): Benefit[] {
  const month = monthIndex(born);
  if (sex === 'male' && born < FATHERS_SINCE) return [];
  if (sex === 'male')
    return shortTerm(chance, jobs, today, { regime: 'Nghỉ việc khi vợ sinh con', from: born, days: 5, amount: (salary) => (salary / 24) * 5 });
  const paid = Array.from({ length: 12 }, (_, back) => salaryIn(jobs, month - 1 - back)).filter((salary) => salary > 0).length;
  if (paid < 6) return [];
  const months = born >= '2013-05-01' ? 6 : 4;
  const to = addDays(addMonths(born, months), -1);
  const amount = () => meanSalary(jobs, month - 1, 6) * months + 2 * baseSalary(month);
  const leave = shortTerm(chance, jobs, today, { regime: 'Sinh con', from: born, to, days: daysBetween(born, to) + 1, amount });
  const recovery = { regime: 'Dưỡng sức, phục hồi sức khỏe sau thai sản', from: addDays(to, 3), days: 5, amount: () => baseSalary(month + months) * 0.3 * 5 };
  return leave.length > 0 && chance.happens(0.5) ? [...leave, ...shortTerm(chance, jobs, today, recovery)] : leave;
}

/** ÔĐTS: births, and every stay in hospital while somebody worked. */
export function shortTermOf(chance: Chance, life: ShortTerm): Benefit[] {
  const { jobs, sex, births, visits, today } = life;
  const onMaternityLeave = (day: string): boolean => sex === 'female' && births.some((born) => born <= day && day < addMonths(born, 7));
  const stays = visits.filter(({ admittedOn, dischargedOn }) => dischargedOn && dischargedOn > admittedOn && !onMaternityLeave(admittedOn));
  return [
    ...births.flatMap((born) => birthBenefits(chance.of(`birth ${born}`), born, life)),
    ...stays.flatMap(({ admittedOn, dischargedOn = admittedOn }) => sickLeave(chance, jobs, today, admittedOn, daysBetween(admittedOn, dischargedOn) + 1)),
  ];
}

/** Một lần: now and then a work accident (Điều 48 Luật An toàn, vệ sinh lao động 84/2015/QH13: five base salaries for 5 %, half of one for each per cent more). */
export function accidentsOf(chance: Chance, jobs: readonly Job[], today: string): Benefit[] {
  return jobs.flatMap((job, at) => {
    const own = chance.of(`job ${at}`);
    const from = Math.max(job.from, monthIndex('2016-07'));
    if (from > job.to || !own.happens(0.15)) return [];
    const day = addDays(`${monthOfIndex(own.whole(from, job.to))}-01`, own.whole(0, 27));
    const paidOn = addDays(day, own.whole(60, 120));
    if (paidOn > today) return [];
    const loss = own.whole(5, 30);
    const amount = Math.round((5 + (loss - 5) / 2) * baseSalary(monthIndex(day)));
    const regime = `Trợ cấp tai nạn lao động một lần (suy giảm ${loss}%)`;
    return [{ kind: 'one-off', regime, from: day, amount, employer: job.employer, decision: decision(own), agencyName: AGENCY, paidOn }];
  });
}

/** BHXH một lần: a year after the last job, of somebody who does not work again before they are of age (Điều 60 Luật BHXH 58/2014/QH13: two months’ mean for each year). */
export function withdrawalOf(chance: Chance, jobs: readonly Job[], months: number, today: string): Benefit[] {
  if (jobs.length === 0 || months >= 240) return [];
  const last = Math.max(...jobs.map(({ to }) => to));
  const day = `${monthOfIndex(last + 14)}-15`;
  if (day > today || !chance.happens(0.6)) return [];
  const amount = Math.round((meanSalary(jobs, last, 600) * 2 * months) / 12);
  return [{ kind: 'one-off', regime: 'BHXH một lần', from: day, amount, decision: decision(chance), agencyName: AGENCY, paidOn: addDays(day, 10) }];
}

/** Rises of every pension since the month, in per cent: NĐ 108/2021, NĐ 42/2023, NĐ 75/2024. */
const PENSION_RISES = [
  [monthIndex('2022-01'), 7.4],
  [monthIndex('2023-07'), 12.5],
  [monthIndex('2024-07'), 15],
] as const;

/** Hàng tháng: the pension, one row for each amount, the last still running. 45 % of the mean of the last years and 2 % for each year beyond the first, 75 % at most (Điều 56). */
export function pensionOf(chance: Chance, life: { jobs: readonly Job[]; sex: Sex; months: number; retired: number; thisMonth: number }): Benefit[] {
  const { jobs, sex, months, retired, thisMonth } = life;
  const years = Math.floor(months / 12);
  if (years < 20 || retired > thisMonth) return [];
  const rate = Math.min(75, 45 + 2 * (years - (sex === 'male' ? 20 : 15)));
  const number = decision(chance);
  const last = Math.max(...jobs.map(({ to }) => to));
  let amount = Math.round((meanSalary(jobs, last, 60) * rate) / 100);
  const rises = PENSION_RISES.filter(([since]) => since > retired && since <= thisMonth);
  return [[retired, 0] as const, ...rises].map(([since, rise], at, all) => {
    amount = Math.round(amount * (1 + rise / 100));
    const next = all[at + 1];
    return {
      kind: 'monthly',
      regime: 'Lương hưu',
      from: monthOfIndex(since),
      ...(next && { to: monthOfIndex(next[0] - 1) }),
      amount,
      per: 'month',
      decision: number,
      agencyName: AGENCY,
    };
  });
}
