/** Cơ quan BHXH as a row of the tree; the contract's `Agency` fits. The parent is data, not the code's prefix. */
export interface AgencyRow {
  readonly code: string;
  readonly name: string;
  readonly parentCode?: string | undefined;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  /** Communes it serves, in the 2025 scheme. */
  readonly communeCodes?: readonly string[] | undefined;
}

/** An agency with what is above it, e.g. "BHXH Tp. Hà Nội » BHXH Quận Đống Đa". */
export function pathText(path: readonly AgencyRow[]): string {
  return path.map(({ name }) => name).join(' » ');
}

/** An agency and everything above it, the highest first; empty for an unknown code. A parent that leads back to a child ends the path. */
export function pathOf(rows: readonly AgencyRow[], code: string): readonly AgencyRow[] {
  const path: AgencyRow[] = [];
  for (let at: string | undefined = code; at !== undefined; at = path[0]?.parentCode) {
    const row = rows.find((each) => each.code === at);
    if (!row || path.includes(row)) break;
    path.unshift(row);
  }
  return path;
}

/** The agency that serves a commune: the lowest level that names it. */
export function serving(rows: readonly AgencyRow[], communeCode: string): AgencyRow | undefined {
  const named = rows.filter(({ communeCodes }) => communeCodes?.includes(communeCode));
  return named.sort((a, b) => pathOf(rows, b.code).length - pathOf(rows, a.code).length)[0];
}
