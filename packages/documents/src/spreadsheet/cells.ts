import type { SpreadsheetColumn, SpreadsheetKind, SpreadsheetRow } from './spreadsheet.js';

/** What a cell holds and how Excel shows it. */
export interface SheetCell {
  readonly value: string | number | Date | null;
  readonly format: string;
}

/** Text in this format stays text also when somebody edits the cell: a name that begins with `=` never becomes a formula. */
const TEXT = '@';
const FORMATS: Readonly<Record<SpreadsheetKind, string>> = {
  text: TEXT,
  name: TEXT,
  month: 'mm/yyyy',
  date: 'dd/mm/yyyy',
  money: '#,##0.00',
  number: '#,##0.00',
};
const WHOLE = '#,##0';

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The format of a column; whole numbers without decimals only where every one of them is whole. */
export function columnFormat({ key, kind }: SpreadsheetColumn, rows: readonly SpreadsheetRow[]): string {
  const whole = kind === 'number' && rows.every((row) => isEmpty(row[key]) || Number.isInteger(row[key]));
  return whole ? WHOLE : FORMATS[kind];
}

/** A cell as a spreadsheet reckons with it. What is no date or number after all is text. */
export function cellOf(row: SpreadsheetRow, { key, kind, empty }: SpreadsheetColumn, format: string): SheetCell {
  const value = row[key];
  if (isEmpty(value)) return empty ? { value: empty, format: TEXT } : { value: null, format };
  if (typeof value === 'number' && Number.isFinite(value)) return { value, format };
  const text = String(value);
  const day = kind === 'month' || kind === 'date' ? dayOf(kind === 'month' ? text.slice(0, 7) : text) : undefined;
  if (day) return { value: day, format: text.length > 7 ? format : FORMATS.month };
  return { value: text, format: TEXT };
}

/** `2010-02-01`, or the first day of `2010-02`. At midnight UTC, because a sheet's date has no zone; Excel knows no day before 1900. */
function dayOf(text: string): Date | undefined {
  const [, year, month, day = '01'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (!year || year < '1900') return undefined;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // 31 February rolls over, or is no date at all.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== `${year}-${month}-${day}` ? undefined : date;
}
