import { html, nothing, type TemplateResult } from 'lit';
import type { ListResult } from './list-desk.js';
import type { QueueView } from './queue-view.js';

type RowResult = ListResult['outcome']['results'][number];

/** What became of a list, row by row, and the way to take it back for a minute (O5). Refused rows come first: they are what is left to do. */
export function listResult(view: QueueView): TemplateResult | typeof nothing {
  const { list: t, lists } = view;
  const { result } = lists.desk;
  if (!result) return nothing;
  const { results, state } = result.outcome;
  const refused = results.filter(({ outcome }) => outcome === 'refused');
  const others = results.filter(({ outcome }) => outcome !== 'refused');
  return html`<section class="result no-print" part="result" aria-labelledby="result">
    <h3 id="result" tabindex="-1">${headline(t, result)}</h3>
    ${undoing(view)}
    ${refused.length > 0 ? html`<h4>${t('refused')}</h4><ul class="refused">${refused.map((row) => refusedRow(view, row))}</ul>` : nothing}
    ${others.length > 0 ? html`<details ?open=${others.length <= FEW}><summary>${t(OUTCOME[state] ?? 'done')} (${others.length})</summary><ul>${others.map((row) => html`<li>${who(view, row)}</li>`)}</ul></details>` : nothing}
    <button type="button" class="quiet" id="dismiss" @click=${lists.dismiss}>${t('dismiss')}</button>
  </section>`;
}

/** Up to so many rows are shown at once. */
const FEW = 5;

const OUTCOME: Readonly<Record<string, 'done' | 'undone' | 'waitingRows'>> = {
  done: 'done',
  undone: 'undone',
  waiting: 'waitingRows',
  declined: 'waitingRows',
};

/** The result in one sentence, also to be said aloud. */
export function headline(t: QueueView['list'], { outcome: { state, results } }: ListResult): string {
  const count = results.filter(({ outcome }) => outcome === (state === 'undone' ? 'undone' : 'approved')).length;
  const refused = results.filter(({ outcome }) => outcome === 'refused').length;
  if (state === 'waiting') return t('result-waiting', { count: results.filter(({ outcome }) => outcome === 'waiting').length });
  if (state === 'declined') return t('result-declined');
  if (state === 'undone') return refused > 0 ? t('result-undone-some', { count, refused }) : t('result-undone', { count });
  if (count === 0) return t('result-none');
  return refused > 0 ? t('result-some', { count, refused }) : t('result-approved', { count });
}

/** The seconds are there to be looked at, not to be read aloud one by one. */
function undoing({ list: t, lists, inWords }: QueueView): TemplateResult | typeof nothing {
  const { undoSeconds, busy, problem, open } = lists.desk;
  const failed =
    problem !== undefined && !open
      ? html`<div class="problem" part="problem" role="alert"><p><strong>${t('notDone')}</strong></p><p>${inWords(problem)}</p></div>`
      : nothing;
  if (undoSeconds === 0) return failed;
  return html`${failed}<div class="undo">
    <button type="button" id="undo" ?disabled=${busy !== undefined} @click=${lists.undo}>${busy === 'undo' ? t('undoing') : t('undo')}</button>
    <span role="timer">${t('undoLeft', { seconds: undoSeconds })}</span>
  </div>`;
}

function refusedRow(view: QueueView, row: RowResult): TemplateResult {
  const { list: t, lists, locale } = view;
  const known = lists.desk.result?.rows.get(row.id);
  return html`<li>
    <p>${who(view, row)}</p>
    <p class="reason">${lists.refusal(row.code ?? '', locale)}</p>
    ${known ? html`<button type="button" class="quiet" aria-label=${t('open', { name: view.nameOf(known) })} @click=${() => lists.open(row.id)}>${view.nameOf(known)}</button>` : nothing}
  </li>`;
}

function who({ list: t, lists, nameOf }: QueueView, { id, reference }: RowResult): TemplateResult {
  const row = lists.desk.result?.rows.get(id);
  return html`${row ? nameOf(row) : t('noCase')} <span class="small">${reference ?? row?.reference ?? ''}</span>`;
}
