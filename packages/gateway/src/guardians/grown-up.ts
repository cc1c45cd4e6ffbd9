import { grownUpOn, type RulePackId, rulePack } from '@bhxh-kit/domain';

/** The moment a child is grown up under a rule pack (R16), by its birth date. Of a child whose birth date is not known it was long ago: nothing is opened that nobody can end. */
export function grownUpAt(birthDate: string | undefined, pack: string): Date {
  return birthDate === undefined ? new Date(0) : new Date(`${grownUpOn(birthDate, rulePack(pack as RulePackId))}T00:00:00+07:00`);
}
