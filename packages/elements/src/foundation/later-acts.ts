import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { notice } from './notice.js';
import type { StateWords } from './words.state.js';
import type { Translate } from './words.js';

/**
 * Acts whose code is loaded only when a person asks for them. One that fails, e.g. because the network was cut, is shown with a way to try again.
 * The kit's own bundles ask for a module that failed anew (`scripts/retried-imports.mjs`); a browser in a host's bundle may remember it, so the sentence also names the reload.
 */
export class LaterActs {
  /** Fulfilled when no act is under way; never rejects. */
  settled: Promise<void> = Promise.resolve();
  /** What failed and was not tried again yet. */
  readonly #failed = new Map<unknown, () => Promise<unknown>>();
  readonly #begun = new Set<() => Promise<unknown>>();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly common: Translate<StateWords>,
  ) {}

  /** `what` tells one act from another where every call brings a function of its own: of the same thing only the last failure counts. */
  readonly run = (act: () => Promise<unknown>, what: unknown = act): Promise<void> => {
    const { settled } = this;
    const done = this.#try(act, what);
    this.settled = done.then(() => settled);
    return done;
  };

  /** Runs an act the first time only, e.g. the fetching of a part that an update found missing; again when a person asks for it. */
  once(act: () => Promise<unknown>): void {
    if (this.#begun.has(act)) return;
    this.#begun.add(act);
    void this.run(act);
  }

  async #try(act: () => Promise<unknown>, what: unknown): Promise<void> {
    const again = this.#failed.delete(what);
    try {
      await act();
    } catch {
      this.#failed.set(what, act);
    }
    if (again || this.#failed.has(what)) this.host.requestUpdate();
  }

  /** Whether an act failed, and nobody tried again. */
  get failed(): boolean {
    return this.#failed.size > 0;
  }

  /** What to say of the acts that failed, to render beside the buttons. */
  notice(): TemplateResult | typeof nothing {
    return this.failed ? notice('failed no-print', this.common('actFailed'), this.common, this.#again) : nothing;
  }

  readonly #again = (): void => {
    for (const [what, act] of [...this.#failed]) void this.run(act, what);
  };
}

const failedAhead = new Set<() => Promise<unknown>>();

/**
 * Fetches code somebody is about to need, e.g. because the pointer is on its button. A failure is told when it is needed, and the part left alone until then:
 * where the network is cut, every step of the focus would ask for it again.
 */
export function fetchAhead(...parts: readonly (() => Promise<unknown>)[]): void {
  for (const part of parts) if (!failedAhead.has(part)) part().catch(() => failedAhead.add(part));
}
