import type { Clock } from '../clock/clock.js';

/** Failures in a row after which nobody waits for the service any more. */
const FAILURES = 3;
/** Milliseconds until one call tries it again. */
const REST = 30_000;

/** Keeps people from waiting, one after the other, for a service that is down: opens after some failures in a row, lets one call through after a rest, and closes with its success. */
export class Circuit {
  #failures = 0;
  #restUntil = 0;

  constructor(private readonly clock: Clock) {}

  /** Whether a call may be made now. Open and rested, the one that asks is the try: others wait for its outcome. */
  get closed(): boolean {
    if (this.#failures < FAILURES) return true;
    const now = this.clock.now().getTime();
    if (now < this.#restUntil) return false;
    this.#restUntil = now + REST;
    return true;
  }

  note(success: boolean): void {
    this.#failures = success ? 0 : this.#failures + 1;
    if (!success) this.#restUntil = this.clock.now().getTime() + REST;
  }
}
