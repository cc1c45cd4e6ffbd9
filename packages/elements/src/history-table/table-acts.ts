import type { Translate } from '../foundation/words.js';
// A single file, because a bundler would else share all of the domain between this part, loaded later, and the first one.
import { foldVietnamese } from '@bhxh-kit/domain/text/fold.js';
import { type ActsWords, actsWords } from './acts-words.js';
import { printTable } from './printed-table.js';
import { saveCsv, saveXlsx } from './saving.js';
import type { ShownRows, Sort } from './shown-rows.js';
import type { Summary } from './summary.js';
import { TableModel } from './table-model.js';

/** What is said of rows that are taken away. */
export interface TakenAway {
  /** Which history it is, in the kit's words. */
  readonly kind: string;
  /** What the host calls it. */
  readonly caption: string;
  /** The open tab: its key and label. */
  readonly group: string;
  readonly tab: string | undefined;
  readonly lang: string;
  readonly summary: Summary | undefined;
}

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

  /** H4: as a text file for spreadsheets. */
  csv(rows: ShownRows, away: TakenAway): void {
    saveCsv(rows, fileName(away), away.lang);
  }

  /** H4: as a workbook. */
  xlsx(rows: ShownRows, away: TakenAway): Promise<void> {
    return saveXlsx(rows, fileName(away), away.tab ? `${away.kind} ${away.tab}` : away.kind);
  }

  /** H4: on a sheet of its own, with the total and what is to be said of it. */
  print(rows: ShownRows, { caption, tab, lang, summary }: TakenAway): Promise<void> {
    const lines = summary ? [`${summary.label} ${summary.total}`, ...summary.notes] : [];
    return printTable(rows, { title: tab ? `${caption}: ${tab}` : caption, lang, lines });
  }
}

/** Named after the history and the open tab, `qua-trinh-tham-gia-social`; never after the host's caption, which may name a person. */
function fileName({ kind, group }: TakenAway): string {
  const plain = foldVietnamese(kind).replaceAll(/[^a-z0-9]+/g, '-');
  return group ? `${plain}-${group}` : plain;
}
