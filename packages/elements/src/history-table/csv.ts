import { type Column, cellText, type HistoryRow } from './columns.js';

/** Makes Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A cell beginning so is run as a formula by spreadsheet programs (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Rows as a CSV file (RFC 4180): comma, CRLF, UTF-8 with byte order mark. Numbers are plain with a decimal point, so that they can be summed; text that a
 * spreadsheet would run as a formula begins with an apostrophe.
 */
export function toCsv(rows: Iterable<HistoryRow>, columns: readonly Column[]): string {
  const lines = [columns.map(({ label }) => quoted(harmless(label)))];
  for (const row of rows) lines.push(columns.map((column) => csvCell(row, column)));
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function csvCell(row: HistoryRow, column: Column): string {
  const value = row[column.key];
  // A number is written by us, its minus sign is no formula.
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return quoted(harmless(cellText(row, column)));
}

const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
