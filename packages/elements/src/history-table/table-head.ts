import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../foundation/words.js';
import type { Column } from './columns.js';
import type { ShownRows, Sort } from './shown-rows.js';
import type { HistoryWords } from './words.js';

/** The header row: a button to sort by each column, named by the column alone, for its name is read before every cell below; `#sorting` says what it does. Roles are written out because `display` of the card layout takes a table's own roles away. */
export function tableHead({ columns, sort }: ShownRows, t: Translate<HistoryWords>, sortBy: (sort: Sort) => void): TemplateResult {
  const shown = columns.filter(({ detail }) => !detail);
  return html`<thead role="rowgroup">
    <tr role="row" aria-rowindex="1">
      ${shown.map((column) => header(column, sort?.key === column.key ? sort.direction : undefined, sortBy))}
      ${shown.length < columns.length ? html`<th role="columnheader" scope="col" class="more"><span class="visually-hidden">${t('details')}</span></th>` : nothing}
    </tr>
  </thead>`;
}

function header({ key, kind, label }: Column, direction: Sort['direction'] | undefined, sortBy: (sort: Sort) => void): TemplateResult {
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return html`<th role="columnheader" scope="col" class=${kind} aria-sort=${direction ?? nothing}>
    <button type="button" part="sort" aria-describedby="sorting" @click=${() => sortBy({ key, direction: next })}>
      ${label}<span class="arrow" aria-hidden="true">${direction ? (direction === 'ascending' ? '▲' : '▼') : '↕'}</span>
    </button>
  </th>`;
}
