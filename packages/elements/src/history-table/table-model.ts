import { foldVietnamese } from '@bhxh-kit/domain';
import { ColumnIndex } from './column-index.js';
import type { Column, HistoryRow } from './columns.js';

export type SortDirection = 'ascending' | 'descending';

/** The order asked for: a column's key and a direction. */
export interface Sort {
  readonly key: string;
  readonly direction: SortDirection;
}

/**
 * Which rows a history shows, in which order. Rows are named by their place in `rows`. Sorting is stable on the given order; a query matches a row when each
 * of its words occurs in some cell, without diacritics. Knows no DOM.
 */
export class TableModel {
  readonly rows: readonly HistoryRow[];
  readonly columns: readonly Column[];
  readonly #indexes = new Map<string, ColumnIndex>();
  #sort: Sort | undefined;
  #order: Uint32Array;
  #query = '';
  #matching: Uint8Array | undefined;
  #shown: Uint32Array;

  constructor(rows: readonly HistoryRow[], columns: readonly Column[]) {
    this.rows = rows;
    this.columns = columns;
    this.#order = Uint32Array.from(rows, (_, index) => index);
    this.#shown = this.#order;
  }

  get sort(): Sort | undefined {
    return this.#sort;
  }
  /** Places of the rows to show, in order. */
  get shown(): Uint32Array {
    return this.#shown;
  }

  /** The row shown at a position. */
  rowAt(position: number): HistoryRow {
    return this.rows[this.#shown[position] as number] as HistoryRow;
  }

  sortBy(sort: Sort | undefined): void {
    const column = this.columns.find(({ key }) => key === sort?.key);
    this.#sort = column && sort;
    this.#order = column && sort ? ordered(this.#index(column), sort.direction) : Uint32Array.from(this.rows, (_, index) => index);
    this.#show();
  }

  /** Narrows to the rows that hold every word of the query. */
  filter(query: string): void {
    const words = foldVietnamese(query).split(' ').filter(Boolean);
    const folded = words.join(' ');
    if (folded === this.#query) return;
    // Words grown at the end can only match fewer rows: those that already failed are not asked again.
    const before = this.#query && folded.startsWith(this.#query) ? this.#matching : undefined;
    this.#query = folded;
    this.#matching = words.length > 0 ? this.#match(words, before) : undefined;
    this.#show();
  }

  #match(words: readonly string[], before: Uint8Array | undefined): Uint8Array {
    const matching = before ?? new Uint8Array(this.rows.length).fill(1);
    const indexes = this.columns.map((column) => this.#index(column));
    for (const word of words) {
      const held = indexes.map((index) => index.holding(word));
      for (let row = 0; row < matching.length; row += 1) {
        if (matching[row] && !indexes.some((index, column) => held[column]?.[index.ids[row] as number])) matching[row] = 0;
      }
    }
    return matching;
  }

  #show(): void {
    const matching = this.#matching;
    this.#shown = matching ? this.#order.filter((row) => matching[row]) : this.#order;
  }

  #index(column: Column): ColumnIndex {
    let index = this.#indexes.get(column.key);
    if (!index) {
      index = new ColumnIndex(this.rows, column);
      this.#indexes.set(column.key, index);
    }
    return index;
  }
}

/** Rows by rank of their value, equal ones in the given order: a counting sort, so that no two rows are ever compared. */
function ordered({ ids, ranks, size }: ColumnIndex, direction: SortDirection): Uint32Array {
  const placeOf = (row: number): number => {
    const rank = ranks[ids[row] as number] as number;
    return direction === 'ascending' || rank === size ? rank : size - 1 - rank;
  };
  const starts = new Uint32Array(size + 2);
  for (let row = 0; row < ids.length; row += 1) starts[placeOf(row) + 1]! += 1;
  for (let place = 1; place < starts.length; place += 1) starts[place]! += starts[place - 1] as number;
  const order = new Uint32Array(ids.length);
  for (let row = 0; row < ids.length; row += 1) order[starts[placeOf(row)]!++] = row;
  return order;
}
