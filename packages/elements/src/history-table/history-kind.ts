import type { Column, HistoryGroup, HistoryRow } from './columns.js';
import type { SaySummary, Summary } from './summary.js';

/** The opened row: a row of the body, made at once. What of it comes later calls `grown` once it is there. */
export type RowDetail = (
  columns: readonly Column[],
  textOf: (column: Column) => string,
  row: HistoryRow,
  body: HTMLElement,
  grown: () => void,
) => HTMLTableRowElement;

/** What one history is: where its rows come from and how they are shown, summed and opened. Another history is another of these, not another table. */
export interface HistoryKind {
  /** The noun of the operation its rows come from, `<subject>.list`; the open tab is asked for by the table's `groupKey`. */
  readonly subject: 'participation' | 'benefits' | 'visits';
  /** What it is called, and what its tabs are, for screen readers. */
  readonly say: (key: 'caption' | 'groups') => string;
  readonly columns: (rows: readonly HistoryRow[]) => readonly Column[];
  readonly groups: (rows: readonly HistoryRow[]) => readonly HistoryGroup[];
  /** The rows of a group, where all rows are read at once: the table then has no `groupKey`. */
  readonly pick?: (rows: readonly HistoryRow[], group: string) => readonly HistoryRow[];
  /** The code of the total; each part is loaded on use. */
  readonly summing: () => Promise<{ readonly summary: (rows: readonly HistoryRow[], date: string, how: SaySummary) => Summary }>;
  /** The code of an opened row. */
  readonly detailing: () => Promise<{ readonly rowDetail: RowDetail }>;
}
