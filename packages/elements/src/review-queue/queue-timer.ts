import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SECOND = 1000;
/** The words of a deadline change with the hour; a minute late is soon enough. */
const MINUTE = 60 * SECOND;

interface Timed {
  /** Seconds in which the last list can be taken back. */
  undoSeconds(): number;
  /** Seconds between two quiet looks; 0 for none. */
  lookEvery(): number;
  look(): void;
}

/** Renders the queue anew as time passes, and looks quietly for news while somebody sees the page. */
export class QueueTimer implements ReactiveController {
  #tick: ReturnType<typeof setTimeout> | undefined;
  #next: ReturnType<typeof setTimeout> | undefined;
  #every = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly timed: Timed,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    clearTimeout(this.#tick);
    this.#tick = setTimeout(() => this.host.requestUpdate(), this.timed.undoSeconds() > 0 ? SECOND : MINUTE);
    if (this.timed.lookEvery() !== this.#every) this.#wait();
  }

  hostDisconnected(): void {
    clearTimeout(this.#tick);
    clearTimeout(this.#next);
    this.#every = 0;
  }

  #wait(): void {
    clearTimeout(this.#next);
    this.#every = this.timed.lookEvery();
    if (!(this.#every > 0)) return;
    this.#next = setTimeout(() => {
      if (document.visibilityState === 'visible') this.timed.look();
      this.#wait();
    }, this.#every * SECOND);
  }
}
