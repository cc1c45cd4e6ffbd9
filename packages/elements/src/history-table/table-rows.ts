import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RowRange } from '../foundation/row-window.js';
import type { Translate } from '../foundation/words.js';
import { type Column, cellText } from './columns.js';
import type { Sort, TableModel } from './table-model.js';
import type { historyWords } from './words.js';

/** What the table part shows and whom it tells. Roles are written out because `display` of a card layout takes a table's own roles away. */
export interface TableView {
  readonly t: Translate<(typeof historyWords)['vi']>;
  readonly model: TableModel;
  readonly range: RowRange;
  readonly caption: string;
  /** Places of opened rows. */
  readonly opened: ReadonlySet<number>;
  readonly before: number;
  readonly after: number;
  toggle(row: number): void;
  sort(sort: Sort): void;
}

/** The table with the rows of the window, a spacer before and after them. */
export function table(view: TableView): TemplateResult {
  const { model, range, t } = view;
  const columns = model.columns.filter(({ detail }) => !detail);
  const hasDetail = columns.length < model.columns.length;
  const rows = Array.from(model.shown.subarray(range.start, range.end));
  return html`<table role="table" part="table" aria-rowcount=${model.shown.length + 1}>
    <caption>${view.caption}</caption>
    <thead role="rowgroup">
      <tr role="row" aria-rowindex="1">
        ${columns.map((column) => header(column, view))}
        ${hasDetail ? html`<th role="columnheader" scope="col" class="more"><span class="visually-hidden">${t('details')}</span></th>` : nothing}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${spacer(view.before)}
      ${repeat(
        rows,
        (row) => row,
        (row, index) => bodyRow(row, range.start + index, columns, hasDetail, view),
      )}
      ${spacer(view.after)}
    </tbody>
  </table>`;
}

function header(column: Column, { model, sort }: TableView): TemplateResult {
  const direction = model.sort?.key === column.key ? model.sort.direction : undefined;
  const next = { key: column.key, direction: direction === 'ascending' ? 'descending' : 'ascending' } as const;
  return html`<th role="columnheader" scope="col" class=${column.kind} aria-sort=${direction ?? nothing}>
    <button type="button" part="sort" @click=${() => sort(next)}>
      ${column.label}<span class="arrow" aria-hidden="true">${direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '↕'}</span>
    </button>
  </th>`;
}

function bodyRow(row: number, position: number, columns: readonly Column[], hasDetail: boolean, view: TableView): TemplateResult {
  const { model, t, opened } = view;
  const cells = model.rows[row] ?? {};
  const open = opened.has(row);
  return html`<tr role="row" part="row" class="row" aria-rowindex=${position + 2}>
      ${columns.map((column) => html`<td role="cell" class=${column.kind} data-label=${column.label}>${cellText(cells, column)}</td>`)}
      ${
        hasDetail
          ? html`<td role="cell" class="more">
              <button type="button" class="quiet" aria-expanded=${open} aria-label=${t('detailsOf', { row: position + 1 })} @click=${() => view.toggle(row)}>
                <span class="label" aria-hidden="true">${t('details')}</span><span class="chevron" aria-hidden="true"></span>
              </button>
            </td>`
          : nothing
      }
    </tr>
    ${open ? html`<tr role="row" class="detail"><td role="cell" colspan=${columns.length + 1}>${details(row, view)}</td></tr>` : nothing}`;
}

/** All that is known of a row, as label and value. */
function details(row: number, { model, t }: TableView): TemplateResult {
  const cells = model.rows[row] ?? {};
  const label = ({ key, label }: Column) => (key === 'from' ? t('fromMonth') : key === 'to' ? t('toMonth') : label);
  return html`<dl>
    ${model.columns.map((column) => {
      const text = cellText(cells, column);
      return text ? html`<div><dt>${label(column)}</dt><dd class=${column.kind}>${text}</dd></div>` : nothing;
    })}
  </dl>`;
}

/** Stands for rows that are not rendered. Its height is set through the `height` attribute: a strict page allows no style attribute. */
const spacer = (height: number) => (height > 0 ? html`<tr class="spacer" aria-hidden="true"><td height=${Math.round(height)}></td></tr>` : nothing);
