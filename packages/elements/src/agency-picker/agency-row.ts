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
