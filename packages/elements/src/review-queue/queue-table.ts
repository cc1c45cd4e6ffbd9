import type { ReviewRow } from '@bhxh-kit/contract';
import { spellDigits } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { QueueActs, QueueView } from './queue-view.js';
import { isApprovable } from './row-choice.js';

/** The queue as a native table (O1). Roles are written out because `display` of the card layout takes a table's own roles away. */
export function queueTable(view: QueueView, acts: QueueActs): TemplateResult {
  const { t, session, choosing } = view;
  return html`<div class="scroller" part="scroller" role="region" tabindex="0" aria-labelledby="caption">
    <table role="table" part="table" aria-busy=${String(session.state === 'loading')} @keydown=${acts.key}>
      <caption id="caption" class="visually-hidden">
        ${t('caption')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${choosing ? html`<th role="columnheader" scope="col" class="choose">${allBox(view, acts)}</th>` : nothing}
          ${(['name', 'reference', 'agencyName', 'due', 'status'] as const).map((key) => html`<th role="columnheader" scope="col">${t(key)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          session.rows,
          ({ id }) => id,
          (row) => queueRow(view, acts, row),
        )}
      </tbody>
    </table>
  </div>`;
}

function allBox({ t, session, choice }: QueueView, acts: QueueActs): TemplateResult {
  const open = session.rows.filter(isApprovable);
  const all = open.length > 0 && open.every(({ id }) => choice.has(id));
  return html`<label class="box">
    <input
      type="checkbox" id="choose-all" aria-label=${t('chooseAll')} ?disabled=${open.length === 0} .checked=${live(all)} .indeterminate=${live(!all && choice.size > 0)}
      @change=${(event: Event) => acts.chooseAll((event.target as HTMLInputElement).checked)}
    /><span class="narrow" aria-hidden="true">${t('chooseShort')}</span>
  </label>`;
}

function queueRow(view: QueueView, acts: QueueActs, row: ReviewRow): TemplateResult {
  const { t, choice, choosing, current } = view;
  const { id, reference, purpose, subject, agencyName, status } = row;
  const due = view.due(row);
  return html`<tr
    role="row" part="row" class="row ${choice.has(id) ? 'chosen' : ''} ${choosing && isApprovable(row) ? 'boxed' : ''}" data-id=${id} aria-current=${id === current ? 'true' : nothing}
    @click=${(event: MouseEvent) => pressed(event, () => acts.open(row))}
  >
    ${choosing ? html`<td role="cell" class="choose">${isApprovable(row) ? rowBox(view, acts, row) : nothing}</td>` : nothing}
    <th role="rowheader" scope="row" class="who">
      <button type="button" class="quiet open" part="open" aria-label=${t('openCase', { name: view.nameOf(row) })} @click=${() => acts.open(row)}>${view.nameOf(row)}</button>
      ${row.maskedNumber ? html`<span class="small">${masked(view, row.maskedNumber)}</span>` : nothing}
    </th>
    <td role="cell" data-label=${t('reference')}><span class="value"><span class="code">${reference}</span><span class="small">${[purpose && view.purposeName(purpose), subject && view.subjectName(subject)].filter(Boolean).join(' · ')}</span></span></td>
    <td role="cell" data-label=${t('agencyName')}><span class="value">${agencyName}</span></td>
    <td role="cell" data-label=${t('due')}><span class="value due" part="deadline" data-state=${due.state}><strong>${due.left}</strong><span class="small">${due.moment}</span></span></td>
    <td role="cell" data-label=${t('status')}><span class="value">
      <span class="status" data-status=${status}>${view.statusName(status)}</span>
      ${row.openElsewhere ? html`<span class="tag">${t('openElsewhere')}</span>` : nothing}${id === current ? html`<span class="tag here">${t('current')}</span>` : nothing}
    </span></td>
  </tr>`;
}

function rowBox(view: QueueView, acts: QueueActs, row: ReviewRow): TemplateResult {
  const { t, choice } = view;
  const name = t('chooseRow', { name: view.nameOf(row), reference: row.reference });
  return html`<label class="box" @click=${(event: MouseEvent) => besideBox(event) && acts.choose(row, event)}>
    <input type="checkbox" aria-label=${name} .checked=${live(choice.has(row.id))} @click=${(event: MouseEvent) => acts.choose(row, event)} />
  </label>`;
}

/** Whether a press with Shift was on the label alone: Firefox hands none of these on to the box. */
function besideBox(event: MouseEvent): boolean {
  const beside = event.shiftKey && event.target === event.currentTarget;
  if (beside) event.preventDefault();
  return beside;
}

/** Digits are read singly; what is masked is said to be. */
function masked({ t }: QueueView, text: string): TemplateResult {
  return html`<span aria-hidden="true">${text}</span><span class="visually-hidden">${t('hidden', { tail: spellDigits(text.replaceAll('•', '')) })}</span>`;
}

/** A press anywhere in a row opens its case, unless it was on a control, or marked text. */
function pressed(event: MouseEvent, open: () => void): void {
  const onControl = event.composedPath().some((node) => node instanceof Element && node.matches('button, input, label, a'));
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  const marked = (root.getSelection?.() ?? document.getSelection())?.toString();
  if (!onControl && !marked) open();
}
