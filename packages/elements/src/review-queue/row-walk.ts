import type { ReviewRow } from '@bhxh-kit/contract';
import { placeAfter, rowMove } from './row-keys.js';

/**
 * Arrows, Home and End walk the rows by their buttons, or the rows that can be chosen by their checkboxes; Shift takes checkboxes along.
 * Answers the row a range is to reach, if any.
 */
export function walkRows(event: KeyboardEvent, rows: readonly ReviewRow[]): ReviewRow | undefined {
  const control = (event.target as Element).closest<HTMLElement>('tbody input, tbody .open');
  if (!control || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const boxed = control.localName === 'input';
  const move = rowMove(event.key, { shift: event.shiftKey, boxed });
  if (!move) return undefined;
  event.preventDefault();
  const controls = [...(control.closest('tbody')?.querySelectorAll<HTMLElement>(boxed ? 'input' : '.open') ?? [])];
  const target = controls[placeAfter(move.to, controls.indexOf(control), controls.length)];
  target?.focus();
  const reached = target?.closest<HTMLElement>('tr')?.dataset['id'];
  return move.extend ? rows.find(({ id }) => id === reached) : undefined;
}
