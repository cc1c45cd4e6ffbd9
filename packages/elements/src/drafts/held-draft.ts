const NAME = 'bhxh-kit-draft ';

/**
 * A draft that this page has open. Two tabs never write one draft: each holds its own by a lock of the browser, which a crash releases too.
 * A browser without such locks holds everything at once.
 */
export class HeldDraft {
  #release: (() => void) | undefined;
  #taking: Promise<boolean> | undefined;

  constructor(readonly id: string) {}

  /** The drafts that some page has open. */
  static async open(): Promise<ReadonlySet<string>> {
    const { held = [] } = (await navigator.locks?.query()) ?? {};
    return new Set(held.flatMap(({ name }) => (name?.startsWith(NAME) ? [name.slice(NAME.length)] : [])));
  }

  /** Answers whether the draft is this page's now, or was already. */
  take(): Promise<boolean> {
    if (this.#release || !navigator.locks) return Promise.resolve(true);
    return (this.#taking ??= new Promise<boolean>((answer, reject) => {
      const whileHeld = (lock: Lock | null) => {
        answer(lock !== null);
        return lock ? new Promise<void>((release) => (this.#release = release)) : undefined;
      };
      navigator.locks.request(NAME + this.id, { ifAvailable: true }, whileHeld).catch(reject);
    }).finally(() => (this.#taking = undefined)));
  }

  release(): void {
    this.#release?.();
    this.#release = undefined;
  }
}
