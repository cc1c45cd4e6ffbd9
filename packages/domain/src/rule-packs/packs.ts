import type { RulePack, RulePackId } from './rule-pack.js';

const IN_2021: RulePack = {
  id: '2021',
  effectiveFrom: '2021-03-23',
  addressScheme: '2021',
  email: 'optional',
  emailCode: false,
  photographs: 'always',
  paperWithinDays: 10,
  paperWaivedByVneid: false,
  aheadWithinDays: 365,
  childBelowAge: 18,
  childDirectly: true,
  bhxhNumberKinds: ['legacy'],
  acceptsNineDigitIdentity: true,
  passwordAgeMonths: 6,
  passwordAge: 'enforce',
};

const IN_2023: RulePack = {
  ...IN_2021,
  id: '2023',
  effectiveFrom: '2023-04-07',
  email: 'required',
  emailCode: true,
  photographs: 'unless-verified',
  childBelowAge: 15,
  childDirectly: false,
  acceptsNineDigitIdentity: false,
};

const IN_2025: RulePack = {
  ...IN_2023,
  id: '2025',
  effectiveFrom: '2025-07-01',
  addressScheme: '2025',
  email: 'required-or-vneid',
  emailCode: false,
  photographs: 'unless-matched',
  paperWaivedByVneid: true,
  bhxhNumberKinds: ['personal-id', 'legacy'],
  passwordAge: 'remind',
};

/** The rule packs the kit carries, oldest first. */
export const RULE_PACKS: readonly RulePack[] = [IN_2021, IN_2023, IN_2025];

/** What an installation may set about the packs. */
export interface RulePackConfiguration {
  /** Corrected packs instead of the kit's own, oldest first, at least one. */
  readonly packs?: readonly RulePack[];
  /**
   * The day from which the personal ID is the first choice as mã số BHXH. One letter says 01/08/2025, a later one 01/09/2026, so it is set, not built in.
   * Both kinds are taken on either side of it, wherever the pack takes both.
   */
  readonly numberSwitchFrom?: string;
}

/**
 * The pack in force on a day (ISO date, Asia/Ho_Chi_Minh). A day before the first pack gets the first: no older practice is known to the kit.
 */
export function rulePackOn(date: string, configuration: RulePackConfiguration = {}): RulePack {
  const packs = configuration.packs?.length ? configuration.packs : RULE_PACKS;
  const inForce = packs.findLast((pack) => pack.effectiveFrom <= date) ?? packs[0] ?? IN_2021;
  return withNumberOrder(inForce, date, configuration.numberSwitchFrom);
}

/** The pack of that name, as a declaration made under it keeps it. */
export function rulePack(id: RulePackId, packs: readonly RulePack[] = RULE_PACKS): RulePack {
  return packs.find((pack) => pack.id === id) ?? (RULE_PACKS.find((pack) => pack.id === id) as RulePack);
}

function withNumberOrder(pack: RulePack, date: string, switchFrom: string | undefined): RulePack {
  if (switchFrom === undefined || pack.bhxhNumberKinds.length < 2) return pack;
  return { ...pack, bhxhNumberKinds: date >= switchFrom ? ['personal-id', 'legacy'] : ['legacy', 'personal-id'] };
}
