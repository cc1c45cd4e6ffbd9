import type { ShownRows } from './shown-rows.js';
import { ROW_HEIGHT, type TableBody, WHOLE } from './table-body.js';

/** Rows of a long list that are drawn at a time: a box full, and none more than is seen. */
const FIRST = 13;

/** Draws the rows seen at a scroll position as if each were of one line: until the code of the window is there, or where it does not come. A short list is drawn whole. */
export function drawGuessed(body: TableBody, model: ShownRows, scrollTop: number): void {
  const { count } = model;
  const seen = count > WHOLE ? FIRST : count;
  const first = Math.min(Math.floor(scrollTop / ROW_HEIGHT), count - seen);
  const positions = Array.from({ length: seen }, (_, index) => first + index);
  body.draw(model, positions, (from, to) => (to - from) * ROW_HEIGHT);
}
