import type { RateBucket } from '@bhxh-kit/contract';

/** After a 429 every call of the same bucket waits, not only the one that was refused: a page of ten elements must not become ten refusals. */
export class Pauses {
  readonly #until = new Map<RateBucket, number>();

  /** Milliseconds to wait before the next call of this bucket; 0 when free. */
  left(bucket: RateBucket): number {
    return Math.max(0, (this.#until.get(bucket) ?? 0) - performance.now());
  }

  /** Pauses a bucket; a shorter pause never cuts a longer one. */
  pause(bucket: RateBucket, milliseconds: number): void {
    this.#until.set(bucket, Math.max(this.#until.get(bucket) ?? 0, performance.now() + milliseconds));
  }
}
