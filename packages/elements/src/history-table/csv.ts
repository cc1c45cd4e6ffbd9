import type { Column } from './columns.js';
import type { ShownRows } from './shown-rows.js';

/** Makes Excel read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A cell beginning so is run as a formula by spreadsheet programs (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** How a spreadsheet of a region expects a CSV file. */
interface Dialect {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
}

/**
 * Excel splits a CSV file at the list separator of the computer's region and reads its numbers by the region's decimal sign. Vietnam writes a decimal comma
 * (CLDR `vi`), and with it goes the semicolon; a point would come in as text, and cannot be summed. `sep=;` on the first line would help Excel alone: every
 * other reader takes it for a row.
 */
const DIALECTS: Readonly<Record<string, Dialect>> = { vi: { separator: ';', decimal: ',' } };

/** RFC 4180, as a region with a decimal point reads it. */
const PLAIN: Dialect = { separator: ',', decimal: '.' };

/**
 * The rows shown as a CSV file: UTF-8 with byte order mark, CRLF, separator and decimal sign by the page's language (`vi`: `;` and `,`; else `,` and `.`).
 * Numbers have no thousands sign; text that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function toCsv(rows: ShownRows, language: string): string {
  const { columns } = rows;
  const dialect = DIALECTS[language] ?? PLAIN;
  const lines = [columns.map(({ label }) => quoted(harmless(label)))];
  for (const place of rows.shown) lines.push(columns.map((column) => csvCell(rows, place, column, dialect)));
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.join(dialect.separator)}\r\n`).join('');
}

function csvCell(rows: ShownRows, place: number, column: Column, { decimal }: Dialect): string {
  const value = rows.rows[place]?.[column.key];
  // A number is written by us, its minus sign is no formula.
  if (typeof value === 'number' && Number.isFinite(value)) return String(value).replace('.', decimal);
  return quoted(harmless(rows.text(place, column)));
}

const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
