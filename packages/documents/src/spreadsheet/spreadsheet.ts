import { writeXlsx } from 'hucre/xlsx';
import { cellOf, columnFormat, type SheetCell } from './cells.js';

/** What a column holds, as the columns of a history say it: `month` is `2010-02`, `date` `2010-02-01` or `2010-02`, `money` and `number` are numbers. */
export type SpreadsheetKind = 'text' | 'name' | 'month' | 'date' | 'money' | 'number';

/** One column of a sheet. */
export interface SpreadsheetColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: SpreadsheetKind;
  /** What an empty cell says, e.g. "nay" for a period that still runs. */
  readonly empty?: string;
}

/** A row: any object; cells are read by the columns' keys. */
export type SpreadsheetRow = Readonly<Record<string, unknown>>;

/** What goes into the file. */
export interface Spreadsheet {
  /** The name of the sheet; shortened to 31 signs, without those Excel refuses. */
  readonly name: string;
  readonly columns: readonly SpreadsheetColumn[];
  readonly rows: readonly SpreadsheetRow[];
}

/**
 * H4: rows as an XLSX file. Months and days are real dates (`mm/yyyy`, `dd/mm/yyyy`) and amounts are numbers, so that a spreadsheet sorts and sums them; text is
 * typed as text and never as a formula, whatever it begins with. The header row stays in view and filters.
 */
export async function renderSpreadsheet({ name, columns, rows }: Spreadsheet): Promise<Uint8Array<ArrayBuffer>> {
  const formats = columns.map((column) => columnFormat(column, rows));
  const lines = rows.map((row) => columns.map((column, at) => cellOf(row, column, formats[at] as string)));
  const file = await writeXlsx({
    sheets: [
      {
        name: sheetName(name),
        columns: columns.map(({ label }, at) => ({ numFmt: formats[at] as string, width: width(label, at, lines) })),
        rows: [columns.map(({ label }) => label), ...lines.map((line) => line.map(({ value }) => value))],
        cells: new Map([...columns.map(({ label }, at) => [`0,${at}`, { value: label, style: HEADER }] as const), ...exceptions(lines, formats)]),
        freezePane: { rows: 1 },
        ...(lines.length > 0 && { autoFilter: { range: `A1:${letters(columns.length)}${lines.length + 1}` } }),
      },
    ],
  });
  return file as Uint8Array<ArrayBuffer>;
}

const HEADER = { font: { bold: true, name: 'Calibri', size: 11 }, numFmt: '@' };

/** The cells whose format is not their column's. */
function* exceptions(lines: readonly (readonly SheetCell[])[], formats: readonly string[]) {
  for (const [row, line] of lines.entries())
    for (const [column, { value, format }] of line.entries())
      if (format !== formats[column]) yield [`${row + 1},${column}`, { value, style: { numFmt: format } }] as const;
}

/** Characters of a column, its padding included. */
const WIDTH = { least: 9, most: 48, padding: 2 };
/** A date is as wide as `dd/mm/yyyy`, an amount as wide as its digits with their signs. */
const shown = ({ value }: SheetCell): number =>
  value instanceof Date ? 10 : typeof value === 'number' ? Math.ceil(String(Math.trunc(value)).length * 1.4) + 3 : (value?.length ?? 0);

/** As wide as the longest of the first cells, which tell enough. */
function width(label: string, column: number, lines: readonly (readonly SheetCell[])[]): number {
  const longest = lines.slice(0, 500).reduce((most, line) => Math.max(most, shown(line[column] as SheetCell)), label.length);
  return Math.min(WIDTH.most, Math.max(WIDTH.least, longest + WIDTH.padding));
}

/** What Excel takes for the name of a sheet: 1 to 31 signs, none of `[ ] : * ? / \`, no apostrophe at either end. */
function sheetName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[[\]:*?/\\\p{Cc}\s]+/gu, ' ')
    .replaceAll(/^[' ]+/g, '');
  return plain.slice(0, 31).replaceAll(/[' ]+$/g, '') || 'Sheet1';
}

/** The name of the column at a place counted from 1: `A` … `Z`, `AA`. */
function letters(place: number): string {
  const before = Math.floor((place - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCharCode(65 + ((place - 1) % 26));
}
