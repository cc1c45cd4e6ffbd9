import { html, type nothing, type TemplateResult } from 'lit';
import { type Acting, caseActs } from './case-acts.js';
import { caseDuplicates } from './case-duplicates.js';
import { caseFacts } from './case-facts.js';
import { caseHeading, caseNotices } from './case-heading.js';
import { caseHistory } from './case-history.js';
import type { CaseView } from './case-view.js';

/** What stands in the case besides what its view says. */
export interface CaseParts {
  readonly deadline: TemplateResult | typeof nothing;
  /** Why an act did not come about; not while the dialog says it. */
  readonly problem: TemplateResult | typeof nothing;
  readonly acting: Acting;
  /** The check of the paper (O2). */
  readonly paper: TemplateResult;
}

/** The whole case: which it is, what was declared, what may be the same, what can be done, what happened. */
export function caseBody(view: CaseView, { deadline, problem, acting, paper }: CaseParts): TemplateResult {
  return html`${caseHeading(view, deadline)}${caseNotices(view, acting.reload)}
    <div class="desk">
      <div class="main">
        <section aria-labelledby="facts"><h3 id="facts">${view.t('facts')}</h3>${caseFacts(view)}</section>
        ${caseDuplicates(view)}
      </div>
      ${caseActs(view, problem, acting, paper)}${caseHistory(view)}
    </div>`;
}
