import { isRealDate } from '../dates/calendar.js';
import type { RulePack } from '../rule-packs/rule-pack.js';

/**
 * The first day on which a child no longer counts as one (R16): it has the pack's age or, born on a date that is only a month or a year, may have it. From that day on a
 * guardian sees nothing of it any more. Who was born on 29/02 is a year older on 01/03 of a common year, as in `ageOn`.
 */
export function grownUpOn(birthDate: string, { childBelowAge }: Pick<RulePack, 'childBelowAge'>): string {
  const [year = '', month = '01', day = '01'] = birthDate.split('-');
  const grown = String(Number(year) + childBelowAge).padStart(4, '0');
  const birthday = `${grown}-${month}-${day}`;
  return isRealDate(birthday) ? birthday : `${grown}-03-01`;
}
