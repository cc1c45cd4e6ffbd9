import { html, nothing, type TemplateResult } from 'lit';
import type { CheckHost } from '../checks/check-surroundings.js';
import { LazyPart } from '../foundation/lazy-part.js';
import type { CommonWords } from '../foundation/words.common.js';
import type { Translate } from '../foundation/words.js';
import { checkTools } from './check-tools.js';
import type { FormView } from './form-view.js';
import { awaited } from './problem.js';
import type { PhotographsStep } from './steps/photographs-step.js';

/** The photographs' step: two steps away when the form opens, and a fifth of its weight, so it is loaded while the person writes. */
export class PhotographsPart {
  readonly #step: LazyPart<PhotographsStep>;
  #shown = false;

  constructor(host: CheckHost) {
    this.#step = new LazyPart(host, async () => new (await import('./steps/photographs-step.js')).PhotographsStep(host, checkTools));
  }

  /** Fulfilled when nothing is being loaded. */
  get settled(): Promise<void> {
    return this.#step.settled;
  }

  /** Stays in the page once it was shown, hidden on the other steps: an upload goes on while the person looks back. */
  render(view: FormView, common: Translate<CommonWords>): TemplateResult {
    const { step } = view.form;
    const came = step === 'photographs' && !this.#shown;
    this.#shown ||= came;
    // Ahead once, and once more when the person comes to it: asked for at every drawing, a failure would ask again by itself, without end.
    if ((came || (step !== 'subject' && this.#step.state === 'idle')) && view.asked('photographs').length > 0) void this.#step.load();
    return html`<div ?hidden=${step !== 'photographs'}>${this.#shown ? this.#body(view, common) : nothing}</div>`;
  }

  #body(view: FormView, common: Translate<CommonWords>): TemplateResult {
    const { state, value } = this.#step;
    if (value) return value.render(view);
    return awaited(state === 'failed', view.t('partFailed'), common, () => void this.#step.load());
  }
}
