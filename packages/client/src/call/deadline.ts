/**
 * One clock for a whole call, all its tries and waits included. Built without `AbortSignal.any` and `AbortSignal.timeout`, which browsers of old front desks
 * (Chrome 109) lack: a time-out there must stop the request too.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #endsAt: number;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #callers: AbortSignal | undefined;
  #why: 'timeout' | 'abort' | undefined;

  /** @param timeout milliseconds for everything together */
  constructor(timeout: number, callers?: AbortSignal) {
    this.#endsAt = performance.now() + timeout;
    this.#callers = callers;
    this.#timer = setTimeout(() => this.#end('timeout'), timeout);
    if (callers?.aborted) this.#end('abort');
    else callers?.addEventListener('abort', this.#onAbort);
  }

  /** To hand to `fetch`. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why it is over, or undefined while it runs. */
  get over(): 'timeout' | 'abort' | undefined {
    return this.#why;
  }

  /** Milliseconds left. */
  get left(): number {
    return this.#endsAt - performance.now();
  }

  /** Waits, at most until the end. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#why) return resolve();
      const done = () => {
        clearTimeout(timer);
        this.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.signal.addEventListener('abort', done);
    });
  }

  /** Must be called when the call is over, so that nothing stays behind. */
  release(): void {
    clearTimeout(this.#timer);
    this.#callers?.removeEventListener('abort', this.#onAbort);
  }

  readonly #onAbort = (): void => this.#end('abort');

  #end(why: 'timeout' | 'abort'): void {
    this.#why ??= why;
    this.#controller.abort();
  }
}
