import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Says changes to screen readers, politely. Render `region` once, where the person is (inside the dialog while one is open: everything outside is inert),
 * before the first `say`: a live region that appears together with its text stays silent.
 */
export class Announcer implements ReactiveController {
  readonly region = document.createElement('div');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.region.className = 'visually-hidden';
    this.region.setAttribute('role', 'status');
    host.addController(this);
  }

  /**
   * Says a sentence after a short rest, so that a fast typist hears only the last one. The same sentence again is said again: it ends with a space that
   * it did not have, or has none, because Orca (43, Firefox 153 ESR) passes over a text that it said last, even if the region was emptied in between.
   */
  say(sentence: string): void {
    this.hush();
    this.#timer = setTimeout(() => {
      if (sentence) this.region.textContent = this.#said = sentence + (sentence === this.#said ? '\u00a0' : '');
    }, 150);
  }

  /** Takes back what was said: whoever reads on would find it long after it was so. */
  hush(): void {
    clearTimeout(this.#timer);
    this.region.textContent = '';
  }

  hostDisconnected(): void {
    this.hush();
  }
}
