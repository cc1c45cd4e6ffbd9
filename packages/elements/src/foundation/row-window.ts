/** Which rows of a long list are in the document: `[start, end)`. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** The rows to render for a scroll position, with some to spare on both sides. Rows are of one height, in pixels. */
export function rowsInView(scrollTop: number, viewHeight: number, rowHeight: number, count: number, spare = 4): RowRange {
  const first = Math.min(Math.floor(Math.max(0, scrollTop) / rowHeight), Math.max(0, count - 1));
  const visible = Math.ceil(viewHeight / rowHeight) + 1;
  return { start: Math.max(0, first - spare), end: Math.min(count, first + visible + spare) };
}

/** Where to scroll so that a row is wholly in view, or the same position if it is. */
export function scrollToRow(row: number, scrollTop: number, viewHeight: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + viewHeight ? top + rowHeight - viewHeight : scrollTop;
}
