import type { MedicalVisit, VisitLine } from './visit.js';
import { hundredths, visitSums } from './visit-sums.js';

/**
 * Where the costs of a visit do not add up: `payers` – who paid is together not the total; `line-price` – quantity times price is not the line's total;
 * `lines` – the lines are together not what the visit says.
 */
export interface CostDisagreement {
  readonly code: 'payers' | 'line-price' | 'lines';
  /** The field that says otherwise. */
  readonly field: 'totalCost' | 'paidByInsurance' | 'paidByPatient' | 'paidByOthers';
  /** The line it is in, from 0; absent of the visit itself. */
  readonly line?: number;
  /** What the field says, in đồng. */
  readonly said: number;
  /** What the others make of it, in đồng. */
  readonly counted: number;
}

type Costs = Pick<VisitLine, 'totalCost' | 'paidByInsurance' | 'paidByPatient' | 'paidByOthers'>;
const FIELDS = ['totalCost', 'paidByInsurance', 'paidByPatient', 'paidByOthers'] as const;

const same = (a: number, b: number): boolean => hundredths(a) === hundredths(b);

function payers({ totalCost, ...paid }: Costs, line?: number): CostDisagreement[] {
  const counted = (hundredths(paid.paidByInsurance) + hundredths(paid.paidByPatient) + hundredths(paid.paidByOthers ?? 0)) / 100;
  return same(counted, totalCost) ? [] : [{ code: 'payers', field: 'totalCost', ...(line !== undefined && { line }), said: totalCost, counted }];
}

/** A facility may round a line to whole đồng. */
function price({ quantity, unitPrice, totalCost }: VisitLine, line: number): CostDisagreement[] {
  const counted = hundredths(quantity * unitPrice) / 100;
  return Math.abs(counted - totalCost) < 1 ? [] : [{ code: 'line-price', field: 'totalCost', line, said: totalCost, counted }];
}

/**
 * Where the costs of a visit disagree with each other, all of it; none when they add up. A register's rows are shown as they are, so nothing is refused:
 * whoever shows the visit says that it does not add up.
 */
export function costDisagreements(visit: MedicalVisit): readonly CostDisagreement[] {
  const { lines } = visit;
  if (!lines) return payers(visit);
  const sums = visitSums(lines);
  const whole = FIELDS.flatMap((field): CostDisagreement[] => {
    const said = visit[field] ?? 0;
    return same(said, sums[field]) ? [] : [{ code: 'lines', field, said, counted: sums[field] }];
  });
  return [...payers(visit), ...whole, ...lines.flatMap((line, at) => [...payers(line, at), ...price(line, at)])];
}
