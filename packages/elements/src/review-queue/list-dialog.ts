import type { ReviewRow } from '@bhxh-kit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { problemBox } from '../foundation/problem-box.js';
import type { OpenList } from './list-desk.js';
import type { QueueView } from './queue-view.js';

/** The question before rows are approved, and the list that waits for its second person (O5). */
export function listDialog(view: QueueView): TemplateResult | typeof nothing {
  const { lists } = view;
  const { open } = lists.desk;
  if (!open) return nothing;
  return html`<dialog class="list-dialog" part="dialog" autofocus tabindex="-1" aria-labelledby="list-title" @close=${lists.closed}>
    ${open.kind === 'approve' ? askToApprove(view, open.rows) : askToConfirm(view, open)}
  </dialog>`;
}

function askToApprove(view: QueueView, rows: readonly ReviewRow[]): TemplateResult {
  const { list: t, lists } = view;
  const { busy } = lists.desk;
  const count = rows.length;
  const open = rows.filter(({ openElsewhere }) => openElsewhere).length;
  return html`<h3 id="list-title" tabindex="-1">${t('askTitle', { count })}</h3>
    ${byPurpose(view, rows)}
    <p>${t('askNote')}</p>
    <p>${t('askSecond')}</p>
    ${open > 0 ? html`<p class="warn">${t('askOpen', { count: open })}</p>` : nothing}${caseList(view, rows)}${failure(view)}
    <div class="actions">
      <button type="button" class="primary" id="list-go" ?disabled=${busy !== undefined} @click=${() => lists.act('approve')}>
        ${busy === 'approve' ? t('approving') : t('approve', { count })}
      </button>
      <button type="button" @click=${close}>${t('later')}</button>
    </div>`;
}

function askToConfirm(view: QueueView, { list: one, rows }: Extract<OpenList, { kind: 'waiting' }>): TemplateResult {
  const { list: t, lists, common } = view;
  const { busy } = lists.desk;
  const { officerName: name, agencyName: agency, mayConfirm } = one;
  // Nobody confirms what they have not seen: the button comes with the rows.
  const count = rows?.length ?? one.count;
  const decline = busy === 'decline' ? t('declining') : t(mayConfirm ? 'decline' : 'withdraw');
  return html`<h3 id="list-title" tabindex="-1">${t('waitingTitle', { count })}</h3>
    <p>${mayConfirm ? t('waitingLead', { name, agency }) : t('waitingOwn')}</p>
    ${rows ? html`${byPurpose(view, rows)}${caseList(view, rows)}` : busy === 'read' ? html`<p role="status">${common('loading')}</p>` : nothing}${failure(view)}
    <div class="actions">
      ${
        mayConfirm && rows
          ? html`<button type="button" class="primary" id="list-go" ?disabled=${busy !== undefined} @click=${() => lists.act('confirm')}>
              ${busy === 'confirm' ? t('confirming') : t('confirm', { count })}
            </button>`
          : nothing
      }
      ${rows ? html`<button type="button" id="list-decline" ?disabled=${busy !== undefined} @click=${() => lists.act('decline')}>${decline}</button>` : nothing}
      <button type="button" @click=${close}>${t('later')}</button>
    </div>`;
}

/** "Đăng ký sử dụng: 8" for each purpose there is. */
function byPurpose({ list: t, purposeName }: QueueView, rows: readonly ReviewRow[]): TemplateResult {
  const purposes = [...new Set(rows.map(({ purpose }) => purpose))];
  return html`<ul class="counts">
    ${purposes.map((purpose = '') => html`<li>${t('askPurpose', { name: purpose ? purposeName(purpose) : '–', count: rows.filter((row) => (row.purpose ?? '') === purpose).length })}</li>`)}
  </ul>`;
}

function caseList({ list: t, nameOf }: QueueView, rows: readonly ReviewRow[]): TemplateResult {
  return html`<div class="cases" role="group" tabindex="0" aria-label=${t('rows')}>
    <ol>${rows.map((row) => html`<li>${nameOf(row)} <span class="small">${row.reference}</span></li>`)}</ol>
  </div>`;
}

/** Why the act did not come about; the buttons stay to try again. */
function failure({ list: t, lists, inWords }: QueueView): TemplateResult | typeof nothing {
  const { problem } = lists.desk;
  if (problem === undefined) return nothing;
  return problemBox(t('notDone'), inWords(problem));
}

/** As Escape does: the browser gives the focus back to where it was. */
const close = (event: Event): void => (event.target as Element).closest('dialog')?.close();
