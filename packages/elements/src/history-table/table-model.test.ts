import { comparePersonNames, compareVietnamese, foldVietnamese } from '@bhxh-kit/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, cellText, type HistoryRow } from './columns.js';
import { ShownRows, type Sort } from './shown-rows.js';
import { TableModel } from './table-model.js';

const columns: readonly Column[] = [
  { key: 'from', label: 'Từ', kind: 'month' },
  { key: 'employer', label: 'Đơn vị', kind: 'text' },
  { key: 'person', label: 'Người', kind: 'name' },
  { key: 'salary', label: 'Lương', kind: 'money', detail: true },
];
const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const row = fc.record({
  from: some('2010-02', '2011-12', '2009-01'),
  employer: some('Công ty Mẫu', 'Đơn vị Thử', 'Ấp Mẫu', 'an', 'Ông Ba'),
  person: some('Nguyễn Văn A', 'Lê Thị Mẫu', 'Trần Thử Nghiệm', 'Lê Văn A'),
  salary: some(5453400, 0, 12.5),
});
/** Rows with what sorts and narrows them. */
function arranged(rows: readonly HistoryRow[]) {
  const shown = new ShownRows(rows, columns);
  const model = new TableModel(shown);
  return { shown, sortBy: (sort: Sort) => model.sortBy(sort), filter: (query: string) => model.filter(query) };
}
const rowsOf = ({ shown }: { readonly shown: ShownRows }): HistoryRow[] => Array.from(shown.shown, (place) => shown.rows[place]!);
const compare = { month: compareVietnamese, text: compareVietnamese, name: comparePersonNames, date: compareVietnamese } as const;

function naiveSort(rows: readonly HistoryRow[], { key, kind }: Column, ascending: boolean): HistoryRow[] {
  const sign = ascending ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [one, other] = [a[key], b[key]];
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    return sign * (typeof one === 'number' ? one - (other as number) : compare[kind as keyof typeof compare](String(one), String(other)));
  });
}

describe('the table model of a history', () => {
  it('H4 · sorts like a stable sort by the kind of the column, empty cells last both ways', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.constantFrom(...columns), fc.boolean(), (rows, column, ascending) => {
        const model = arranged(rows);
        model.sortBy({ key: column.key, direction: ascending ? 'ascending' : 'descending' });
        expect(rowsOf(model)).toEqual(naiveSort(rows, column, ascending));
        rowsOf(model).forEach((shown, at) => expect(shown).toBe(naiveSort(rows, column, ascending)[at]));
      }),
    );
  });

  it('H4 · a query typed letter by letter finds what a plain search of every cell finds', () => {
    const query = fc.constantFrom('cong ty mau', 'Đơn', 'le a', '5.453', '02/2010 an', 'hoà', '  mẫu  nguyen', 'xyz', 'a a');
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.array(query, { maxLength: 3 }), (rows, queries) => {
        const model = arranged(rows);
        for (const text of queries) {
          for (let length = 0; length <= text.length; length += 1) model.filter(text.slice(0, length));
          const words = foldVietnamese(text).split(' ').filter(Boolean);
          const naive = rows.filter((cells) => words.every((word) => columns.some((column) => foldVietnamese(cellText(cells, column)).includes(word))));
          expect(rowsOf(model)).toEqual(naive);
        }
      }),
    );
  });

  it('H4 · keeps the order while the query changes', () => {
    const model = arranged([{ employer: 'Đơn vị B' }, { employer: 'Khác' }, { employer: 'Đơn vị A' }]);
    model.sortBy({ key: 'employer', direction: 'ascending' });
    model.filter('don vi');
    expect(rowsOf(model)).toEqual([{ employer: 'Đơn vị A' }, { employer: 'Đơn vị B' }]);
    model.filter('');
    expect(rowsOf(model).at(-1)).toEqual({ employer: 'Khác' });
  });

  it('H1 · writes months, money and coefficients as Vietnam does', () => {
    expect(cellText({ from: '2010-02' }, { key: 'from', label: '', kind: 'month' })).toBe('02/2010');
    expect(cellText({ salary: 5453400 }, { key: 'salary', label: '', kind: 'money' })).toBe('5.453.400,00');
    expect(cellText({ c: 3.66 }, { key: 'c', label: '', kind: 'number' })).toBe('3,66');
    expect(cellText({}, { key: 'to', label: '', kind: 'month', empty: 'nay' })).toBe('nay');
  });
});
