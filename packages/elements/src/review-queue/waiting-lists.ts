import type { WaitingReviewList } from '@bhxh-kit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { momentText } from '../deadline/deadline-note.js';
import type { QueueView } from './queue-view.js';

/** Lists that wait for their second person (O5): one is looked at before it is decided. */
export function waitingLists(view: QueueView): TemplateResult | typeof nothing {
  const { list: t, lists } = view;
  const { waiting } = lists.desk;
  if (waiting.length === 0) return nothing;
  return html`<section class="waiting no-print" part="waiting" aria-labelledby="waiting">
    <h3 id="waiting">${t('waiting')}</h3>
    <ul>${waiting.map((one) => waitingList(view, one))}</ul>
  </section>`;
}

function waitingList({ list: t, lists, language }: QueueView, one: WaitingReviewList): TemplateResult {
  const { count, officerName: name, agencyName: agency, at, until, mayConfirm } = one;
  const act = t(mayConfirm ? 'look' : 'lookOwn');
  return html`<li>
    <p>
      <strong>${t('waitingCount', { count })}</strong> · ${t('waitingBy', { name, agency, moment: momentText(at, language) })} ·
      <span class="small">${t('waitingUntil', { moment: momentText(until, language) })}</span>
      ${mayConfirm ? nothing : html`<span class="small">${t('waitingOwn')}</span>`}
    </p>
    <button type="button" aria-haspopup="dialog" data-list=${one.listId} aria-label=${t('lookNamed', { act, count, name })} @click=${() => lists.look(one)}>${act}</button>
  </li>`;
}
