import { printAlone } from '../printing/print-frame.js';
import { PRINT_CSS } from './printed-table.styles.js';
import type { ShownRows } from './shown-rows.js';

/** What goes onto the sheet besides the rows. */
export interface Sheet {
  readonly title: string;
  readonly lang: string;
  /** The total and what is to be said of it. */
  readonly lines: readonly string[];
}

/** H4: prints the rows shown, in the order of the screen, with every column. */
export function printTable(rows: ShownRows, { title, lang, lines }: Sheet): Promise<void> {
  const body = [cell('h1', title), ...lines.map((line) => cell('p', line)), paperTable(rows)];
  return printAlone({ title, lang, css: PRINT_CSS, body });
}

/** The table on paper: all rows shown, without columns that no row fills. Cloned row by row, for there may be 10,000. */
function paperTable(model: ShownRows): HTMLTableElement {
  const columns = model.columns.filter(({ key }) => model.rows.some((row) => row[key] !== undefined));
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const { kind, label } of columns) head.append(cell('th', label, kind));
  const body = table.createTBody();
  const pattern = document.createElement('tr');
  for (const { kind } of columns) pattern.append(cell('td', '', kind));
  for (const place of model.shown) {
    const line = pattern.cloneNode(true);
    columns.forEach((column, index) => {
      (line.childNodes[index] as HTMLElement).textContent = model.text(place, column);
    });
    body.append(line);
  }
  return table;
}

function cell(tag: 'h1' | 'p' | 'th' | 'td', text: string, kind = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = kind;
  if (tag === 'th') made.setAttribute('scope', 'col');
  made.textContent = text;
  return made;
}
