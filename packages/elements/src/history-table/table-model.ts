import { foldVietnamese } from '@bhxh-kit/domain/text/fold.js';
import { ColumnIndex } from './column-index.js';
import type { Column } from './columns.js';
import type { ShownRows, Sort, SortDirection } from './shown-rows.js';

/**
 * Sorts and narrows rows. Sorting is stable on the given order; a query matches a row when each of its words occurs in some cell, without diacritics.
 * Loaded when somebody is about to do either. Knows no DOM.
 */
export class TableModel {
  readonly #given: ShownRows;
  readonly #indexes = new Map<string, ColumnIndex>();
  #order: Uint32Array;
  #query = '';
  #matching: Uint8Array | undefined;

  /** @param given shows the rows; its order and choice are set from here */
  constructor(given: ShownRows) {
    this.#given = given;
    this.#order = given.shown;
  }

  sortBy(sort: Sort): void {
    const column = this.#given.columns.find(({ key }) => key === sort.key);
    if (!column) return;
    this.#given.sort = sort;
    this.#order = ordered(this.#index(column), sort.direction);
    this.#show();
  }

  /** Narrows to the rows that hold every word of the query. */
  filter(query: string): void {
    const words = foldVietnamese(query).split(' ').filter(Boolean);
    const folded = words.join(' ');
    if (folded === this.#query) return;
    // Words grown at the end can only match fewer rows, and those that stayed have been asked for.
    const before = this.#query && folded.startsWith(this.#query) ? this.#matching : undefined;
    const asked = before ? this.#query.split(' ') : [];
    this.#query = folded;
    this.#matching =
      words.length > 0
        ? this.#match(
            words.filter((word) => !asked.includes(word)),
            before,
          )
        : undefined;
    this.#show();
  }

  #match(words: readonly string[], before: Uint8Array | undefined): Uint8Array {
    const matching = before ?? new Uint8Array(this.#given.rows.length).fill(1);
    const indexes = this.#given.columns.map((column) => this.#index(column));
    for (const word of words) {
      const found = new Uint8Array(matching.length);
      for (const index of indexes) {
        const held = index.holding(word);
        for (let row = 0; row < found.length; row += 1) found[row]! |= held[index.ids[row] as number] as number;
      }
      for (let row = 0; row < found.length; row += 1) matching[row]! &= found[row] as number;
    }
    return matching;
  }

  #show(): void {
    const matching = this.#matching;
    this.#given.shown = matching ? this.#order.filter((row) => matching[row]) : this.#order;
  }

  #index(column: Column): ColumnIndex {
    let index = this.#indexes.get(column.key);
    if (!index) {
      index = new ColumnIndex(this.#given, column);
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
