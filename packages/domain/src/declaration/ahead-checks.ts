import { addDays } from '../dates/calendar.js';
import { formatDate } from '../text/formats.js';
import type { CheckContext } from './check-context.js';
import { type DeclarationFault, error } from './fault.js';

/** Not so far ahead that only a mistyped year explains it; of a day that exists. */
export function checkNotTooFar(pointer: string, day: string, { pack: { aheadWithinDays: days }, today }: CheckContext): readonly DeclarationFault[] {
  const latest = addDays(today, days);
  return day > latest ? [error(pointer, 'date.too-far', { days, latest: formatDate(latest) })] : [];
}
