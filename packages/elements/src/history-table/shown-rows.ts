import { type Column, cellText, type HistoryRow } from './columns.js';

export type SortDirection = 'ascending' | 'descending';

/** The order asked for: a column's key and a direction. */
export interface Sort {
  readonly key: string;
  readonly direction: SortDirection;
}

/** Rows as they were given, in the given order: what a table shows before anybody sorts or searches. Rows are named by their place in `rows`. */
export class ShownRows {
  sort: Sort | undefined;
  #shown: Uint32Array | undefined;

  constructor(
    readonly rows: readonly HistoryRow[],
    readonly columns: readonly Column[],
  ) {}

  /** Places of the rows to show, in order. Written down when somebody asks for all of them: the first rows of a long list are seen before. */
  get shown(): Uint32Array {
    return (this.#shown ??= new Uint32Array(this.rows.length).map((_, place) => place));
  }
  set shown(places: Uint32Array) {
    this.#shown = places;
  }

  /** How many rows are shown. */
  get count(): number {
    return (this.#shown ?? this.rows).length;
  }

  /** The place of the row at a position. */
  placeAt(position: number): number {
    return this.#shown?.[position] ?? position;
  }

  /** A cell as people read it, by the row's place. */
  text(place: number, column: Column): string {
    return cellText(this.rows[place] ?? {}, column);
  }
}
