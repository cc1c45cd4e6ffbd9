import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CaseSession } from './case-session.js';

const SECOND = 1000;

/** Renders the host anew when something in view is another a moment later: every second while an act can be undone, and once the officer's lease is over. */
export class CaseTimer implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly session: CaseSession,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const { file, undoSeconds, leaseLeft } = this.session;
    if (!file || (undoSeconds === 0 && leaseLeft <= 0)) return;
    this.#timer = setTimeout(() => this.host.requestUpdate(), undoSeconds > 0 ? SECOND : leaseLeft);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
