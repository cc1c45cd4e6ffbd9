import type { Countdown } from '@bhxh-kit/domain';
import { countdown } from '@bhxh-kit/domain/declaration/deadline.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Longest wait `setTimeout` keeps; a deadline is at most some days away, its next change at most an hour. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** Counts down to a deadline by the gateway's clock: the device tells only how much time has passed since the answer came. */
export class DeadlineClock implements ReactiveController {
  #dueAt = '';
  #answeredAt = 0;
  #heardAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Starts: `now` is the moment of the gateway's clock when it answered. */
  start(dueAt: string | undefined, now: string): void {
    this.#dueAt = dueAt ?? '';
    this.#answeredAt = Date.parse(now);
    this.#heardAt = performance.now();
    this.#schedule();
  }

  /** What is left now; nothing without a deadline. */
  get left(): Countdown | undefined {
    if (!this.#dueAt || Number.isNaN(this.#answeredAt)) return undefined;
    return countdown(this.#dueAt, new Date(this.#answeredAt + performance.now() - this.#heardAt).toISOString());
  }

  hostConnected(): void {
    this.#schedule();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const wait = this.left?.changesIn;
    if (wait === undefined) return;
    this.#timer = setTimeout(
      () => {
        this.host.requestUpdate();
        this.#schedule();
      },
      Math.min(wait, LONGEST_WAIT),
    );
  }
}
