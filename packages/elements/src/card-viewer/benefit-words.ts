import type { BenefitLevel } from '@bhxh-kit/domain';
import { benefitOf } from '@bhxh-kit/domain/cards/benefits.js';
import type { SayActs } from './acts-words.js';

/** What a level pays, in words. An unknown level is shown as it is. */
export function benefitWords(level: BenefitLevel, t: SayActs): string {
  const benefit = benefitOf(level);
  if (!benefit) return level;
  const bounds = (['ceilings', 'fullForSmall', 'beyondScope'] as const).filter((bound) => benefit[bound]);
  return [t('pays', { level, percent: benefit.percent }), ...bounds.map((bound) => t(bound))].join(' ');
}
