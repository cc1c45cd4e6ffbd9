import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { notice } from './notice.js';
import type { StateWords } from './words.state.js';
import type { Translate } from './words.js';

/**
 * Acts whose code is loaded only when a person asks for them. One that fails, e.g. because the network was cut, is shown with a way to try again.
 * Firefox and Safari remember a module that failed, so the sentence also names the reload.
 */
export class LaterActs {
  #failed: (() => Promise<unknown>) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly common: Translate<StateWords>,
  ) {}

  readonly run = async (act: () => Promise<unknown>): Promise<void> => {
    const before = this.#failed;
    this.#failed = undefined;
    try {
      await act();
    } catch {
      this.#failed = act;
    }
    if (this.#failed !== before) this.host.requestUpdate();
  };

  /** Whether the last act failed, and nobody tried again. */
  get failed(): boolean {
    return this.#failed !== undefined;
  }

  /** What to say of the last act, to render beside the buttons. */
  notice(): TemplateResult | typeof nothing {
    const failed = this.#failed;
    return failed ? notice('failed no-print', this.common('actFailed'), this.common, () => this.run(failed)) : nothing;
  }
}

/** Fetches code somebody is about to need, e.g. because the pointer is on its button. A failure is told when it is needed. */
export function fetchAhead(...parts: readonly (() => Promise<unknown>)[]): void {
  for (const part of parts) part().catch(() => undefined);
}
