import type { MedicalVisit } from './visit.js';

/** What visits cost together, in đồng, and who paid it. */
export interface VisitSums {
  readonly visits: number;
  readonly totalCost: number;
  readonly paidByInsurance: number;
  readonly paidByPatient: number;
  readonly paidByOthers: number;
}

/** The visits of one year (H3), the newest first, with what they cost. */
export interface VisitYear {
  readonly year: number;
  readonly visits: readonly MedicalVisit[];
  readonly sums: VisitSums;
}

type Costs = Pick<MedicalVisit, 'totalCost' | 'paidByInsurance' | 'paidByPatient' | 'paidByOthers'>;

/** In hundredths of a đồng, because tenths cannot be added in binary without a rest. */
export const hundredths = (money: number): number => Math.round(money * 100);

/** Adds up what visits or their lines cost. */
export function visitSums(rows: readonly Costs[]): VisitSums {
  const sum = (of: (row: Costs) => number): number => rows.reduce((total, row) => total + hundredths(of(row)), 0) / 100;
  return {
    visits: rows.length,
    totalCost: sum((row) => row.totalCost),
    paidByInsurance: sum((row) => row.paidByInsurance),
    paidByPatient: sum((row) => row.paidByPatient),
    paidByOthers: sum((row) => row.paidByOthers ?? 0),
  };
}

/** A visit belongs to the year it began in, because that is known while the patient is still in. */
export function yearOfVisit({ admittedOn }: Pick<MedicalVisit, 'admittedOn'>): number {
  return Number(admittedOn.slice(0, 4));
}

const moment = ({ admittedOn, admittedTime = '' }: MedicalVisit): string => `${admittedOn} ${admittedTime}`;

/** The medical book (sổ khám chữa bệnh): years and the visits in each, the newest first. The order of the rows does not matter. */
export function visitsByYear(visits: readonly MedicalVisit[]): readonly VisitYear[] {
  const newestFirst = [...visits].sort((a, b) => (moment(a) < moment(b) ? 1 : moment(a) > moment(b) ? -1 : 0));
  const years = new Map<number, MedicalVisit[]>();
  for (const visit of newestFirst) {
    const ofYear = years.get(yearOfVisit(visit));
    if (ofYear) ofYear.push(visit);
    else years.set(yearOfVisit(visit), [visit]);
  }
  return [...years].map(([year, rows]) => ({ year, visits: rows, sums: visitSums(rows) }));
}
