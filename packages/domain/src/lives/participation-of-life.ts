import { monthIndex, monthOfIndex } from '../dates/calendar.js';
import type { InsuranceBranch, ParticipationPeriod } from '../participation/participation-period.js';
import type { Job } from './careers.js';
import type { Cover, Standing } from './coverage.js';

/** Since when a branch has been paid for: the fund of 1995, Luật BHXH 2006 for BHTN, Luật An toàn, vệ sinh lao động 2015 for BHTNLĐ-BNN as a fund of its own. */
const SINCE: Readonly<Record<InsuranceBranch, number>> = {
  social: monthIndex('1995-01'),
  unemployment: monthIndex('2009-01'),
  accident: monthIndex('2016-07'),
  health: monthIndex('1995-01'),
};

/** How the register calls those whom no employer insures. */
const INSURED_BY: Readonly<Partial<Record<Standing, string>>> = {
  TN: 'Hưởng trợ cấp thất nghiệp',
  GD: 'Tham gia BHYT hộ gia đình',
  HT: 'Người hưởng lương hưu',
  TE: 'Trẻ em dưới 6 tuổi',
  HS: 'Trường Tiểu học Mẫu',
};

interface Telling {
  readonly jobs: readonly Job[];
  readonly covers: readonly Cover[];
  readonly thisMonth: number;
}

/** Quá trình tham gia: each spell of each job in each branch that there was, and what else gave BHYT; the newest first. What reaches this month still runs. */
export function participationOf({ jobs, covers, thisMonth }: Telling): ParticipationPeriod[] {
  const rows: ParticipationPeriod[] = [];
  const add = (branch: InsuranceBranch, { from, to }: { readonly from: number; readonly to: number }, rest: Partial<ParticipationPeriod>): void => {
    if (to < SINCE[branch]) return;
    const row: ParticipationPeriod = { id: '', branch, from: monthOfIndex(Math.max(from, SINCE[branch])) };
    if (to < thisMonth) row.to = monthOfIndex(to);
    rows.push(Object.assign(row, rest));
  };
  for (const { employer, workplace, spells } of jobs)
    for (const spell of spells) {
      const { position, salary, coefficient } = spell;
      const paid = { employer, position, workplace, currency: 'VND', salary, ...(coefficient !== undefined && { coefficient }) };
      for (const branch of ['social', 'unemployment', 'accident', 'health'] as const) add(branch, spell, paid);
    }
  for (const cover of covers) {
    const employer = INSURED_BY[cover.standing];
    if (employer !== undefined) add('health', cover, { employer });
  }
  rows.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
  for (const [at, row] of rows.entries()) row.id = `period-${at}`;
  return rows;
}
