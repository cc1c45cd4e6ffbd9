import { html, type TemplateResult } from 'lit';
import { notice } from '../foundation/notice.js';
import type { CaseSession } from './case-session.js';
import type { CaseView } from './case-view.js';

/** What is said where no case is in view. */
export interface Absence extends Pick<CaseView, 't' | 'common'> {
  /** A case is asked for, and there is no client to read it. */
  readonly unconnected: boolean;
  readonly inWords: (error: unknown) => string;
  readonly again: () => void;
  /** A paper that is scanned opens its case. */
  readonly paper: TemplateResult;
}

/** Nothing chosen, nothing to ask, on its way, or failed with a way to try again. */
export function absentView({ state, problem }: CaseSession, { t, common, unconnected, inWords, again, paper }: Absence): TemplateResult {
  if (state === 'loading') return html`<p class="empty" role="status" aria-busy="true">${t('loading')}</p>`;
  if (state === 'failed' && problem?.kind === 'refused')
    return html`<h2 tabindex="-1">${t('failedTitle')}</h2>${notice('failed', inWords(problem.error), common, again)}`;
  return html`<p class="empty">${unconnected ? t('noClient') : t('none')}</p>${paper}`;
}
