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
    void this.#lock?.release();
    this.#lock = undefined;
  }

  /** The browser takes the lock away whenever the page is hidden. */
  readonly #again = (): void => {
    if (!document.hidden) void this.#take();
  };

  async #take(): Promise<void> {
    try {
      const lock = await navigator.wakeLock?.request('screen');
      if (this.#wanted) this.#lock = lock;
      else void lock?.release();
    } catch {
      // Refused, e.g. at a low battery or by the page's permissions policy: the code shows all the same.
    }
  }
}
