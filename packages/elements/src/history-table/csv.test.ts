import fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { expect, it } from 'vitest';
import type { Column } from './columns.js';
import { toCsv } from './csv.js';
import { ShownRows } from './shown-rows.js';

const columns: readonly Column[] = [
  { key: 'employer', label: 'Đơn vị', kind: 'text' },
  { key: 'salary', label: 'Lương', kind: 'money' },
];

/** RFC 4180, read by the rules alone. */
function read(csv: string): string[][] {
  const records: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",;\r\n]*))([,;]|\r\n)/gy;
  for (let match = cell.exec(csv); match; match = cell.exec(csv)) {
    records.at(-1)?.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '\r\n') records.push([]);
  }
  records.pop();
  return records;
}

it('H4 · begins with a byte order mark, so that Excel reads the diacritics', () => {
  const rows = new ShownRows([{ employer: 'Công ty "Mẫu", Hà Nội', salary: -5453400.5 }], columns);
  expect(toCsv(rows, 'en')).toBe('\uFEFFĐơn vị,Lương\r\n"Công ty ""Mẫu"", Hà Nội",-5453400.5\r\n');
});

it('H4 · on a Vietnamese page, writes decimals as Excel reads them in Vietnam, and does not cut them at the comma', () => {
  const rows = new ShownRows([{ employer: 'Mẫu; Thử', salary: 3.66 }], columns);
  expect(toCsv(rows, 'vi')).toBe('\uFEFFĐơn vị;Lương\r\n"Mẫu; Thử";3,66\r\n');
});

it('H4 · another program reads each cell as it was, quotes, line breaks and separators in it too', () => {
  const employers = ['Mẫu; "Thử", Hà Nội', 'Hai\r\ndòng', ' Ấp Thử ', "'Mẫu'"];
  const rows = new ShownRows(
    employers.map((employer) => ({ employer, salary: 3.5 })),
    columns,
  );
  for (const [language, delimiter, salary] of [
    ['vi', ';', '3,5'],
    ['en', ',', '3.5'],
  ] as const)
    expect(parseCsv(toCsv(rows, language), { delimiter })).toEqual([['Đơn vị', 'Lương'], ...employers.map((employer) => [employer, salary])]);
});

it('H4 · no cell of text begins a formula, and every cell reads back as it was', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', '@SUM(A1)', '+84', '-2', '\t=1', '＝1', '\r=1', '"=1"', "=cmd|' /C calc'!A0"));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (employers) => {
      const rows = read(
        toCsv(
          new ShownRows(
            employers.map((employer) => ({ employer })),
            columns,
          ),
          'vi',
        ).slice(1),
      ).slice(1);
      expect(rows).toHaveLength(employers.length);
      rows.forEach(([cell = ''], index) => {
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect([employers[index], `'${employers[index]}`]).toContain(cell);
      });
    }),
  );
});
