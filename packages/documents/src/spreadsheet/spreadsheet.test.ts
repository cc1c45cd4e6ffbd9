import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { readSheet, default as readWorkbook } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { renderSpreadsheet, type Spreadsheet, type SpreadsheetColumn } from './spreadsheet.js';

const columns: readonly SpreadsheetColumn[] = [
  { key: 'from', label: 'Từ', kind: 'month' },
  { key: 'to', label: 'Đến', kind: 'date', empty: 'nay' },
  { key: 'employer', label: 'Đơn vị công tác', kind: 'text' },
  { key: 'salary', label: 'Tiền lương', kind: 'money' },
  { key: 'days', label: 'Số ngày', kind: 'number' },
];
const sheet = (rows: Spreadsheet['rows'], name = 'Quá trình tham gia'): Spreadsheet => ({ name, columns, rows });
/** Read back by another program's code. */
const readBack = async (given: Spreadsheet) => readSheet(Buffer.from(await renderSpreadsheet(given)));
const partsOf = async (given: Spreadsheet): Promise<string> =>
  Object.entries(unzipSync(await renderSpreadsheet(given)))
    .filter(([path]) => path.startsWith('xl/'))
    .map(([, bytes]) => new TextDecoder().decode(bytes))
    .join('\n');
const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

describe('H4 · XLSX', () => {
  it('another program reads months and days as dates, amounts as numbers, and every word with its diacritics', async () => {
    expect(
      await readBack(
        sheet([
          { from: '2010-02', to: '2012-12-31', employer: 'Công ty Đống Mẫu', salary: 5_453_400.5, days: 30 },
          { from: '2013-03', employer: 'Ấp Thử "Mẫu" & <con>' },
          { from: '2013-03', to: '2020-01', days: 1_234 },
        ]),
      ),
    ).toEqual([
      ['Từ', 'Đến', 'Đơn vị công tác', 'Tiền lương', 'Số ngày'],
      [day('2010-02-01'), day('2012-12-31'), 'Công ty Đống Mẫu', 5_453_400.5, 30],
      [day('2013-03-01'), 'nay', 'Ấp Thử "Mẫu" & <con>', null, null],
      [day('2013-03-01'), day('2020-01-01'), null, null, 1_234],
    ]);
  });

  it('shows dates and amounts as people write them, the header in view, columns as wide as they need', async () => {
    const parts = await partsOf(sheet([{ from: '2010-02', to: '2012-12-31', employer: 'Công ty Đống Mẫu', salary: 1, days: 2 }]));
    for (const format of ['mm/yyyy', 'dd/mm/yyyy', '#,##0.00', '#,##0']) expect(parts).toContain(`formatCode="${format}"`);
    expect(parts).toContain('<autoFilter ref="A1:E2"');
    expect(parts).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(parts).toMatch(/<col [^>]*width="18"/);
  });

  it('shows numbers of which one has decimals all with decimals', async () => {
    expect(await partsOf(sheet([{ days: 2 }, { days: 2.5 }, {}]))).not.toContain('formatCode="#,##0"');
  });

  it('names its sheet as Excel allows', async () => {
    const named = async (name: string) => (await readWorkbook(Buffer.from(await renderSpreadsheet(sheet([], name)))))[0]?.sheet;
    expect(await named('Quá trình tham gia BHTNLĐ-BNN')).toBe('Quá trình tham gia BHTNLĐ-BNN');
    expect(await named("'Thông tin hưởng: một lần / [2026]?'")).toBe('Thông tin hưởng một lần 2026');
    expect(await named('**')).toBe('Sheet1');
  });

  it('a date that is none stays what it was', async () => {
    expect(
      await readBack(
        sheet([
          { from: '2010-13', to: '2021-02-31' },
          { from: '1899-12', to: '2010' },
        ]),
      ),
    ).toEqual([columns.map(({ label }) => label), ['2010-13', '2021-02-31', null, null, null], ['1899-12', '2010', null, null, null]]);
  });

  it('no text is a formula, also after an edit, and each reads back as it was', async () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('=1+1', '@SUM(A1)', '+84', '-2', "=cmd|' /C calc'!A0", '＝1'));
    // A workbook is XML, which cannot hold controls; readers drop spaces at the ends.
    const plain = text.map((said) => said.replaceAll(/[\p{C}]/gu, '').trim()).filter(Boolean);
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { minLength: 1, maxLength: 60 }), async (employers) => {
        const given = sheet(employers.map((employer) => ({ employer })));
        const [, ...rows] = await readBack(given);
        expect(rows.map((row) => row[2])).toEqual(employers);
        const parts = await partsOf(given);
        expect(parts).not.toMatch(/<f[ >]/);
        expect(parts).toContain('formatCode="@"');
      }),
      { numRuns: 5 },
    );
  });

  it('thousands of rows come whole', async () => {
    const rows = Array.from({ length: 2_500 }, (_, at) => ({ from: '2010-02', employer: `Công ty Mẫu ${at}`, salary: at }));
    const read = await readBack(sheet(rows));
    expect(read).toHaveLength(2_501);
    expect(read.at(-1)?.slice(2, 4)).toEqual(['Công ty Mẫu 2499', 2_499]);
  });
});
