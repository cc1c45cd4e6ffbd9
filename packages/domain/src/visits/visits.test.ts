import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { MedicalVisit, type VisitLine } from './visit.js';
import { costDisagreements } from './visit-costs.js';
import { visitSums, visitsByYear } from './visit-sums.js';

const visit = (more: Partial<MedicalVisit> = {}): MedicalVisit => ({
  id: 'v1',
  facilityCode: '79 - 000',
  facilityName: 'Bệnh viện Mẫu',
  admittedOn: '2025-03-04',
  admittedTime: '08:30',
  dischargedOn: '2025-03-04',
  diagnosis: 'Viêm họng cấp',
  icd: 'J02.9',
  route: 'right-route',
  totalCost: 100_000,
  paidByInsurance: 80_000,
  paidByPatient: 20_000,
  ...more,
});

const line = (more: Partial<VisitLine> = {}): VisitLine => ({
  group: 'medicine',
  service: 'Thuốc Mẫu 500 mg',
  quantity: 3,
  unit: 'Viên',
  unitPrice: 1050.5,
  totalCost: 3151.5,
  paidByInsurance: 2521.2,
  paidByPatient: 630.3,
  ...more,
});

describe('H3 · sổ khám chữa bệnh', () => {
  it('takes a visit as registers have it, and refuses days and times that are none', () => {
    expect(z.parse(MedicalVisit, visit({ lines: [line()] }))).toMatchObject({ facilityName: 'Bệnh viện Mẫu' });
    for (const wrong of [{ admittedOn: '04/03/2025' }, { admittedTime: '24:00' }, { totalCost: -1 }, { route: '1' as 'emergency' }])
      expect(z.safeParse(MedicalVisit, visit(wrong)).success).toBe(false);
  });

  it('names who paid what the total does not say', () => {
    expect(costDisagreements(visit())).toEqual([]);
    expect(costDisagreements(visit({ paidByOthers: 5000 }))).toEqual([{ code: 'payers', field: 'totalCost', said: 100_000, counted: 105_000 }]);
  });

  it('names the line whose price is wrong, and each sum the lines do not make', () => {
    const fine = visit({ totalCost: 3151.5, paidByInsurance: 2521.2, paidByPatient: 630.3, lines: [line()] });
    expect(costDisagreements(fine)).toEqual([]);
    expect(costDisagreements({ ...fine, lines: [line({ unitPrice: 2000 })] })).toEqual([
      { code: 'line-price', field: 'totalCost', line: 0, said: 3151.5, counted: 6000 },
    ]);
    expect(costDisagreements({ ...fine, lines: [line(), line({ paidByPatient: 0 })] })).toEqual([
      { code: 'lines', field: 'totalCost', said: 3151.5, counted: 6303 },
      { code: 'lines', field: 'paidByInsurance', said: 2521.2, counted: 5042.4 },
      { code: 'payers', field: 'totalCost', line: 1, said: 3151.5, counted: 2521.2 },
    ]);
  });

  it('a line rounded to whole đồng by the facility is no disagreement', () => {
    const rounded = line({ totalCost: 3152, paidByInsurance: 2522, paidByPatient: 630 });
    expect(costDisagreements(visit({ totalCost: 3152, paidByInsurance: 2522, paidByPatient: 630, lines: [rounded] }))).toEqual([]);
  });

  it('keeps a visit over New Year in the year it began, and the newest of a day by its hour', () => {
    const book = visitsByYear([
      visit({ id: 'morning', admittedOn: '2025-01-02', admittedTime: '08:00' }),
      visit({ id: 'over-new-year', admittedOn: '2024-12-30', dischargedOn: '2025-01-05' }),
      visit({ id: 'evening', admittedOn: '2025-01-02', admittedTime: '19:45' }),
    ]);
    expect(book.map(({ year, visits }) => [year, visits.map(({ id }) => id)])).toEqual([
      [2025, ['evening', 'morning']],
      [2024, ['over-new-year']],
    ]);
  });

  const money = fc.integer({ min: 0, max: 10_000_000_00 }).map((cents) => cents / 100);
  const made = fc.record({ year: fc.integer({ min: 2015, max: 2026 }), insurance: money, patient: money, others: money }).map((of) =>
    visit({
      admittedOn: `${of.year}-06-01`,
      paidByInsurance: of.insurance,
      paidByPatient: of.patient,
      paidByOthers: of.others,
      totalCost: Math.round((of.insurance + of.patient + of.others) * 100) / 100,
    }),
  );

  it('whatever the amounts, costs that add up agree, and a đồng too much is named', () => {
    fc.assert(
      fc.property(made, (visit) => {
        expect(costDisagreements(visit)).toEqual([]);
        expect(costDisagreements({ ...visit, paidByPatient: visit.paidByPatient + 1 })).toHaveLength(1);
      }),
    );
  });

  it('the years hold every visit once, and their sums are the sum of all', () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 12 }), (visits) => {
        const book = visitsByYear(visits);
        expect(book.map(({ year }) => year)).toEqual([...new Set(visits.map(({ admittedOn }) => Number(admittedOn.slice(0, 4))))].sort((a, b) => b - a));
        expect(new Set(book.flatMap(({ visits }) => visits))).toEqual(new Set(visits));
        const total = visitSums(visits);
        expect(total.visits).toBe(visits.length);
        for (const field of ['totalCost', 'paidByInsurance', 'paidByPatient', 'paidByOthers'] as const)
          expect(book.reduce((sum, { sums }) => sum + Math.round(sums[field] * 100), 0)).toBe(Math.round(total[field] * 100));
        const { totalCost, paidByInsurance, paidByPatient, paidByOthers } = total;
        expect(totalCost).toBeCloseTo(paidByInsurance + paidByPatient + paidByOthers, 1);
      }),
    );
  });
});
