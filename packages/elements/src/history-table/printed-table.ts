import { printAlone } from '../printing/print-frame.js';
import { paperCell, paperTable } from './paper-table.js';
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
  const body = [paperCell('h1', title), ...lines.map((line) => paperCell('p', line)), paperTable(rows)];
  return printAlone({ title, lang, css: PRINT_CSS, body });
}
