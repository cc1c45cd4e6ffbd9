/** The pause after too many wrong passwords (A1), counted by the device from when the gateway said it. */
export class Lock {
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param tick called every second while it is locked
   * @param over called once when it is over
   */
  constructor(
    private readonly tick: () => void,
    private readonly over: () => void,
  ) {}

  get secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#until - performance.now()) / 1000));
  }

  begin(seconds: number): void {
    this.#until = performance.now() + seconds * 1000;
    this.count();
  }

  /** Counts on where it was ended. */
  count(): void {
    this.end();
    if (this.secondsLeft === 0) return;
    this.#timer = setInterval(() => {
      if (this.secondsLeft > 0) return this.tick();
      this.end();
      this.over();
    }, 1000);
  }

  /** Stops counting, e.g. because the element was taken away; the pause goes on. */
  end(): void {
    clearInterval(this.#timer);
  }
}
