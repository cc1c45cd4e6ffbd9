import { checkBirthDate } from '../declaration/date-checks.js';
import type { DeclarationFault } from '../declaration/fault.js';
import { checkIdentityNumber, checkRead } from '../declaration/number-checks.js';
import { readIdentityNumber, readName } from '../declaration/readings.js';
import type { RulePack } from '../rule-packs/rule-pack.js';
import { parseDate } from '../text/formats.js';

/** What a population database is asked about (R15): name, number of the identity paper, and birth date (ISO; a year or a month where the paper has no more). */
export interface IdentityFacts {
  readonly fullName: string;
  readonly identityNumber: string;
  readonly birthDate: string;
}

/** What of the three cannot be asked about, at the pointers a declaration has them at. */
export function checkIdentityFacts({ fullName, identityNumber, birthDate }: IdentityFacts, pack: RulePack, today: string): readonly DeclarationFault[] {
  return [
    ...checkRead('/fullName', fullName, readName),
    ...checkIdentityNumber('/identityNumber', identityNumber, { pack, today }),
    ...checkBirthDate('/birthDate', birthDate, today),
  ];
}

/** The three in the one form they are asked about and compared in, whatever spaces or composition they were typed with. Wrong ones stay as they are. */
export function tidyIdentity({ fullName, identityNumber, birthDate }: IdentityFacts): IdentityFacts {
  const [name, number] = [readName(fullName), readIdentityNumber(identityNumber)];
  const born = parseDate(birthDate, { partial: true });
  return {
    fullName: name.ok ? name.value.wire : fullName,
    identityNumber: number.ok ? number.value.wire : identityNumber,
    birthDate: born.ok ? born.value : birthDate,
  };
}
