import type { Agency } from '@bhxh-kit/domain';
import { readHeadings } from './columns.js';
import type { ImportIssue, RefusalCode, WarningCode } from './issues.js';
import { keepRooted, type PlacedRow, settleParents } from './place-in-tree.js';
import { type AgencyRow, readRow } from './read-row.js';
import { readTable } from './read-table.js';

/** How to read a pack. */
export interface ImportOptions {
  /** `auto` (the default) takes JSON where the text begins with a bracket. */
  readonly format?: 'json' | 'csv' | 'auto';
  /** ISO day: agencies out of office by then are told. */
  readonly today: string;
  /** ISO day for rows that give none of their own: when the list as a whole began to hold. Else the pack's `meta.validFrom` or `meta.asOf` is taken. */
  readonly validFrom?: string;
}

/** What came in, what did not and why, and what was assumed. */
export interface ImportReport {
  /** In the order of their codes. */
  readonly agencies: Agency[];
  readonly refused: ImportIssue<RefusalCode>[];
  readonly warnings: ImportIssue<WarningCode>[];
}

/**
 * Reads an agency's own list of agencies: JSON (`{ meta, fields, rows }` or a list of objects) or CSV (comma, semicolon or tab, with or without byte order mark), with the
 * headings exports of agencies use (`maCoQuanBHXH`, `tenCoQuanBHXH`, `maTinh`, …) or this kit's (`code`, `name`, `parentCode`, …). Never throws; a text that is no
 * list is one refusal in row 0. One code may come twice for two times that do not meet: 091 was Kiên Giang's and is An Giang's.
 */
export function importAgencies(text: string, { format = 'auto', today, validFrom }: ImportOptions): ImportReport {
  const table = readTable(text, format);
  if (!table.ok) return refusedWhole(table.code);
  const { columns, unknown } = readHeadings(table.value.headings);
  if (!columns.has('code')) return refusedWhole('pack.no-code-column');
  if (!columns.has('name')) return refusedWhole('pack.no-name-column');

  const refused: ImportIssue<RefusalCode>[] = [];
  const warnings: ImportIssue<WarningCode>[] = unknown.map((column) => ({ row: 0, column, code: 'column.unknown', facts: {} }));
  const understood: AgencyRow[] = [];
  for (const { row, cells, damaged } of table.value.rows) {
    if (damaged) warnings.push({ row, code: 'row.damaged', facts: {} });
    const read = cells ? readRow(row, cells, columns, validFrom ?? table.value.since) : ({ row, code: 'row.shape', facts: {} } as const);
    if ('facts' in read) refused.push(read);
    else understood.push(read);
  }

  const single = withoutDuplicates(understood, columns.get('code') ?? 'code');
  const { placed, warnings: assumed } = settleParents(single.kept, { parentCode: columns.get('parentCode'), provinceCode: columns.get('provinceCode') });
  const rooted = keepRooted(placed);
  const kept = rooted.kept.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.row - b.row));
  return {
    agencies: kept.map(agencyOf),
    refused: [...refused, ...single.refused, ...rooted.refused].sort(byRow),
    warnings: [...warnings, ...assumed, ...expired(kept, today, columns.get('validTo')), ...servedTwice(kept, columns.get('communeCodes'))].sort(byRow),
  };
}

function refusedWhole(code: RefusalCode): ImportReport {
  return { agencies: [], refused: [{ row: 0, code, facts: {} }], warnings: [] };
}

const byRow = (a: ImportIssue, b: ImportIssue): number => a.row - b.row;

/** Of two rows with one code whose times meet, the first stays. */
function withoutDuplicates(rows: readonly AgencyRow[], column: string): { kept: AgencyRow[]; refused: ImportIssue<RefusalCode>[] } {
  const seen = new Map<string, AgencyRow[]>();
  const kept: AgencyRow[] = [];
  const refused: ImportIssue<RefusalCode>[] = [];
  for (const row of rows) {
    const earlier = seen.get(row.code) ?? [];
    const twin = earlier.find((other) => meet(row, other));
    if (twin) refused.push({ row: row.row, column, code: 'code.duplicate', facts: { agency: row.code, firstRow: twin.row } });
    else {
      kept.push(row);
      seen.set(row.code, [...earlier, row]);
    }
  }
  return { kept, refused };
}

function meet(one: AgencyRow, other: AgencyRow): boolean {
  return (one.validFrom ?? '') <= (other.validTo ?? '9999') && (other.validFrom ?? '') <= (one.validTo ?? '9999');
}

function expired(rows: readonly PlacedRow[], today: string, column: string | undefined): ImportIssue<WarningCode>[] {
  return rows
    .filter((row) => row.validTo !== undefined && row.validTo < today)
    .map((row) => ({ row: row.row, ...(column !== undefined && { column }), code: 'agency.expired', facts: { agency: row.code, validTo: row.validTo ?? '' } }));
}

/** A commune two agencies claim at the same time: the first is asked, a person should know. */
function servedTwice(rows: readonly PlacedRow[], column: string | undefined): ImportIssue<WarningCode>[] {
  const servers = new Map<string, PlacedRow[]>();
  const warnings: ImportIssue<WarningCode>[] = [];
  for (const row of rows) {
    for (const commune of row.communeCodes ?? []) {
      const earlier = servers.get(commune) ?? [];
      const other = earlier.find((server) => meet(row, server));
      if (other)
        warnings.push({
          row: row.row,
          ...(column !== undefined && { column }),
          code: 'commune.repeated',
          facts: { agency: row.code, commune, other: other.code },
        });
      servers.set(commune, [...earlier, row]);
    }
  }
  return warnings;
}

function agencyOf({ code, name, parentCode, address, phone, communeCodes, validFrom, validTo }: PlacedRow): Agency {
  return {
    code,
    name,
    ...(parentCode !== undefined && { parentCode }),
    ...(address !== undefined && { address }),
    ...(phone !== undefined && { phone }),
    ...(communeCodes !== undefined && { communeCodes }),
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
  };
}
