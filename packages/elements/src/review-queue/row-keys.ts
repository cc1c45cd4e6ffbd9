/** Where a key leads from a row, and whether it takes the rows on its way along. */
export interface RowMove {
  readonly to: 'next' | 'previous' | 'first' | 'last';
  readonly extend: boolean;
}

const MOVES: Readonly<Record<string, RowMove['to']>> = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' };

/** What a key does on a control of a row; nothing where it is not the table's: Tab, Space and Enter stay the browser's. `boxed`: it is the row's checkbox. */
export function rowMove(key: string, { shift, boxed }: { readonly shift: boolean; readonly boxed: boolean }): RowMove | undefined {
  const to = MOVES[key];
  return to && { to, extend: shift && boxed };
}

/** The place a move leads to among `count` rows. */
export function placeAfter(to: RowMove['to'], place: number, count: number): number {
  const places = { next: place + 1, previous: place - 1, first: 0, last: count - 1 };
  return Math.min(Math.max(places[to], 0), count - 1);
}
