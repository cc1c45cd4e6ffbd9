/** A pause longer than this, in milliseconds, ends what was typed in one go. */
export const PAUSE = 300;

/** After a rest longer than this a scanner may have begun in the middle of what a person types. */
const REST = 60;

/** Milliseconds from key to key on average, at most: scanners take 1 to 35, the fastest hands on record 55. */
const MEAN = 45;

interface Start<Mark> {
  readonly at: number;
  readonly mark: Mark;
  count: number;
}

/**
 * Tells a wedge scanner, which is a keyboard to the browser, from a person by the times of the keys alone. `Mark` is what is remembered of the place where a scanner may
 * have begun: when it began is known only afterwards.
 */
export class KeyRun<Mark> {
  #starts: Start<Mark>[] = [];
  #last = Number.NEGATIVE_INFINITY;

  /** Takes a key at a time in milliseconds; `mark` is asked where a scanner may have begun with it. */
  press(at: number, mark: () => Mark): void {
    const gap = at - this.#last;
    if (gap > PAUSE) this.forget();
    if (this.#starts.length === 0 || gap > REST) this.#starts.push({ at, mark: mark(), count: 0 });
    for (const start of this.#starts) start.count += 1;
    this.#last = at;
  }

  /** Where a scanner may have begun, the earliest first: places since which `least` keys or more came faster than hands are. */
  bursts(least: number): readonly Mark[] {
    return this.#starts.filter(({ at, count }) => count >= least && (this.#last - at) / Math.max(1, count - 1) <= MEAN).map(({ mark }) => mark);
  }

  forget(): void {
    this.#starts = [];
    this.#last = Number.NEGATIVE_INFINITY;
  }
}
