import { fault, ok, type Parsed } from '@bhxh-kit/domain';
import Papa from 'papaparse';
import type { RefusalCode } from './issues.js';

/** Rows by heading, each with the number a person finds it by. `undefined` cells: something that is no row of a table. */
export interface Table {
  /** The day the pack itself says it holds from or was taken on, ISO. */
  readonly since?: string;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<string, unknown> | undefined; readonly damaged: boolean }[];
}

type TableFault = Extract<RefusalCode, `pack.${string}`>;

/** Reads JSON or CSV. `auto` takes JSON where the text begins with a bracket. */
export function readTable(text: string, format: 'json' | 'csv' | 'auto'): Parsed<Table, TableFault> {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain === '') return fault('pack.empty');
  return format === 'json' || (format === 'auto' && /^[[{]/.test(plain)) ? readJson(plain) : readCsv(plain);
}

/** A list of objects, or a pack `{ fields, rows }` whose rows are lists in the order of the fields. */
function readJson(text: string): Parsed<Table, TableFault> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fault('pack.not-json');
  }
  const { meta, fields, rows } = isRecord(data) ? data : { meta: undefined, fields: undefined, rows: data };
  if (!Array.isArray(rows) || rows.length === 0) return fault('pack.no-rows');
  const names = Array.isArray(fields) ? fields.map(String) : undefined;
  const cellsOf = (row: unknown): ReadonlyMap<string, unknown> | undefined => {
    if (Array.isArray(row)) return names && new Map(names.map((name, index) => [name, row[index] as unknown]));
    return isRecord(row) ? new Map(Object.entries(row)) : undefined;
  };
  const read = rows.map((row: unknown, index) => ({ row: index + 1, cells: cellsOf(row), damaged: false }));
  const since = isRecord(meta) ? leadingDay(meta['validFrom'] ?? meta['asOf']) : undefined;
  return ok({ ...(since !== undefined && { since }), headings: names ?? [...new Set(read.flatMap(({ cells }) => [...(cells?.keys() ?? [])]))], rows: read });
}

/** "2025-10-01 organisation" → 2025-10-01. */
function leadingDay(text: unknown): string | undefined {
  const [day] = typeof text === 'string' ? (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)/.exec(text) ?? []) : [];
  return day;
}

/** Comma, semicolon or tab, quotes, and the `sep=;` line table programs write. */
function readCsv(text: string): Parsed<Table, TableFault> {
  const [, separator] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const body = separator === undefined ? text : text.slice(text.indexOf('\n') + 1);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator ?? '', delimitersToGuess: [',', ';', '\t', '|'] });
  const [headings = [], ...records] = data;
  const offset = separator === undefined ? 2 : 3;
  const damaged = new Set(errors.filter((error) => error.type === 'Quotes').map((error) => error.row));
  const rows = records
    .map((record, index) => ({ row: index + offset, record, damaged: damaged.has(index + 1) }))
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
    .map(({ row, record, damaged: hurt }) => ({
      row,
      cells: new Map(headings.map((heading, column) => [heading, record[column]])),
      damaged: hurt || record.length > headings.length,
    }));
  return rows.length === 0 ? fault('pack.no-rows') : ok({ headings, rows });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
