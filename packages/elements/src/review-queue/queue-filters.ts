import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DUE_WITHIN, filtersOn, isNarrowed, PURPOSES, STATUSES, SUBJECTS } from './queue-filter.js';
import type { QueueActs, QueueView } from './queue-view.js';
import { SCAN_MAX } from './scanned-paper.js';

/** Search, status with counts, and further filters (O1). Nothing typed here is part of an address or of the page's storage. */
export function queueFilters(view: QueueView, acts: QueueActs): TemplateResult {
  const { t, filter } = view;
  return html`<div class="filters no-print" part="filters" role="search" aria-label=${t('find')}>
    ${searchBox(view, acts)}
    <fieldset class="statuses">
      <legend class="label">${t('status')}</legend>
      ${STATUSES.map((status) => statusBox(view, acts, status))}
    </fieldset>
    <details @toggle=${(event: Event) => acts.filtersOpened((event.target as HTMLDetailsElement).open)}>
      <summary>${filtersOn(filter) > 0 ? t('filtersOn', { count: filtersOn(filter) }) : t('filters')}</summary>
      <div class="further">
        ${choice(view, acts, 'purpose', PURPOSES, view.purposeName)}${choice(view, acts, 'subject', SUBJECTS, view.subjectName)}
        ${choice(view, acts, 'dueWithin', DUE_WITHIN.map(String), (days) => t(`due-${days}` as 'due-0'))}${view.agencyFilter()}
      </div>
    </details>
    ${isNarrowed(filter) ? html`<button type="button" class="quiet" id="clear" @click=${acts.clearFilter}>${t('clear')}</button>` : nothing}
  </div>`;
}

function searchBox({ t, filter, handedIn, scanDamaged }: QueueView, acts: QueueActs): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    acts.find((event.target as HTMLFormElement).querySelector('input')?.value ?? '');
  };
  // The cross of a search box empties it: all rows come back then.
  const emptied = (event: Event): void => {
    if ((event.target as HTMLInputElement).value === '' && filter.find) acts.filter({ find: '' });
  };
  return html`<form class="search" autocomplete="off" novalidate @submit=${submit}>
    <label class="label" for="find">${t('find')}</label>
    <p class="hint" id="find-hint">${handedIn ? t('findHintRows') : t('findHint')}</p>
    <div class="line">
      <input
        id="find" type="search" enterkeyhint="search" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength=${SCAN_MAX} aria-describedby="find-hint" .value=${live(filter.find)}
        @input=${emptied} @keydown=${composing}
      />
      <button type="submit">${t('findGo')}</button>
    </div>
    ${scanDamaged ? html`<p class="error" role="alert">${t('scanDamaged')}</p>` : nothing}
  </form>`;
}

/** Enter that ends a syllable of an input method sends nothing. */
function composing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.isComposing) event.preventDefault();
}

function statusBox({ t, filter, session, statusName }: QueueView, acts: QueueActs, status: string): TemplateResult {
  const toggle = (): void =>
    acts.filter({ status: filter.status.includes(status) ? filter.status.filter((one) => one !== status) : [...filter.status, status] });
  const count = session.counts.get(status) ?? (session.counts.size > 0 ? 0 : undefined);
  const name = statusName(status);
  return html`<label class="status-box">
    <input type="checkbox" value=${status} .checked=${live(filter.status.includes(status))} @change=${toggle} />
    <span>${count === undefined ? name : t('statusCount', { name, count })}</span>
  </label>`;
}

function choice(
  { t, filter }: QueueView,
  acts: QueueActs,
  field: 'purpose' | 'subject' | 'dueWithin',
  options: readonly string[],
  name: (option: string) => string,
): TemplateResult {
  return html`<div class="field">
    <label class="label" for=${field}>${t(field)}</label>
    <select id=${field} .value=${live(filter[field])} @change=${(event: Event) => acts.filter({ [field]: (event.target as HTMLSelectElement).value })}>
      <option value="">${t('any')}</option>
      ${options.map((option) => html`<option value=${option}>${name(option)}</option>`)}
    </select>
  </div>`;
}
