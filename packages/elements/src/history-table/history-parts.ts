import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../foundation/words.js';
import type { HistoryGroup } from './columns.js';
import type { Summary } from './summary.js';
import { tabAfter } from './tab-keys.js';
import type { HistoryWords } from './words.js';

type Say = Translate<HistoryWords>;

/** The tabs (WAI-ARIA APG, automatic activation). `open` also moves the focus where a key asked. */
export function tabList(
  tabs: readonly HistoryGroup[],
  group: string,
  label: string,
  open: (group: string, focusTab?: number) => void,
): TemplateResult | typeof nothing {
  if (tabs.length === 0) return nothing;
  const onKey = (event: KeyboardEvent): void => {
    const next = tabAfter(
      event.key,
      tabs.findIndex(({ key }) => key === group),
      tabs.length,
    );
    if (next === undefined) return;
    event.preventDefault();
    open(tabs[next]?.key ?? '', next);
  };
  return html`<div role="tablist" part="tabs" aria-label=${label} class="no-print" @keydown=${onKey}>
    ${tabs.map(
      ({ key, label: name, spoken }, index) => html`<button
        type="button"
        role="tab"
        id=${`tab-${index}`}
        aria-controls="panel"
        aria-label=${spoken ?? nothing}
        aria-selected=${key === group}
        tabindex=${key === group ? 0 : -1}
        @click=${() => open(key)}
      >
        ${name}
      </button>`,
    )}
  </div>`;
}

/** The total, and what is to be said of it. */
export function totals({ label, total, notes }: Summary): TemplateResult {
  return html`<div class="summary" part="summary">
    <p>${label} <strong>${total}</strong></p>
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
  </div>`;
}

/** What narrows the rows. */
export function searchBox(t: Say, query: string, onInput: (event: Event) => void): TemplateResult {
  return html`<div class="search">
    <label class="label" for="search">${t('search')}</label>
    <input id="search" type="search" autocomplete="off" spellcheck="false" .value=${query} @input=${onInput} />
  </div>`;
}

/** H4: what takes the rows away. */
export function takeAway(t: Say, take: (act: 'csv' | 'xlsx' | 'print') => void): TemplateResult[] {
  return (['csv', 'xlsx', 'print'] as const).map((act) => html`<button type="button" @click=${() => take(act)}>${t(act)}</button>`);
}
