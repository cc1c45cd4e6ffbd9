import type { Correction } from '@bhxh-kit/contract';
import type { FieldId, faultsOf, fieldAt, StepId } from '@bhxh-kit/domain';
// By their own files: through the first entry a bundler that splits would cut the form's rules off into a chunk of their own.
import { correctedForm } from '@bhxh-kit/domain/declaration/correcting.js';
import { concernedBy } from '@bhxh-kit/domain/review/rejection-reasons.js';
import { reasonWords } from '@bhxh-kit/domain/review/review-words.js';
import type { html, nothing, TemplateResult } from 'lit';
import type { Translate } from '../foundation/words.js';
import type { correctionWords } from './correction-words.js';
import type { FormSession } from './form-session.js';
import type { FormView } from './form-view.js';

export { correctionWords } from './correction-words.js';

/** What the form lends: with its own copies of these the part would know other rules than the form. */
export interface CorrectionTools {
  readonly html: typeof html;
  readonly nothing: typeof nothing;
  readonly faultsOf: typeof faultsOf;
  readonly fieldAt: typeof fieldAt;
}

/** The form goes on with a rejected declaration (O4, R17): at the first step with something marked, or at the review where the declaration itself is right. */
export function beginCorrection(session: FormSession, given: Correction, { faultsOf }: CorrectionTools): void {
  session.goOnWith(correctedForm(session.form, given));
  session.tell(faultsOf(session.form).filter(({ code }) => code === 'correction.look-again'));
  // What is marked is no mistake of this step: the note above it says what to do.
  session.summary = [];
}

/** Why it was rejected, each reason with its way out and the fields it is about. Stands above every step until the declaration is recorded. */
export function correctionNote(view: FormView, given: Correction, tools: CorrectionTools, t: Translate<(typeof correctionWords)['vi']>): TemplateResult {
  const { html, nothing } = tools;
  const { reference, reasons, words } = given;
  return html`<section class="notice" part="correction" aria-labelledby="correction-title">
    <h3 id="correction-title">${t('correctionTitle', { reference })}</h3>
    <p>${t('correctionKept')}</p>
    <ul>
      ${reasons.map((reason) => reasonRow(view, reason, tools, t))}
    </ul>
    ${words ? html`<p><strong>${t('correctionWords')}</strong> ${words}</p>` : nothing}
  </section>`;
}

function reasonRow(view: FormView, reason: string, { html, nothing, fieldAt }: CorrectionTools, t: Translate<(typeof correctionWords)['vi']>): TemplateResult {
  const { told, wayOut } = reasonWords(reason, view.language === 'en' ? 'en' : 'vi');
  const asked = concernedBy(reason)
    .flatMap((pointer) => (pointer === '/photographs' ? view.asked('photographs').map(({ id }) => id) : (fieldAt(pointer) ?? [])))
    .flatMap((field) => {
      const step = STEPS.find((candidate) => view.asked(candidate).some(({ id }) => id === field));
      return step ? [{ field, step }] : [];
    });
  const link = ({ field, step }: { readonly field: FieldId; readonly step: StepId }, at: number) => {
    const go = (event: Event) => {
      event.preventDefault();
      view.goTo(step, field);
    };
    return html`${at > 0 ? ', ' : nothing}<a href="#field-${field}" @click=${go}>${view.label(field)}</a>`;
  };
  return html`<li><strong>${told}</strong> ${wayOut}${asked.length > 0 ? html` ${t('correctionGo')} ${asked.map(link)}.` : nothing}</li>`;
}

/** The steps that ask something a reason may be about. */
const STEPS = ['person', 'adjustment', 'stopping', 'photographs', 'agency'] as const satisfies readonly StepId[];
