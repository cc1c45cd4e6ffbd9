import { download } from '../printing/download.js';
import type { HistoryRow } from './columns.js';
import { toCsv } from './csv.js';
import type { ShownRows } from './shown-rows.js';

/** H4: saves the rows shown, in the order of the screen, with every column. */
export function saveCsv(rows: ShownRows, name: string, language: string): void {
  download(new Blob([toCsv(rows, language)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

/** The same as a workbook. What writes it is heavy and comes when somebody asks. */
export async function saveXlsx(rows: ShownRows, file: string, sheet: string): Promise<void> {
  const { renderSpreadsheet } = await import('@bhxh-kit/documents/spreadsheet');
  const bytes = await renderSpreadsheet({ name: sheet, columns: rows.columns, rows: Array.from(rows.shown, (place) => inWords(rows, place)) });
  download(new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }), `${file}.xlsx`);
}

/** A row with the words of its codes. */
function inWords(rows: ShownRows, place: number): HistoryRow {
  const coded = rows.columns.filter(({ words }) => words);
  return { ...rows.rows[place], ...Object.fromEntries(coded.map((column) => [column.key, rows.text(place, column)])) };
}
