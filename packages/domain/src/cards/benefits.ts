import type { BenefitLevel } from './health-card.js';

/** What a benefit level pays (identifiers §2): the share of costs, and what bounds it. */
export interface Benefit {
  /** Per cent of the costs within the scope. */
  readonly percent: 100 | 95 | 80;
  /** Ceilings on the rate of some services apply. */
  readonly ceilings: boolean;
  /** 100 % at a commune station, or below 15 % of the base salary. */
  readonly fullForSmall: boolean;
  /** Also costs outside the benefit scope. */
  readonly beyondScope: boolean;
}

const BENEFITS: Readonly<Record<BenefitLevel, Benefit>> = {
  '1': { percent: 100, ceilings: false, fullForSmall: false, beyondScope: false },
  '2': { percent: 100, ceilings: true, fullForSmall: false, beyondScope: false },
  '3': { percent: 95, ceilings: true, fullForSmall: true, beyondScope: false },
  '4': { percent: 80, ceilings: true, fullForSmall: true, beyondScope: false },
  '5': { percent: 100, ceilings: false, fullForSmall: false, beyondScope: true },
};

/** What a level pays. The digit alone decides; the letters before it are only a hint (identifiers §2). */
export function benefitOf(level: BenefitLevel): Benefit {
  return BENEFITS[level];
}
