import { type RulePack, rulePack, rulePackOn } from '@bhxh-kit/domain';
import { type Clock, today } from '../clock/clock.js';
import type { Settings } from '../settings/settings.js';

/** The rule pack in force: by the day, or in the sandbox the one that was set. */
export const packInForce = ({ rulePack: forced }: Pick<Settings, 'rulePack'>, clock: Clock): RulePack => (forced ? rulePack(forced) : rulePackOn(today(clock)));
