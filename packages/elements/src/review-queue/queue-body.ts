import { LIST_MAX } from '@bhxh-kit/domain';
import { html, nothing, type TemplateResult } from 'lit';
import { momentText } from '../deadline/deadline-note.js';
import { notice } from '../foundation/notice.js';
import { isNarrowed } from './queue-filter.js';
import type { QueueNews } from './queue-session.js';
import { queueTable } from './queue-table.js';
import type { QueueActs, QueueView } from './queue-view.js';

/** The rows, or why there are none. */
export function queueBody(view: QueueView, acts: QueueActs): TemplateResult {
  const { state, rows, problem } = view.session;
  if (state === 'failed') return notice('failed', view.inWords(problem), view.common, acts.reload);
  if (state !== 'ready' && rows.length === 0) return html`<p class="empty" role="status" aria-busy="true">${view.common('loading')}</p>`;
  if (rows.length === 0) return html`${notices(view, acts)}${empty(view, acts)}`;
  return html`${notices(view, acts)}${bar(view, acts)}${queueTable(view, acts)}${further(view, acts)}`;
}

/** How many rows are in view, and whether more follow. */
export function countText({ t, session, filter }: Pick<QueueView, 't' | 'session' | 'filter'>): string {
  const { length: count } = session.rows;
  if (count === 0) return t(session.more !== 'none' ? 'emptyPart' : isNarrowed(filter) ? 'emptyFiltered' : 'empty');
  return session.more === 'none' ? t('shown', { count }) : t('shownMore', { count });
}

/** What is new since the rows were read. */
export function newsText(t: QueueView['t'], { came, changed }: QueueNews): string {
  const [one, other] = [t('came', { count: came }), t('changed', { count: changed })];
  if (came > 0 && changed > 0) return t('both', { came: one, changed: other });
  return came > 0 ? one : other;
}

function empty(view: QueueView, acts: QueueActs): TemplateResult {
  const { t, session } = view;
  const more = session.more === 'ready' || session.more === 'loading';
  return html`<div class="empty">
    <p>${countText(view)}</p>
    ${session.more === 'failed' ? further(view, acts) : html`<button type="button" @click=${more ? acts.more : acts.reload}>${t(more ? 'findOn' : 'reload')}</button>`}
  </div>`;
}

function notices({ t, common, session, language }: QueueView, acts: QueueActs): TemplateResult {
  const { news, stale, readAt } = session;
  return html`${stale ? notice('stale', t('stale', { moment: momentText(readAt, language) }), common, acts.reload) : nothing}
  ${
    news
      ? html`<div class="notice news no-print" part="news">
          <p>${newsText(t, news)}</p>
          <button type="button" id="update" @click=${acts.reveal}>${t('update')}</button>
        </div>`
      : nothing
  }`;
}

/** Always there and as high, so that choosing a row moves none. */
function bar(view: QueueView, acts: QueueActs): TemplateResult {
  const { t, choosing, choice, full } = view;
  const { size } = choice;
  return html`<div class="bar no-print" part="bar">
    <p class="count">${countText(view)}</p>
    <button type="button" class="quiet" id="reload" @click=${acts.reload}>${t('reload')}</button>
    ${
      choosing
        ? html`<p class="count chosen-count" data-hint=${t('approveHint')}><span>${size > 0 ? t('chosen', { count: size }) : t('approveHint')}</span></p>
          <button type="button" class="primary" id="approve-list" aria-haspopup="dialog" ?disabled=${size === 0} @click=${acts.ask}>${t('approveList')}</button>`
        : nothing
    }
    ${full ? html`<p class="warn" role="alert">${t('chooseFull', { max: LIST_MAX })}</p>` : nothing}
    <p class="visually-hidden">${t('chooseKeys')}</p>
  </div>`;
}

function further({ t, common, session, inWords }: QueueView, acts: QueueActs): TemplateResult | typeof nothing {
  const { more, problem } = session;
  if (more === 'none') return nothing;
  if (more === 'failed') return notice('failed', inWords(problem), common, acts.more);
  const loading = more === 'loading';
  return html`<div class="further-rows no-print">
    <button type="button" id="more" aria-disabled=${String(loading)} @click=${acts.more}>${t(loading ? 'moreLoading' : 'more')}</button>
  </div>`;
}
