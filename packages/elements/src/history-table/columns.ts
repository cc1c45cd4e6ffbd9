// Single files, because a bundler would else share more of the domain between the parts of an element than each needs.
import { formatDate, formatMonth } from '@bhxh-kit/domain/text/format-date.js';
import { formatNumber } from '@bhxh-kit/domain/text/format-number.js';

/**
 * What a column holds. `name` is a person's name (sorted by the given name); `month` is `2010-02`, `date` `2010-02-01`, `money` and `number` are numbers.
 * A column is data: another history (benefits, visits) is another list of columns, not another element.
 */
export type ColumnKind = 'text' | 'name' | 'month' | 'date' | 'money' | 'number';

/** One column of a history. */
export interface Column {
  /** The field of the row. */
  readonly key: string;
  /** The header, in the language of the page. */
  readonly label: string;
  /** The label where there is room for it: in the opened row. */
  readonly longLabel?: string;
  readonly kind: ColumnKind;
  /** Shown only in the opened row, not in the table. */
  readonly detail?: boolean;
  /** What an empty cell says, e.g. "nay" for a period that still runs. */
  readonly empty?: string;
  /** What people read for a value that is a code. */
  readonly words?: Readonly<Record<string, string>>;
}

/** A row: any object; cells are read by the columns' keys. */
export type HistoryRow = Readonly<Record<string, unknown>>;

/** A tab: the rows whose `groupKey` field is `key`. */
export interface HistoryGroup {
  readonly key: string;
  readonly label: string;
  /** What a screen reader says, where the label is an abbreviation nobody can listen to. Begins with the label, by which people who speak to their computer call it. */
  readonly spoken?: string;
}

/** The cell as people read it: `02/2010`, `5.453.400,00`, `3,66`. Without a value: what the column says, or nothing. */
export function cellText(row: HistoryRow, column: Column): string {
  const value = row[column.key];
  return value === undefined || value === null || value === '' ? (column.empty ?? '') : (column.words?.[value as string] ?? written(value, column.kind));
}

function written(value: unknown, kind: ColumnKind): string {
  if (typeof value === 'number') return formatNumber(value, kind === 'number' && Number.isInteger(value) ? 0 : 2);
  const text = String(value);
  if (kind === 'month') return formatMonth(text);
  return kind === 'date' ? formatDate(text) : text;
}
