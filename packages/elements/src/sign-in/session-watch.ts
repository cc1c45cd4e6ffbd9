import type { BhxhClient } from '@bhxh-kit/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds between two looks while the page is in view. */
const PAUSE = 60_000;

/**
 * Asks whether the session still is one: at once when somebody comes back to the page, and every minute while it is in view. A session that was ended on another device (A5) is
 * told with the next call alone, and a page that is only looked at makes none: what it shows would stay on a screen that somebody left behind.
 */
export class SessionWatch implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param client of the person who is signed in; none while nobody is */
  constructor(
    host: ReactiveControllerHost,
    private readonly client: () => BhxhClient | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#timer = setInterval(this.#look, PAUSE);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearInterval(this.#timer);
  }

  /** What the gateway refuses ends the session, which tells everybody; a line that is cut changes nothing. */
  readonly #look = () => {
    if (!document.hidden)
      this.client()
        ?.session.current()
        .catch(() => undefined);
  };
}
