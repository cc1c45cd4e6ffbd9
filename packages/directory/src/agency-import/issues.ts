/** Why a row, or with row 0 the whole text, was refused. */
export type RefusalCode =
  | 'pack.empty'
  | 'pack.not-json'
  | 'pack.no-rows'
  | 'pack.no-code-column'
  | 'pack.no-name-column'
  | 'row.shape'
  | 'code.missing'
  | 'code.shape'
  | 'code.duplicate'
  | 'name.missing'
  | 'parent.shape'
  | 'parent.missing'
  | 'parent.cycle'
  | 'province.shape'
  | 'commune.shape'
  | 'date.shape'
  | 'date.order';

/** What was done or seen that a person should know; the row was taken. */
export type WarningCode = 'parent.by-prefix' | 'parent.none' | 'province.added' | 'commune.repeated' | 'agency.expired' | 'row.damaged' | 'column.unknown';

/**
 * One finding. `row` is the row of a table program for CSV (the heading is row 1), the place in the list from 1 for JSON, 0 for the whole text.
 * `column` is the heading as the data writes it. Facts are agency codes and numbers.
 */
export interface ImportIssue<Code extends string = string> {
  readonly row: number;
  readonly column?: string;
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number>>;
}
