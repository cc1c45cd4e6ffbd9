import type { Correction } from '@bhxh-kit/contract';
import type { FieldId, faultsOf, fieldAt, formatDate, StepId } from '@bhxh-kit/domain';
// By their own files: through the first entry a bundler that splits would cut the form's rules off into a chunk of their own.
import { correctedForm, takenAgain } from '@bhxh-kit/domain/declaration/correcting.js';
import { concernedBy } from '@bhxh-kit/domain/review/rejection-reasons.js';
import { reasonWords } from '@bhxh-kit/domain/review/review-words.js';
import type { TemplateResult } from 'lit';
import type { CheckHost } from '../checks/check-surroundings.js';
import type { Translate } from '../foundation/words.js';
import type { CheckTools } from './check-tools.js';
import { correctionWords } from './correction-words.js';
import type { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';

/** What the form lends: with its own copies of these the part would know other rules than the form. */
export interface CorrectionTools extends Pick<CheckTools, 'html' | 'nothing' | 'translator'> {
  readonly faultsOf: typeof faultsOf;
  readonly fieldAt: typeof fieldAt;
  readonly formatDate: typeof formatDate;
}

/** The steps that ask something a reason may be about. */
const STEPS = ['person', 'adjustment', 'stopping', 'photographs', 'agency'] as const satisfies readonly StepId[];

/** A form that goes on with a rejected declaration (O4, R17). */
export class CorrectionPart {
  readonly #t: Translate<(typeof correctionWords)['vi']>;
  #given: Correction | undefined;

  constructor(
    host: CheckHost,
    private readonly tools: CorrectionTools,
  ) {
    this.#t = tools.translator(correctionWords, host);
  }

  /** Goes on with what was given, once: at the first step with something marked, or at the review where the declaration itself is right. */
  begin(session: FormSession, given: Correction, goOn: (form: FormSession['form']) => void): void {
    if (given === this.#given) return;
    this.#given = given;
    goOn(correctedForm(session.form, given, this.tools.formatDate));
    session.tell(this.tools.faultsOf(session.form).filter(({ code }) => code === 'correction.look-again'));
    // What is marked is no mistake of this step: the note above it says what to do.
    session.summary = [];
  }

  /** Why it was rejected, each reason with its way out and the fields it is about. Stands above every step until the declaration is recorded. */
  render(view: FormView): TemplateResult | undefined {
    const { html, nothing } = this.tools;
    const t = this.#t;
    if (!this.#given || view.form.step === 'receipt') return undefined;
    const { reference, reasons, words } = this.#given;
    return html`<section class="notice" part="correction" aria-labelledby="correction-title">
      <h3 id="correction-title">${t('correctionTitle', { reference })}</h3>
      <p>${t('correctionKept')}</p>
      <ul>
        ${reasons.map((reason) => this.#reason(view, reason))}
      </ul>
      ${words ? html`<p><strong>${t('correctionWords')}</strong> ${words}</p>` : nothing}
    </section>`;
  }

  #reason(view: FormView, reason: string): TemplateResult {
    const { html, nothing } = this.tools;
    const { told, wayOut } = reasonWords(reason, view.language === 'en' ? 'en' : 'vi');
    const fields = this.#askedBy(view, reason);
    const link = ({ field, step }: { readonly field: FieldId; readonly step: StepId }, at: number) => {
      const go = (event: Event) => {
        event.preventDefault();
        view.goTo(step, field);
      };
      return html`${at > 0 ? ', ' : nothing}<a href="#field-${field}" @click=${go}>${view.label(field)}</a>`;
    };
    return html`<li><strong>${told}</strong> ${wayOut}${fields.length > 0 ? html` ${this.#t('correctionGo')} ${fields.map(link)}.` : nothing}</li>`;
  }

  /** The fields a reason is about, as far as this form asks them, with their steps. */
  #askedBy(view: FormView, reason: string) {
    return concernedBy(reason)
      .flatMap((pointer) =>
        pointer === '/photographs' ? takenAgain(reason).map((kind) => `photograph-${kind}` as const) : (this.tools.fieldAt(pointer) ?? []),
      )
      .flatMap((field) => {
        const step = STEPS.find((candidate) => view.asked(candidate).some(({ id }) => id === field));
        return step ? [{ field, step }] : [];
      });
  }
}
