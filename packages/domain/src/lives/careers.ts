import type { Chance } from './chance.js';
import { baseSalary } from './base-salary.js';

/** Months of one job paid alike; months are indexes, both ends included. */
export interface Spell {
  readonly from: number;
  readonly to: number;
  readonly position: string;
  readonly salary: number;
  readonly coefficient?: number;
}

/** A job of a synthetic life. */
export interface Job {
  readonly employer: string;
  readonly workplace: string;
  /** Paid by coefficient and base salary. */
  readonly state: boolean;
  readonly from: number;
  readonly to: number;
  readonly spells: readonly Spell[];
}

interface Working {
  readonly from: number;
  /** The last month that can be worked in. */
  readonly to: number;
  /** So many spells in all; without it as many as salaries change. */
  readonly rows?: number | undefined;
}

const COMPANIES = ['Công ty TNHH Mẫu Một', 'Công ty Cổ phần Thử Nghiệm', 'Công ty TNHH Mẫu Hai', 'Xí nghiệp May Thử', 'Hợp tác xã Mẫu'] as const;
const OFFICES = ['Trường Đại học Mẫu', 'Trung tâm Công nghệ Thử Nghiệm', 'Bệnh viện Mẫu', 'Trường Mầm non Thử Nghiệm'] as const;
const COMPANY_POSITIONS = ['Nhân viên', 'Nhân viên chính', 'Tổ trưởng', 'Trưởng phòng'] as const;
const OFFICE_POSITIONS = ['Tập sự', 'Chuyên viên', 'Chuyên viên chính', 'Phó trưởng phòng'] as const;
/** Coefficients at the start and their rise: intermediate, college, university (NĐ 204/2004/NĐ-CP). */
const GRADES: readonly [readonly [number, number], ...(readonly [number, number])[]] = [
  [1.86, 0.2],
  [2.1, 0.31],
  [2.34, 0.33],
];
/** Salaries are declared up to so many base salaries (Luật BHXH 58/2014/QH13, Điều 89). */
const CEILING = 20;

interface Place {
  readonly employer: string;
  readonly workplace: string;
  readonly state: boolean;
  /** Of a company: base salaries at the start, and the rise a year. */
  readonly factor: number;
  readonly rise: number;
  /** Of an office: the coefficient at the start, and the rise every three years. */
  readonly coefficient: number;
  readonly step: number;
}

function placeOf(chance: Chance, at: number): Place {
  const state = chance.happens(0.35);
  const [coefficient, step] = chance.pick(GRADES);
  return {
    employer: chance.pick(state ? OFFICES : COMPANIES),
    workplace: `Số ${at + 1}, đường Mẫu, Phường Thử`,
    state,
    factor: chance.whole(30, 70) / 10,
    rise: chance.whole(3, 8) / 100,
    coefficient,
    step,
  };
}

/** What a place pays in a month. It never falls: a company's grows each January, an office's with the coefficient and the base salary. */
function pay(place: Place, since: number, month: number): Omit<Spell, 'from' | 'to'> {
  const rank = (positions: readonly string[]): string => positions[Math.min(positions.length - 1, Math.floor((month - since) / 48))] ?? '';
  if (place.state) {
    const coefficient = Math.round((place.coefficient + place.step * Math.floor((month - since) / 36)) * 100) / 100;
    return { position: rank(OFFICE_POSITIONS), coefficient, salary: Math.round(coefficient * baseSalary(month)) };
  }
  const years = Math.floor(month / 12) - Math.floor(since / 12);
  const salary = Math.round((baseSalary(since) * place.factor * (1 + place.rise) ** years) / 1000) * 1000;
  return { position: rank(COMPANY_POSITIONS), salary: Math.min(salary, CEILING * baseSalary(month)) };
}

/** Splits a job where what it pays changes, or into so many spells of about one length. */
function spellsOf(place: Place, from: number, to: number, count?: number): Spell[] {
  const starts: number[] = [];
  const months = to - from + 1;
  if (count !== undefined) for (let at = 0; at < count; at++) starts.push(from + Math.floor((at * months) / count));
  else
    for (let month = from; month <= to; month++) {
      const before = pay(place, from, month - 1);
      const now = pay(place, from, month);
      if (month === from || now.salary !== before.salary || now.position !== before.position) starts.push(month);
    }
  return starts.map((start, at) => ({ from: start, to: (starts[at + 1] ?? to + 1) - 1, ...pay(place, from, start) }));
}

/** Jobs one after another, some overlapping, some after a gap; now and then nobody works again. */
function spansOf(chance: Chance, { from, to, rows }: Working): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (let start = from; start <= to; ) {
    if (rows !== undefined && to - start < 12) break;
    const end = Math.min(to, start + chance.whole(14, 84));
    spans.push({ from: start, to: end });
    if (rows === undefined && end < to && chance.happens(0.06)) break;
    const next = chance.happens(0.18) ? -chance.whole(1, 4) : chance.happens(0.45) ? chance.whole(2, 16) : 0;
    start = end + 1 + next;
  }
  if (rows === undefined) return spans;
  // So many rows do not fit in months that pass once: somebody works for several employers at a time. The half more leaves each spell a month at least.
  const length = to - from + 1;
  for (let months = spans.reduce((sum, span) => sum + span.to - span.from + 1, 0); months < rows * 1.5; months += length) spans.push({ from, to });
  return spans.slice(-rows);
}

/** The jobs of a synthetic life in the order they began. */
export function careerOf(chance: Chance, working: Working): Job[] {
  if (working.to < working.from || working.rows === 0) return [];
  const spans = spansOf(chance.of('spans'), working).sort((a, b) => a.from - b.from);
  const total = spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  let months = 0;
  let given = 0;
  return spans.map(({ from, to }, at) => {
    const place = placeOf(chance.of(`place ${at}`), at);
    months += to - from + 1;
    const share = working.rows === undefined ? undefined : Math.max(1, Math.round((working.rows - spans.length) * (months / total)) + at + 1 - given);
    given += share ?? 0;
    return { employer: place.employer, workplace: place.workplace, state: place.state, from, to, spells: spellsOf(place, from, to, share) };
  });
}

/** What was declared for a month, all jobs together; 0 where nobody worked. */
export function salaryIn(jobs: readonly Job[], month: number): number {
  return jobs
    .filter(({ from, to }) => from <= month && month <= to)
    .reduce((sum, { spells }) => sum + (spells.find((spell) => spell.from <= month && month <= spell.to)?.salary ?? 0), 0);
}

/** The mean of the salaries of so many months up to one, of those in which somebody worked, in whole đồng. */
export function meanSalary(jobs: readonly Job[], upTo: number, months: number): number {
  const salaries = Array.from({ length: months }, (_, back) => salaryIn(jobs, upTo - back)).filter((salary) => salary > 0);
  return salaries.length === 0 ? 0 : Math.round(salaries.reduce((sum, salary) => sum + salary, 0) / salaries.length);
}
