import { html, nothing, type TemplateResult } from 'lit';
import { momentText } from '../deadline/deadline-note.js';
import { accountNotes } from './account-notes.js';
import type { CaseView } from './case-view.js';

/** Which case it is: reference, name, where it stands and what for. */
export function caseHeading(view: CaseView, deadline: TemplateResult | typeof nothing): TemplateResult {
  const { t, file, language } = view;
  return html`<div>
    <h2 part="heading" tabindex="-1">${file.declared?.fullName ? html`${file.declared.fullName} <small>${file.reference}</small>` : file.reference}</h2>
    <dl class="glance">
      <div><dt>${t('status')}</dt><dd part="status">${view.statusName(file.status)}</dd></div>
      ${file.purpose ? html`<div><dt>${t('purpose')}</dt><dd>${view.codeName('purpose', file.purpose)}</dd></div>` : nothing}
      ${file.subject ? html`<div><dt>${t('subject')}</dt><dd>${view.codeName('subject', file.subject)}</dd></div>` : nothing}
      <div><dt>${t('receivedAt')}</dt><dd><time datetime=${file.receivedAt}>${momentText(file.receivedAt, language)}</time></dd></div>
      <div><dt>${t('agency')}</dt><dd>${file.agencyName}</dd></div>
    </dl>
    ${deadline}
  </div>`;
}

/** What an officer should know before acting: who else has it open, whether the account is there and the guardian is known, whether what is in view is old. */
export function caseNotices(view: CaseView, reload: () => void): TemplateResult {
  const { t, session } = view;
  const old = session.behind ? t('behind') : session.leaseLeft <= 0 ? t('stale', { minutes: 5 }) : '';
  return html`${openBySentences(view).map((sentence) => html`<p class="note" part="open-by">${sentence}</p>`)}
    ${accountNotes(view).map((note) => html`<p class="note">${note}</p>`)}
    ${old ? html`<div class="note stale" role="status"><p>${old}</p><button type="button" ?disabled=${session.busy !== undefined} @click=${reload}>${session.busy === 'reload' ? t('reloading') : t('reload')}</button></div>` : nothing}`;
}

/** Who else has the case open, a sentence each (O1). */
export const openBySentences = ({ t, file, language }: CaseView): readonly string[] =>
  file.openBy.map(({ officerName, agencyName, since }) => t('openBy', { name: officerName, agency: agencyName, moment: momentText(since, language) }));
