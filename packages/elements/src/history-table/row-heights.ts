/**
 * Where each row of a windowed list lies when rows differ in height: a measured height where one is known, the average of the measured elsewhere.
 * Positions are those of the list as shown; heights are remembered by row, so that they survive a sort. Pixels.
 */
export class RowHeights {
  readonly #measured = new Map<number, number>();
  #sum = 0;
  #offsets: Float64Array | undefined;
  #rows: Uint32Array = new Uint32Array();
  readonly #guess: number;

  constructor(guess: number) {
    this.#guess = guess;
  }

  /** The rows as shown now. */
  set rows(rows: Uint32Array) {
    this.#rows = rows;
    this.#offsets = undefined;
  }

  /** Forgets every height, e.g. when the width changed. */
  forget(): void {
    this.#measured.clear();
    this.#sum = 0;
    this.#offsets = undefined;
  }

  /** Notes the height of the row at a position. Answers whether it was news. */
  measure(position: number, height: number): boolean {
    const row = this.#rows[position];
    if (row === undefined) return false;
    const before = this.#measured.get(row);
    if (before !== undefined && Math.abs(before - height) < 0.5) return false;
    this.#measured.set(row, height);
    this.#sum += height - (before ?? 0);
    this.#offsets = undefined;
    return true;
  }

  /** The top of the row at a position; at `count` the height of the whole list. */
  top(position: number): number {
    return this.#tops()[Math.max(0, Math.min(position, this.#rows.length))] as number;
  }

  /** The position of the row that covers a height. */
  at(height: number): number {
    const tops = this.#tops();
    let low = 0;
    let high = this.#rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((tops[middle] as number) <= height) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  /** One pass of additions over all rows: 10,000 take some ten microseconds, so nothing cleverer is kept. */
  #tops(): Float64Array {
    if (this.#offsets) return this.#offsets;
    const average = this.#measured.size > 0 ? this.#sum / this.#measured.size : this.#guess;
    const tops = new Float64Array(this.#rows.length + 1);
    this.#rows.forEach((row, position) => {
      tops[position + 1] = (tops[position] as number) + (this.#measured.get(row) ?? average);
    });
    this.#offsets = tops;
    return tops;
  }
}
