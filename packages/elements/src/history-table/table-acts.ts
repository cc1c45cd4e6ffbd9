import type { Translate } from '../foundation/words.js';
import { type ActsWords, actsWords } from './acts-words.js';
import { printTable, type Sheet } from './printed-table.js';
import { saveCsv } from './saving.js';
import type { ShownRows, Sort } from './shown-rows.js';
import type { Summary } from './summary.js';
import { TableModel } from './table-model.js';

/** What people do with the rows: sort, search, save, print. One part, loaded when somebody is about to do any of it. */
export class TableActs {
  #model: TableModel | undefined;
  #arranged: ShownRows | undefined;
  readonly #t: Translate<ActsWords>;

  /** @param speak gives a catalogue its voice */
  constructor(speak: (words: typeof actsWords) => Translate<ActsWords>) {
    this.#t = speak(actsWords);
  }

  /** Sorts and narrows. */
  arrange(rows: ShownRows, sort: Sort | undefined, query: string): void {
    if (rows !== this.#arranged) this.#model = new TableModel((this.#arranged = rows));
    if (sort && sort !== rows.sort) this.#model?.sortBy(sort);
    this.#model?.filter(query);
  }

  /** How many rows a search left. */
  found(count: number): string {
    return count > 0 ? this.#t('found', { count }) : this.#t('foundNone');
  }

  /** The order that was asked for. */
  sorted(rows: ShownRows, { key, direction }: Sort): string {
    const column = rows.columns.find((one) => one.key === key)?.label ?? '';
    return this.#t(direction === 'ascending' ? 'sortedUp' : 'sortedDown', { column });
  }

  /** H4: as a file named after the open tab. */
  save(rows: ShownRows, group: string, language: string): void {
    saveCsv(rows, this.#t('file') + (group && `-${group}`), language);
  }

  /** H4: on a sheet of its own, with the total and what is to be said of it. */
  print(rows: ShownRows, sheet: Omit<Sheet, 'lines'>, summary: Summary | undefined): Promise<void> {
    return printTable(rows, { ...sheet, lines: summary ? [`${summary.label} ${summary.total}`, ...summary.notes] : [] });
  }
}
