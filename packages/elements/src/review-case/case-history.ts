import type { ReviewStep } from '@bhxh-kit/contract';
import { actWords, reasonWords } from '@bhxh-kit/domain/review/review-words.js';
import { html, nothing, type TemplateResult } from 'lit';
import { momentText } from '../deadline/deadline-note.js';
import type { CaseView } from './case-view.js';

/** What happened to the case, oldest first: who, when, why. */
export function caseHistory(view: CaseView): TemplateResult {
  return html`<section class="history" part="history" aria-labelledby="history">
    <h3 id="history">${view.t('history')}</h3>
    <ol>${view.file.history.map((step) => stepView(view, step))}</ol>
  </section>`;
}

/** An act as a history tells it; what is no officer's act is told by the element's own words. */
export function actName({ t, locale }: Pick<CaseView, 't' | 'locale'>, act: string): string {
  if (act === 'declared' || act === 'cancelled' || act === 'undone') return t(`step-${act}`);
  return actWords(act, locale).done;
}

function stepView(view: CaseView, { act, at, officerName, agencyName, reasons = [], words, undone }: ReviewStep): TemplateResult {
  const { t, language, locale } = view;
  return html`<li class=${undone ? 'undone' : ''}>
    <p><strong>${actName(view, act)}</strong>${undone ? html` <span class="tag">${t('undone')}</span>` : nothing}</p>
    <p class="by"><time datetime=${at}>${momentText(at, language)}</time>${officerName ? html` · ${officerName}${agencyName ? html`, ${agencyName}` : nothing}` : nothing}</p>
    ${reasons.length > 0 ? html`<ul>${reasons.map((reason) => html`<li>${reasonWords(reason, locale).name}</li>`)}</ul>` : nothing}
    ${words ? html`<p class="said">${t('said', { words })}</p>` : nothing}
  </li>`;
}
