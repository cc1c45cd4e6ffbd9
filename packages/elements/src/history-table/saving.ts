import { download } from '../printing/download.js';
import { toCsv } from './csv.js';
import type { ShownRows } from './shown-rows.js';

/** H4: saves the rows shown, in the order of the screen, with every column. */
export function saveCsv(rows: ShownRows, name: string, language: string): void {
  download(new Blob([toCsv(rows, language)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}
