import type { Correction } from '@bhxh-kit/contract';
import { faultsOf, fieldAt } from '@bhxh-kit/domain';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { LazyPart } from '../foundation/lazy-part.js';
import type { CommonWords } from '../foundation/words.common.js';
import { type Listener, type Translate, translator } from '../foundation/words.js';
import type { CorrectionTools } from './correction-part.js';
import type { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';
import { awaited } from './problem.js';
import type { Purposes } from './purposes.js';

const tools: CorrectionTools = { html, nothing, faultsOf, fieldAt };

/** A rejected declaration that came back (O4, R17): what begins the form with it and tells its reasons is loaded then. */
export class Correcting {
  readonly #part: LazyPart<typeof import('./correction-part.js')>;
  #begun: Correction | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Listener,
    purposes: Purposes,
  ) {
    this.#part = new LazyPart(host, async () => (await Promise.all([import('./correction-part.js'), purposes.load()]))[0]);
  }

  /** Fulfilled when nothing is being loaded. */
  get settled(): Promise<void> {
    return this.#part.settled;
  }

  /** Begins the form with what was given, once the code for it is here; says whether it did just now. */
  begins(session: FormSession, given: Correction | undefined): boolean {
    if (!given || given === this.#begun) return false;
    const { state, value } = this.#part;
    if (state === 'idle') void this.#part.load();
    if (!value) return false;
    this.#begun = given;
    value.beginCorrection(session, given, tools);
    return true;
  }

  /** In the place of the form while it is being loaded. */
  awaited(given: Correction | undefined, failed: string, common: Translate<CommonWords>): TemplateResult | undefined {
    if (!given || given === this.#begun) return undefined;
    return awaited(this.#part.state === 'failed', failed, common, () => void this.#part.load());
  }

  /** Above the step. */
  note(view: FormView): TemplateResult | typeof nothing {
    const { value } = this.#part;
    return this.#begun && value ? value.correctionNote(view, this.#begun, tools, translator(value.correctionWords, this.host)) : nothing;
  }
}
