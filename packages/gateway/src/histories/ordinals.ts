/**
 * Gives the rows of one person's history their places, the oldest 1: a page is ordered by them, and nobody who has the database reads a day out of it
 * (docs/decisions/016). Rows of one time are ordered by their ids.
 */
export function withOrdinals<Row extends { readonly id: string }>(rows: readonly Row[], timeOf: (row: Row) => string): (Row & { readonly ordinal: number })[] {
  return rows
    .map((row) => ({ row, key: `${timeOf(row)} ${row.id}` }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ row }, at) => ({ ...row, ordinal: at + 1 }));
}
