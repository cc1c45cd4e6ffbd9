import type { BenefitPayment } from '../benefits/benefit-payment.js';
import type { Sex } from '../cards/health-card.js';
import { addDays, monthIndex, monthOfIndex } from '../dates/calendar.js';
import { accidentsOf, type Benefit, pensionOf, shortTermOf, sickLeave, unemploymentOf, withdrawalOf } from './benefits-of-life.js';
import { careerOf, type Job, salaryIn } from './careers.js';
import type { Chance } from './chance.js';
import { cardsOf, coversOf, householdIn, type Standing } from './coverage.js';
import { type LifeRecord, newestFirst, YEARS_TOLD } from './life-record.js';
import { participationOf } from './participation-of-life.js';
import { passwordOf, type Person } from './people.js';
import { visitsOf } from './visits-of-life.js';

/** Exact numbers of rows: periods of BHXH, benefits, visits. */
export interface LifeSize {
  readonly participation?: number;
  readonly benefits?: number;
  readonly visits?: number;
}

/** Never earlier than the law lets anybody retire (Điều 169 Bộ luật Lao động 45/2019/QH14). */
const RETIREMENT_AGE: Readonly<Record<Sex, number>> = { male: 62, female: 60 };
/** The register begins with the fund. */
const REGISTER_SINCE = monthIndex('1995-01');

interface Adult {
  readonly person: Person;
  readonly births: readonly string[];
  readonly today: string;
  readonly size: LifeSize;
}

/** What the registers know of somebody of age. */
export function adultRecord(chance: Chance, { person, births, today, size }: Adult): LifeRecord {
  const { profile, sex } = person;
  const { birthDate } = profile;
  const thisMonth = monthIndex(today);
  const retired = monthIndex(birthDate) + 12 * RETIREMENT_AGE[sex] + 1;
  const begun = Math.max(monthIndex(birthDate) + 12 * 18 + chance.of('begun').whole(0, 60), REGISTER_SINCE);
  const to = Math.min(thisMonth, retired - 1);
  const jobs = careerOf(chance.of('career'), { from: begun, to, rows: size.participation });
  const idle = idleOf(jobs, begun, to);
  const unemployed = unemploymentOf(chance.of('unemployment'), jobs, idle);
  const months = Array.from({ length: to - begun + 1 }, (_, at) => salaryIn(jobs, begun + at)).filter((salary) => salary > 0).length;
  const pension = pensionOf(chance.of('pension'), { jobs, sex, months, retired, thisMonth });
  const household = householdIn(chance.of('household'), [...idle, { from: retired, to: thisMonth }], size.visits === undefined ? 0.6 : 1);
  const covers = coversOf(begun, thisMonth, (month): Standing | undefined => {
    const job = jobs.find(({ from, to }) => from <= month && month <= to);
    if (job) return job.state ? 'HC' : 'DN';
    if (unemployed.months.some(({ from, to }) => from <= month && month <= to)) return 'TN';
    if (pension.length > 0 && month >= retired) return 'HT';
    return household(month) ? 'GD' : undefined;
  });
  const cards = cardsOf(covers, { person, since: thisMonth - 12 * YEARS_TOLD, thisMonth });
  const visits = visitsOf(chance.of('visits'), {
    cards,
    birthDate,
    today,
    births: sex === 'female' && size.visits === undefined ? births : [],
    rows: size.visits,
  });
  const benefits = [
    ...pension,
    ...unemployed.payments,
    ...shortTermOf(chance.of('short-term'), { jobs, sex, births, visits, today }),
    ...accidentsOf(chance.of('accidents'), jobs, today),
    ...(pension.length === 0 ? withdrawalOf(chance.of('withdrawal'), jobs, months, today) : []),
  ];
  return {
    password: passwordOf(person),
    profile,
    cards: newestFirst(cards, ({ validFrom }) => validFrom),
    participation: participationOf({ jobs, covers, thisMonth }),
    benefits: numbered(size.benefits === undefined ? benefits : toSize(chance.of('leaves'), benefits, { rows: size.benefits, jobs, today })),
    visits,
  };
}

/** The months between jobs and after the last, in which nobody employed the person. */
function idleOf(jobs: readonly Job[], from: number, to: number): { from: number; to: number }[] {
  return coversOf(from, to, (month) => (jobs.some((job) => job.from <= month && month <= job.to) ? undefined : 'GD'));
}

/** Fills benefits up with sick leaves of a day, spread over the months worked, or leaves the oldest out. */
function toSize(chance: Chance, benefits: readonly Benefit[], { rows, jobs, today }: { rows: number; jobs: readonly Job[]; today: string }): Benefit[] {
  const filled = newestFirst(benefits, ({ from }) => from).slice(0, rows);
  const worked = jobs.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
  for (let at = 0; filled.length < rows && worked.length > 0; at++) {
    const month = worked[(at * 7919) % worked.length] ?? 0;
    filled.push(...sickLeave(chance, jobs, today, addDays(`${monthOfIndex(month)}-01`, chance.whole(0, 27)), 1));
  }
  return filled;
}

const numbered = (benefits: readonly Benefit[]): BenefitPayment[] =>
  newestFirst(benefits, ({ from }) => from).map((benefit, at) => ({ id: `benefit-${at}`, ...benefit }));
