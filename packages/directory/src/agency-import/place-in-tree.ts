import type { AgencyRow } from './read-row.js';
import type { ImportIssue, RefusalCode, WarningCode } from './issues.js';

/** A row with its parent settled; `column` is where the parent was read, for what is said about it. */
export interface PlacedRow extends AgencyRow {
  readonly parentColumn?: string;
}

interface Columns {
  readonly parentCode?: string | undefined;
  readonly provinceCode?: string | undefined;
}

/**
 * Gives each district-level row its parent: the one it names, else the office of its province column, else (told) the first three digits, which are not always the
 * parent: offices of merged provinces kept their codes. A province named in the data but without a row of its own gets one, told too.
 */
export function settleParents(rows: readonly AgencyRow[], columns: Columns): { placed: PlacedRow[]; warnings: ImportIssue<WarningCode>[] } {
  const warnings: ImportIssue<WarningCode>[] = [];
  const codes = new Set(rows.map((row) => row.code));
  const added = new Map<string, PlacedRow>();

  const parentOf = (row: AgencyRow): Pick<PlacedRow, 'parentCode' | 'parentColumn'> => {
    const warn = (code: WarningCode, column: string | undefined, facts: ImportIssue['facts']) =>
      warnings.push({ row: row.row, ...(column !== undefined && { column }), code, facts });
    if (row.parentCode !== undefined) return { parentCode: row.parentCode, ...(columns.parentCode !== undefined && { parentColumn: columns.parentCode }) };
    if (row.code.length === 3) return {};
    if (row.provinceCode !== undefined) {
      const parentCode = `0${row.provinceCode}`;
      if (!codes.has(parentCode) && row.provinceName !== undefined && !added.has(parentCode)) {
        added.set(parentCode, {
          row: row.row,
          code: parentCode,
          name: officeName(row.provinceName),
          ...(row.validFrom !== undefined && { validFrom: row.validFrom }),
        });
        warn('province.added', columns.provinceCode, { agency: parentCode });
      }
      return { parentCode, ...(columns.provinceCode !== undefined && { parentColumn: columns.provinceCode }) };
    }
    const prefix = row.code.slice(0, 3);
    const known = codes.has(prefix);
    warn(known ? 'parent.by-prefix' : 'parent.none', columns.parentCode, known ? { agency: row.code, parent: prefix } : { agency: row.code });
    return known ? { parentCode: prefix } : {};
  };

  const placed = rows.map((row): PlacedRow => ({ ...row, ...parentOf(row) }));
  return { placed: [...added.values(), ...placed], warnings };
}

/** "Thành phố Hà Nội" → "BHXH Tp. Hà Nội". */
function officeName(province: string): string {
  return `BHXH ${province.replace(/^(Thành phố|TP\.?) /i, 'Tp. ')}`;
}

/** Sets rows aside whose parent is not there, itself set aside, or above itself. */
export function keepRooted(rows: readonly PlacedRow[]): { kept: PlacedRow[]; refused: ImportIssue<RefusalCode>[] } {
  const parentOf = new Map(rows.map((row) => [row.code, row.parentCode]));
  const verdicts = new Map<string, RefusalCode | 'rooted'>();

  const verdictOn = (code: string): RefusalCode | 'rooted' => {
    const way = new Set<string>();
    let at: string | undefined = code;
    while (at !== undefined && parentOf.has(at) && !verdicts.has(at) && !way.has(at)) {
      way.add(at);
      at = parentOf.get(at);
    }
    const ending = at === undefined ? 'rooted' : !parentOf.has(at) ? 'parent.missing' : (verdicts.get(at) ?? 'parent.cycle');
    for (const step of way) verdicts.set(step, ending);
    return ending;
  };

  const kept: PlacedRow[] = [];
  const refused: ImportIssue<RefusalCode>[] = [];
  for (const row of rows) {
    const verdict = verdictOn(row.code);
    if (verdict === 'rooted') kept.push(row);
    else refused.push({ row: row.row, column: row.parentColumn ?? 'parentCode', code: verdict, facts: { agency: row.code, parent: row.parentCode ?? '' } });
  }
  return { kept, refused };
}
