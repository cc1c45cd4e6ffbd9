import type { ShownRows } from './shown-rows.js';

/** The table on paper: all rows shown, with every column that some row fills. Cloned row by row, for there may be 10,000. */
export function paperTable(model: ShownRows): HTMLTableElement {
  const columns = model.columns.filter(({ key }) => model.rows.some((row) => row[key] !== undefined));
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const { kind, label } of columns) head.append(paperCell('th', label, kind));
  const body = table.createTBody();
  const pattern = document.createElement('tr');
  for (const { kind } of columns) pattern.append(paperCell('td', '\u00a0', kind));
  for (const place of model.shown) {
    const line = pattern.cloneNode(true);
    columns.forEach((column, index) => {
      ((line.childNodes[index] as HTMLElement).firstChild as Text).data = model.text(place, column);
    });
    body.append(line);
  }
  return table;
}

/** A piece of text on paper. */
export function paperCell(tag: 'h1' | 'p' | 'th' | 'td', text: string, kind = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = kind;
  if (tag === 'th') made.setAttribute('scope', 'col');
  made.textContent = text;
  return made;
}
