import type { AddressScheme, RulePack } from '../rule-packs/rule-pack.js';
import type { Circumstances } from './circumstances.js';

/** Questions only a directory can answer; without one they are not asked. */
export interface DeclarationLookups {
  /** Whether the agency takes declarations today. */
  readonly agencyExists?: (code: string) => boolean;
  /** Whether the unit exists in that scheme; for a district or commune, below that parent. */
  readonly unitExists?: (unit: {
    readonly scheme: AddressScheme;
    readonly level: 'province' | 'district' | 'commune';
    readonly code: string;
    readonly parentCode?: string;
  }) => boolean;
}

/** What a declaration is checked against. */
export interface CheckContext extends Circumstances, DeclarationLookups {
  readonly pack: RulePack;
  /** Today in Asia/Ho_Chi_Minh, ISO date. */
  readonly today: string;
  /** Ngày sinh as a scanned paper says, where the declaration itself has none. */
  readonly birthDate?: string | undefined;
}
