/**
 * Where each row of a windowed list lies when rows differ in height: a measured height where one is known, the average of the measured elsewhere.
 * Positions are those of the list as shown; heights are remembered by row, so that they survive a sort. Pixels.
 */
export class RowHeights {
  /** By row; 0 where none is known. An array and no map, because every row is asked at each new height. */
  #measured = new Float64Array();
  #count = 0;
  #sum = 0;
  #offsets: Float64Array | undefined;
  /** What a row without a known height is taken for in the offsets. */
  #average: number;
  #rows: Uint32Array = new Uint32Array();
  readonly #guess: number;

  constructor(guess: number) {
    this.#guess = this.#average = guess;
  }

  /** The rows as shown now. */
  set rows(rows: Uint32Array) {
    this.#rows = rows;
    if (rows.length > this.#measured.length) this.#grow(rows.length);
    this.#offsets = undefined;
  }

  /** Forgets every height, e.g. when the width changed. */
  forget(): void {
    this.#measured.fill(0);
    this.#count = this.#sum = 0;
    this.#offsets = undefined;
  }

  /** Notes the height of the row at a position. Answers whether it was news. */
  measure(position: number, height: number): boolean {
    const row = this.#rows[position];
    if (row === undefined) return false;
    if (row >= this.#measured.length) this.#grow(row + 1);
    const before = this.#measured[row] as number;
    const assumed = before || this.#average;
    if (before > 0 && Math.abs(before - height) < 0.5) return false;
    if (before === 0) this.#count += 1;
    this.#measured[row] = height;
    this.#sum += height - before;
    // A row as high as it was taken for moves none.
    if (Math.abs(assumed - height) < 0.5) return false;
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

  #grow(rows: number): void {
    const measured = new Float64Array(Math.max(rows, this.#rows.length));
    measured.set(this.#measured);
    this.#measured = measured;
  }

  /** One pass of additions over all rows: 10,000 take some ten microseconds, so nothing cleverer is kept. */
  #tops(): Float64Array {
    if (this.#offsets) return this.#offsets;
    const [rows, measured] = [this.#rows, this.#measured];
    const average = (this.#average = this.#count > 0 ? this.#sum / this.#count : this.#guess);
    const tops = new Float64Array(rows.length + 1);
    let top = 0;
    for (let position = 0; position < rows.length; position += 1) {
      top += measured[rows[position] as number] || average;
      tops[position + 1] = top;
    }
    this.#offsets = tops;
    return tops;
  }
}
