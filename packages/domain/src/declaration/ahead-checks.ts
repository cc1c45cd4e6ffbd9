import { addDays } from '../dates/calendar.js';
import { formatDate } from '../text/formats.js';
import type { CheckContext } from './check-context.js';
import { checkDay } from './date-checks.js';
import { type DeclarationFault, error } from './fault.js';
import type { UncheckedDeclaration } from './unchecked.js';

/** Not so far ahead that only a mistyped year explains it; of a day that exists. */
export function checkNotTooFar(pointer: string, day: string, { pack: { aheadWithinDays: days }, today }: CheckContext): readonly DeclarationFault[] {
  const latest = addDays(today, days);
  return day > latest ? [error(pointer, 'date.too-far', { days, latest: formatDate(latest) })] : [];
}

/** The day from which e-transactions are used (R3). Looked at with the whole declaration, not while it is typed: what a page loads first has no room for it. */
export function checkStartAhead({ purpose, startDate = '' }: UncheckedDeclaration, context: CheckContext): readonly DeclarationFault[] {
  return purpose === 'register' && checkDay('/startDate', startDate).length === 0 ? checkNotTooFar('/startDate', startDate, context) : [];
}
