import { type Column, cellText, type HistoryRow } from './columns.js';

export type SortDirection = 'ascending' | 'descending';

/** The order asked for: a column's key and a direction. */
export interface Sort {
  readonly key: string;
  readonly direction: SortDirection;
}

/** Rows as they were given, in the given order: what a table shows before anybody sorts or searches. Rows are named by their place in `rows`. */
export class ShownRows {
  readonly rows: readonly HistoryRow[];
  readonly columns: readonly Column[];

  constructor(rows: readonly HistoryRow[], columns: readonly Column[]) {
    this.rows = rows;
    this.columns = columns;
    this.shown = new Uint32Array(rows.length);
    for (let place = 0; place < rows.length; place += 1) this.shown[place] = place;
  }

  /** Places of the rows to show, in order. */
  shown: Uint32Array;
  sort: Sort | undefined;

  /** A cell as people read it, by the row's place. */
  text(place: number, column: Column): string {
    return cellText(this.rows[place] ?? {}, column);
  }
}
