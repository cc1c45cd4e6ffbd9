/** Keeps the screen on while a QR code is shown to a reader. A browser without wake lock, or one that refuses, goes on without it. */
export class ScreenWake {
  #lock: WakeLockSentinel | undefined;
  #wanted = false;

  async hold(): Promise<void> {
    this.#wanted = true;
    document.addEventListener('visibilitychange', this.#again);
    await this.#take();
  }

  release(): void {
    this.#wanted = false;
    document.removeEventListener('visibilitychange', this.#again);
    this.#drop();
  }

  /** Nobody looks at a hidden page: the lock goes, if the browser has not taken it already, and is taken again when the page is back. */
  readonly #again = (): void => {
    if (document.hidden) this.#drop();
    else if (!this.#lock) void this.#take();
  };

  #drop(): void {
    void this.#lock?.release();
    this.#lock = undefined;
  }

  async #take(): Promise<void> {
    try {
      const lock = await navigator.wakeLock?.request('screen');
      if (this.#wanted && !document.hidden) this.#lock = lock;
      else void lock?.release();
    } catch {
      // Refused, e.g. at a low battery or by the page's permissions policy: the code shows all the same.
    }
  }
}
