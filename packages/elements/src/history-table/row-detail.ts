import type { Column } from './columns.js';
import type { RowDetail } from './history-kind.js';
import { detailCss, dress } from './row-detail.styles.js';

/** The opened row: all that is known of it. Loaded with the first row somebody opens. */
export const rowDetail: RowDetail = (columns, textOf, _row, body) => {
  dress(body, detailCss);
  return factsRow(columns, textOf);
};

/** A row of labels and values. */
export function factsRow(columns: readonly Column[], textOf: (column: Column) => string): HTMLTableRowElement {
  const list = document.createElement('dl');
  for (const column of columns) {
    const text = textOf(column);
    if (!text) continue;
    const [group, term, value] = ['div', 'dt', 'dd'].map((tag) => document.createElement(tag)) as [HTMLElement, HTMLElement, HTMLElement];
    term.textContent = column.longLabel ?? column.label;
    value.textContent = text;
    value.className = column.kind;
    group.append(term, value);
    list.append(group);
  }
  const row = document.createElement('tr');
  row.setAttribute('role', 'row');
  row.className = 'detail';
  const cell = row.insertCell();
  cell.setAttribute('role', 'cell');
  cell.colSpan = columns.filter(({ detail }) => !detail).length + 1;
  cell.append(list);
  return row;
}
