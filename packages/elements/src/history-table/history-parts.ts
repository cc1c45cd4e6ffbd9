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
  t: Say,
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
  return html`<div role="tablist" part="tabs" aria-label=${t('branches')} class="no-print" @keydown=${onKey}>
    ${tabs.map(
      ({ key, label }, index) => html`<button
        type="button"
        role="tab"
        id=${`tab-${index}`}
        aria-controls="panel"
        aria-selected=${key === group}
        tabindex=${key === group ? 0 : -1}
        @click=${() => open(key)}
      >
        ${label}
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
