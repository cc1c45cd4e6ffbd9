import type { BhxhClient } from '@bhxh-kit/client';
import type { DeclarationForm, StepId } from '@bhxh-kit/domain';
import { knowRules } from '@bhxh-kit/domain/declaration/known-rules.js';
import { loadEveryWord } from '@bhxh-kit/domain/wording';
import { nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { LazyPart } from '../foundation/lazy-part.js';
import type { CommonWords } from '../foundation/words.common.js';
import { type Listener, type Translate, translator } from '../foundation/words.js';
import type { FormView } from './form-view.js';
import { awaited } from './problem.js';
import { stepTools } from './step-tools.js';
import type { KnownPerson } from './with-profile.js';
import type { DeclarationFormWords } from './words.js';

type Kind = Pick<DeclarationForm, 'purpose' | 'subject'>;
type FormWords = Translate<DeclarationFormWords>;

/** The steps that are loaded too. */
const CHANGING: readonly StepId[] = ['adjustment', 'stopping'];

/** Adjusting, stopping, children and organisations (R1, R2, R16): rules, words and steps that are loaded once a person chooses one of them. */
export class Purposes {
  readonly #part: LazyPart<typeof import('./purposes-part.js')>;
  #known: KnownPerson | undefined;

  constructor(private readonly host: ReactiveControllerHost & Listener) {
    this.#part = new LazyPart(host, async () => {
      const [part] = await Promise.all([import('./purposes-part.js'), loadEveryWord()]);
      knowRules(part.EVERY_RULE);
      return part;
    });
  }

  /** Fulfilled when nothing is being loaded. */
  get settled(): Promise<void> {
    return this.#part.settled;
  }

  /** Whether the form can be asked: what registers oneself is known from the start. */
  knows({ purpose, subject }: Kind): boolean {
    return this.#part.state === 'ready' || (purpose === 'register' && (subject ?? 'individual') === 'individual');
  }

  load(): Promise<void> {
    return this.#part.load();
  }

  /** Loads what a form needs; answers whether it is here. */
  async ready(form: Kind): Promise<boolean> {
    if (!this.knows(form)) await this.load();
    return this.knows(form);
  }

  /** In the place of what a step asks while it is being loaded; begins to load it. The first step asks nothing of it: there only a failure is told. */
  awaited(form: DeclarationForm, t: FormWords, common: Translate<CommonWords>): TemplateResult | typeof nothing {
    // The words of the steps ahead come while the person writes; without them a fault still names its field.
    if (form.step !== 'subject') loadEveryWord().catch(() => undefined);
    if (this.knows(form)) return nothing;
    const { state } = this.#part;
    if (state === 'idle') queueMicrotask(() => void this.load());
    if (state !== 'failed' && form.step === 'subject') return nothing;
    return awaited(state === 'failed', t('partFailed'), common, () => void this.load());
  }

  step(view: FormView): TemplateResult | typeof nothing {
    const part = this.#part.value;
    if (!part || !CHANGING.includes(view.form.step)) return nothing;
    return part.changeStep(view, stepTools, translator(part.purposeWords, this.host), this.#known?.present);
  }

  /** The form's words, or its receipt's, in those of its purpose or its subject where these have some. */
  words<Vi>(t: Translate<Vi>, { purpose, subject }: Kind): Translate<Vi> {
    const words = this.#part.value?.purposeWords;
    if (!words) return t;
    const own = translator(words, this.host);
    return (key, ...facts) => {
      const found = [`${key}-${purpose}`, `${key}-${subject}`].find((candidate) => candidate in words.vi);
      return found ? own(found as 'doWait-stop', ...(facts as [])) : t(key, ...facts);
    };
  }

  /** Fills in what the session tells of who declares. Nothing while the rules are not here. */
  async fill(client: BhxhClient, fill: (known: (form: DeclarationForm) => DeclarationForm) => void): Promise<void> {
    this.#known = await this.#part.value?.withProfile(client);
    if (this.#known) fill(this.#known.fill);
  }
}
